import type { DistrictCode } from '../geography/districts.ts'

export interface AgencyPlan {
  readonly code: string
  readonly name: string
  readonly kind: 'police-force' | 'local-authority' | 'health' | 'housing' | 'other'
  readonly since: string
  /** The districts that it serves; none for the force. */
  readonly districts: readonly DistrictCode[]
}

const OXFORDSHIRE = ['cherwell', 'oxford', 'south-oxfordshire', 'vale-of-white-horse', 'west-oxfordshire'] as const
const BUCKINGHAMSHIRE = ['aylesbury-vale', 'chiltern', 'south-bucks', 'wycombe'] as const

/** The force, the nine authorities with duties for children and adults in 2016, and partners that do not exist. */
export const AGENCIES: readonly AgencyPlan[] = [
  { code: 'force', name: 'Thames Valley Police', kind: 'police-force', since: '1968-04-01', districts: [] },
  council('oxfordshire', 'Oxfordshire County Council', '1974-04-01', OXFORDSHIRE),
  council('buckinghamshire', 'Buckinghamshire County Council', '1974-04-01', BUCKINGHAMSHIRE),
  council('milton-keynes', 'Milton Keynes Council', '1997-04-01', ['milton-keynes']),
  council('bracknell-forest', 'Bracknell Forest Council', '1998-04-01', ['bracknell-forest']),
  council('reading', 'Reading Borough Council', '1998-04-01', ['reading']),
  council('slough', 'Slough Borough Council', '1998-04-01', ['slough']),
  council('west-berkshire', 'West Berkshire Council', '1998-04-01', ['west-berkshire']),
  council('windsor-and-maidenhead', 'Royal Borough of Windsor and Maidenhead', '1998-04-01', [
    'windsor-and-maidenhead',
  ]),
  council('wokingham', 'Wokingham Borough Council', '1998-04-01', ['wokingham']),
  {
    code: 'health',
    name: 'Three Rivers Health Trust (made up)',
    kind: 'health',
    since: '2013-04-01',
    districts: ['reading', 'oxford', 'milton-keynes'],
  },
  {
    code: 'housing',
    name: 'Willowbank Homes (made up)',
    kind: 'housing',
    since: '2004-04-01',
    districts: ['reading', 'slough'],
  },
  { code: 'inspectorate', name: 'Inspectorate of constabulary', kind: 'other', since: '1856-07-21', districts: [] },
]

function council(code: string, name: string, since: string, districts: readonly DistrictCode[]): AgencyPlan {
  return { code: `council-${code}`, name, kind: 'local-authority', since, districts }
}
