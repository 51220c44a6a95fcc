/** Of national incident recording since April 2011: one to an incident [seen]. */
export const CATEGORIES = {
  personal: 'Personal: aimed at a person or a group, or hits them',
  nuisance: 'Nuisance: trouble for a community at large',
  environmental: 'Environmental: to public places and buildings, not to people',
} as const
export type Category = keyof typeof CATEGORIES

/** The thirteen types [seen]. */
export const TYPES = {
  'vehicle-abandoned': 'Vehicle abandoned',
  'vehicle-nuisance': 'Vehicle nuisance or misuse',
  rowdy: 'Rowdy or inconsiderate behaviour',
  neighbours: 'Rowdy or nuisance neighbours',
  litter: 'Littering or drug litter',
  animals: 'Animal problems',
  trespass: 'Trespass',
  communications: 'Nuisance communications',
  'street-drinking': 'Street drinking',
  prostitution: 'Activity related to prostitution',
  noise: 'Noise',
  begging: 'Begging or vagrancy',
  fireworks: 'Fireworks',
} as const
export type AsbType = keyof typeof TYPES

/** How a case ends [default]. */
export const OUTCOMES = {
  stopped: 'It stopped',
  less: 'There is less of it, and they can live with it',
  partner: 'A partner deals with it',
  moved: 'Whom it harmed, or who did it, moved away',
  'no-more-to-do': 'Nothing more can be done, and they were told why',
} as const

/** Who asked for a case review [seen]. */
export const APPLICANTS = {
  victim: 'Whom it harms',
  family: 'Family or a friend, on their behalf',
  councillor: 'A councillor or member of Parliament, on their behalf',
  other: 'Somebody else, on their behalf',
} as const
export type Applicant = keyof typeof APPLICANTS

/** The first word of a category, as lists show it: "Personal". */
export function categoryWord(category: Category): string {
  return CATEGORIES[category].split(':')[0] ?? category
}
