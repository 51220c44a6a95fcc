/** The 12 local policing areas of 2016. From general knowledge. */
export const POLICING_AREAS = {
  'aylesbury-vale': 'Aylesbury Vale',
  'bracknell-and-wokingham': 'Bracknell and Wokingham',
  'cherwell-and-west-oxfordshire': 'Cherwell and West Oxfordshire',
  'chiltern-and-south-bucks': 'Chiltern and South Bucks',
  'milton-keynes': 'Milton Keynes',
  oxford: 'Oxford',
  reading: 'Reading',
  slough: 'Slough',
  'south-and-vale': 'South Oxfordshire and Vale of White Horse',
  'west-berkshire': 'West Berkshire',
  'windsor-and-maidenhead': 'Windsor and Maidenhead',
  wycombe: 'Wycombe',
} as const

export type PolicingAreaCode = keyof typeof POLICING_AREAS

interface District {
  readonly name: string
  readonly policingArea: PolicingAreaCode
  /** People in the middle of 2016, rounded by us to thousands. */
  readonly people2016: number
  /** Growth a year that the demonstration gives it: 0.006 is 0.6%. */
  readonly growth: number
}

/** The 16 districts and unitary authorities of Berkshire, Buckinghamshire and Oxfordshire as they were in 2016. */
export const DISTRICTS = {
  'aylesbury-vale': district('Aylesbury Vale', 'aylesbury-vale', 193, 0.011),
  'bracknell-forest': district('Bracknell Forest', 'bracknell-and-wokingham', 119, 0.008),
  cherwell: district('Cherwell', 'cherwell-and-west-oxfordshire', 147, 0.01),
  chiltern: district('Chiltern', 'chiltern-and-south-bucks', 95, 0.002),
  'milton-keynes': district('Milton Keynes', 'milton-keynes', 265, 0.01),
  oxford: district('Oxford', 'oxford', 157, 0.004),
  reading: district('Reading', 'reading', 163, 0.005),
  slough: district('Slough', 'slough', 147, 0.006),
  'south-bucks': district('South Bucks', 'chiltern-and-south-bucks', 69, 0.003),
  'south-oxfordshire': district('South Oxfordshire', 'south-and-vale', 138, 0.009),
  'vale-of-white-horse': district('Vale of White Horse', 'south-and-vale', 128, 0.012),
  'west-berkshire': district('West Berkshire', 'west-berkshire', 156, 0.003),
  'west-oxfordshire': district('West Oxfordshire', 'cherwell-and-west-oxfordshire', 109, 0.006),
  'windsor-and-maidenhead': district('Windsor and Maidenhead', 'windsor-and-maidenhead', 149, 0.003),
  wokingham: district('Wokingham', 'bracknell-and-wokingham', 161, 0.01),
  wycombe: district('Wycombe', 'wycombe', 176, 0.003),
} as const

export type DistrictCode = keyof typeof DISTRICTS

function district(name: string, policingArea: PolicingAreaCode, thousands: number, growth: number): District {
  return { name, policingArea, people2016: thousands * 1000, growth }
}
