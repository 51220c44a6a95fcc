import { weightedChoice } from '#calculations/random/choices.ts'
import { exponentialDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import type { CategoryCode } from './categories.ts'

/** Outcomes in the words of data.police.uk, each with the mean number of days until it is reached. */
const DAYS = {
  'Investigation complete; no suspect identified': 24,
  'Unable to prosecute suspect': 75,
  'Local resolution': 40,
  'Offender given a caution': 45,
  'Further investigation is not in the public interest': 60,
  'Action to be taken by another organisation': 35,
  'Offender given a drugs possession warning': 20,
  'Offender fined': 130,
  'Offender given community sentence': 190,
  'Offender sent to prison': 240,
} as const

type Outcome = keyof typeof DAYS

/** Outcomes that a court gives: on the way to them a crime awaits the court. */
const BY_A_COURT: ReadonlySet<Outcome> = new Set([
  'Offender fined',
  'Offender given community sentence',
  'Offender sent to prison',
])

function mix(...weights: number[]): (random: Random) => Outcome {
  const outcomes: Outcome[] = [
    'Investigation complete; no suspect identified',
    'Unable to prosecute suspect',
    'Local resolution',
    'Offender given a caution',
    'Further investigation is not in the public interest',
    'Action to be taken by another organisation',
    'Offender given a drugs possession warning',
    'Offender fined',
    'Offender given community sentence',
    'Offender sent to prison',
  ]
  return weightedChoice(outcomes.map((outcome, i) => [outcome, weights[i] ?? 0]))
}

//                          none unable local caution public other drugs fined community prison
const STEALTH = mix(/*   */ 88, 7, 0.5, 0.7, 0.4, 0.1, 0, 0.3, 1, 2)
const SHOPS = mix(/*     */ 55, 12, 6, 5, 2, 0.5, 0, 7, 6, 6)
const VIOLENCE = mix(/*  */ 22, 58, 3, 4, 3, 3, 0, 1.5, 3, 2.5)
const DISORDER = mix(/*  */ 45, 34, 5, 5, 3, 1, 0, 3, 3, 1)
const FOUND = mix(/*     */ 8, 20, 10, 14, 4, 1, 18, 10, 8, 7)

const MIXES: Readonly<Record<Exclude<CategoryCode, 'anti-social-behaviour'>, (random: Random) => Outcome>> = {
  'bicycle-theft': STEALTH,
  burglary: STEALTH,
  'criminal-damage-arson': mix(72, 18, 3, 2, 1.5, 0.5, 0, 1, 1.4, 0.6),
  drugs: FOUND,
  'other-crime': mix(25, 45, 3, 5, 6, 6, 0, 3, 4, 3),
  'other-theft': mix(82, 13, 1.2, 1, 1, 0.3, 0, 0.5, 0.6, 0.4),
  'possession-of-weapons': mix(14, 28, 3, 16, 4, 2, 0, 6, 14, 13),
  'public-order': DISORDER,
  robbery: mix(66, 20, 0, 0.5, 0.5, 0.5, 0, 0.2, 2.3, 10),
  shoplifting: SHOPS,
  'theft-from-the-person': STEALTH,
  'vehicle-crime': STEALTH,
  'violent-crime': VIOLENCE,
}

const DAY_MS = 86_400_000

/** What is known of the outcome at the as-of moment, so many milliseconds after it happened. None for ASB. */
export function outcomeSoFar(random: Random, category: CategoryCode, ageMs: number): string | null {
  if (category === 'anti-social-behaviour') return null
  const outcome = MIXES[category](random)
  const after = 1 + exponentialDraw(random, DAYS[outcome])
  const age = ageMs / DAY_MS
  if (age >= after) return outcome
  return BY_A_COURT.has(outcome) && age > after / 3 ? 'Awaiting court outcome' : 'Under investigation'
}
