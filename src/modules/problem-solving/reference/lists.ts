import type { Category } from '#kernel/occurrences/crime-types.ts'
import type { ProblemType } from '#kernel/tactics/problem-types.ts'

export { HELD, OUTCOMES, VERDICTS, type Held, type Outcome } from '#kernel/tactics/ends.ts'
export { PROBLEM_TYPES, type ProblemType } from '#kernel/tactics/problem-types.ts'

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
