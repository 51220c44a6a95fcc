import type { Offence } from './offences.ts'

/** The category under which data.police.uk publishes crimes of a subgroup: what levels are counted by. */
const CATEGORY_BY_SUBGROUP: Readonly<Record<string, string>> = {
  Robbery: 'robbery',
  'Domestic burglary': 'burglary',
  'Non-domestic burglary': 'burglary',
  'Theft from the person': 'theft-from-the-person',
  'Bicycle theft': 'bicycle-theft',
  Shoplifting: 'shoplifting',
  'Theft from a vehicle': 'vehicle-crime',
  'Theft of a motor vehicle': 'vehicle-crime',
  'Vehicle interference': 'vehicle-crime',
  'Other theft offences': 'other-theft',
  Arson: 'criminal-damage-arson',
  'Criminal damage': 'criminal-damage-arson',
}

const CATEGORY_BY_GROUP: Readonly<Record<string, string>> = {
  'Violence against the person': 'violent-crime',
  'Sexual offences': 'violent-crime',
  'Drug offences': 'drugs',
  'Possession of weapons offences': 'possession-of-weapons',
  'Public order offences': 'public-order',
}

/** `other-crime` where the offence is not known here. */
export function categoryOf(offence: Pick<Offence, 'group' | 'subgroup'> | undefined): string {
  if (offence === undefined) return 'other-crime'
  return CATEGORY_BY_SUBGROUP[offence.subgroup] ?? CATEGORY_BY_GROUP[offence.group] ?? 'other-crime'
}
