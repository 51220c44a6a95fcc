import type { Category } from '#kernel/occurrences/crime-types.ts'

/** What sort of problem it is: what plans are likened by [default list]. */
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

/** What sort of place [default list]. */
export const PLACE_TYPES = {
  homes: 'Homes',
  street: 'Streets',
  shops: 'Shops',
  'town-centre': 'Town centre',
  park: 'Park or open space',
  parking: 'Car park',
  transport: 'Station or stop',
  licensed: 'Licensed premises',
  school: 'School or college',
  'no-place': 'No one place',
} as const

/** Where a problem came from. */
export const SOURCES = {
  candidate: 'a pattern that the system found',
  calls: 'calls',
  analyst: 'an analyst',
  'public-priority': 'a priority of the public',
  partner: 'a partner',
  'asb-case-review': 'an anti-social behaviour case review',
  tasking: 'tasking by an inspector',
} as const

/** The sides of the problem analysis triangle, each with who can act on it [from knowledge]. */
export const SIDES = {
  victim: {
    words: 'Victim or target',
    prompt: 'Who or what is hit, why is it suitable, is it hit again?',
    controller: 'guardian',
  },
  offender: {
    words: 'Offender',
    prompt: 'Who does it, why, do they come back, how can they be reached?',
    controller: 'handler',
  },
  place: { words: 'Place', prompt: 'What makes it easy there, and when?', controller: 'manager of the place' },
} as const

/** Six questions that tell a problem from an event. Source: the POP Center's CHEERS test [from knowledge]. */
export const CHEERS = {
  community: 'Part of the community is affected',
  harm: 'It does harm',
  expectation: 'People expect the police to do something about it',
  events: 'It is made of events that can be told apart',
  recurring: 'They come again',
  similar: 'They are alike',
} as const

/** What a problem was looked at with. */
export const DATA_SOURCES = {
  crimes: 'recorded crimes',
  incidents: 'calls and incidents',
  victims: 'what victims say',
  residents: 'what residents and businesses say',
  partners: 'partners’ data',
  visit: 'a visit to the place',
  intelligence: 'intelligence',
} as const

/** How a plan ends [default list]. */
export const OUTCOMES = {
  resolved: 'the problem is gone',
  reduced: 'the problem is smaller',
  'no-change': 'it made no difference',
  worse: 'it is worse',
  transferred: 'a partner has it now',
  merged: 'it is part of another plan',
  'not-a-problem': 'it was no problem',
  abandoned: 'given up',
} as const
export type Outcome = keyof typeof OUTCOMES

/** What those who worked on it say that its numbers show. */
export const VERDICTS = {
  better: 'better than without it',
  'no-difference': 'no difference that can be shown',
  worse: 'worse than without it',
  'cannot-say': 'cannot be said',
} as const

export const HELD = {
  'not-checked': 'not checked yet',
  held: 'it held',
  'not-held': 'it did not hold',
  'cannot-say': 'cannot be said',
} as const
export type Held = keyof typeof HELD

/** Of which sort a pattern of a category is, so that a plan begun from it says so. */
export const TYPE_OF_CATEGORY: Readonly<Partial<Record<Category, ProblemType>>> = {
  'anti-social-behaviour': 'asb-place',
  burglary: 'burglary',
  'vehicle-crime': 'vehicle-crime',
  'bicycle-theft': 'bicycle-theft',
  shoplifting: 'retail-crime',
  robbery: 'street-crime',
  'theft-from-the-person': 'street-crime',
  'violent-crime': 'violence',
  'criminal-damage-arson': 'damage',
  'other-theft': 'theft',
}
