import type { Offence } from '../offences.ts'

interface SubgroupHarm {
  /** How many offences of the index are in it. */
  readonly offences: number
  readonly least: number
  readonly median: number
  readonly mean: number
  readonly most: number
}

const of = (offences: number, least: number, median: number, mean: number, most: number): SubgroupHarm => ({
  offences,
  least,
  median,
  mean,
  most,
})

/** Days by subgroup in the index's update of February 2026; seen. Its own sheet of values is not here. */
export const HARM_SUBGROUPS: Readonly<Record<string, SubgroupHarm>> = {
  Homicide: of(3, 730, 5475, 3893.3, 5475),
  'Violence with injury': of(73, 2, 365, 943.5, 4380),
  'Violence without injury': of(49, 1, 10, 437.4, 5475),
  'Stalking and harassment': of(23, 2, 10, 35, 252),
  'Rape offences': of(17, 1825, 2555, 2726.8, 4745),
  'Other sexual offences': of(138, 5, 182.25, 395.6, 2555),
  'Death or serious injury - unlawful driving': of(11, 10, 365, 380.4, 1095),
  'Residential burglary': of(12, 2, 273.5, 275.7, 730),
  'Non-residential burglary': of(4, 2, 183.5, 183.5, 365),
  Shoplifting: of(2, 1, 1, 1, 1),
  'Other theft offences': of(22, 1, 2, 20.8, 182),
  'Theft from the person': of(2, 2, 2, 2, 2),
  'Bicycle theft': of(4, 2, 2, 2, 2),
  'Robbery of business property': of(4, 365, 365, 365, 365),
  'Robbery of personal property': of(4, 365, 365, 365, 365),
  'Criminal damage': of(30, 1, 2, 86.3, 365),
  Arson: of(4, 5, 185, 185, 365),
  'Public order offences': of(50, 1, 7.5, 52.7, 730),
  'Vehicle offences': of(15, 2, 5, 6.4, 10),
  'Possession of drugs': of(39, 1, 3, 17.4, 547.5),
  'Trafficking of drugs': of(68, 1, 5, 236.2, 547.5),
  'Possession of weapons offences': of(40, 1, 273.75, 541.2, 2190),
  'Miscellaneous crimes against society': of(145, 1, 10, 73.7, 1460),
}

/** Where the index calls a subgroup of recorded crime otherwise. */
const CALLED: Readonly<Record<string, string>> = {
  Rape: 'Rape offences',
  'Domestic burglary': 'Residential burglary',
  'Non-domestic burglary': 'Non-residential burglary',
  'Theft from a vehicle': 'Vehicle offences',
  'Theft of a motor vehicle': 'Vehicle offences',
  'Vehicle interference': 'Vehicle offences',
  Robbery: 'Robbery of personal property',
}

/** The subgroup of the index that an offence is in, or null. */
export function harmSubgroupOf({ subgroup }: Pick<Offence, 'subgroup'>): string | null {
  const name = CALLED[subgroup] ?? subgroup
  return name in HARM_SUBGROUPS ? name : null
}
