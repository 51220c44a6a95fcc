/** What sort of problem it is: what plans are likened by, and what tactics are listed for [default list]. */
export const PROBLEM_TYPES = {
  'asb-place': 'Anti-social behaviour at a place',
  'asb-neighbours': 'Anti-social behaviour between neighbours',
  burglary: 'Burglary',
  'vehicle-crime': 'Vehicle crime',
  'bicycle-theft': 'Bicycle theft',
  'retail-crime': 'Crime against shops',
  'street-crime': 'Robbery and theft in the street',
  violence: 'Violence',
  'night-life': 'Night life',
  damage: 'Damage and arson',
  theft: 'Other theft',
  'repeat-victim': 'Somebody hit again and again',
  other: 'Something else',
} as const
export type ProblemType = keyof typeof PROBLEM_TYPES
