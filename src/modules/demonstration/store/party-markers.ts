import { pick, weightedChoice } from '#calculations/random/choices.ts'
import { chanceDraw, integerDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Resident } from '../people/ward-people.ts'
import type { CopyValue } from './copy-rows.ts'
import type { Guards } from './party-rows.ts'

const OF_OFFENDERS = weightedChoice([
  ['violent', 40],
  ['weapons', 16],
  ['escaper', 8],
  ['wanted', 12],
  ['domestic-abuse-offender', 18],
  ['registered-sex-offender', 5],
  ['contagious', 3],
])
const OF_OTHERS = weightedChoice([
  ['vulnerable', 45],
  ['self-harm', 22],
  ['ailment', 18],
  ['child-at-risk', 8],
  ['domestic-abuse-victim', 20],
])
const WORDS: Readonly<Record<string, readonly string[]>> = {
  violent: ['Violent towards officers when drunk', 'Punched an officer on arrest', 'Violent on arrest'],
  weapons: ['Has carried a kitchen knife', 'Known to carry a blade', 'Baseball bat kept behind the door'],
  'self-harm': ['Has cut own arms in custody', 'Took tablets after arrest'],
  escaper: ['Ran from custody', 'Slips handcuffs'],
  contagious: ['Says hepatitis C'],
  ailment: ['Epilepsy', 'Diabetic, carries insulin', 'Asthma, has an inhaler'],
  vulnerable: ['Lives alone, cuckooed before', 'Learning disability, needs an appropriate adult', 'Hard of hearing'],
}

/** What whoever meets this person must know, for the few of whom there is something; rows of `party_marker`. */
export function markersOf(
  random: Random,
  resident: Resident,
  party: number,
  asOf: CivilDate,
  guards: Guards,
): CopyValue[][] {
  const kinds = new Set<string>()
  if (guards.compartment !== null) kinds.add('protected')
  const { offending, person } = resident
  if (chanceDraw(random, Math.min(0.35, offending * 0.05))) kinds.add(OF_OFFENDERS(random))
  const other = chanceDraw(random, 0.008) ? OF_OTHERS(random) : null
  const born = Number(asOf.slice(0, 4)) - person.birthYear
  if (other !== null && (other !== 'child-at-risk' || born < 18)) kinds.add(other)
  if (offending === 0 && born > 20 && born < 60 && chanceDraw(random, 0.0012)) kinds.add('police-staff')
  return [...kinds].map((kind) => {
    const words = WORDS[kind]
    const starts = addDays(asOf, -integerDraw(random, 5, 700))
    return [
      uuidOf(random),
      party,
      kind,
      words === undefined ? '' : pick(random, words),
      starts,
      addDays(starts, integerDraw(random, 180, 1000)),
      'demonstration',
      guards.marking,
      guards.compartment,
    ]
  })
}

/** A UUID of version 8 (custom, RFC 9562) from the generator's own numbers. */
function uuidOf(random: Random): string {
  const hex = [0, 1, 2, 3].map(() =>
    Math.floor(random.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  )
  const all = hex.join('')
  return [all.slice(0, 8), all.slice(8, 12), `8${all.slice(13, 16)}`, `a${all.slice(17, 20)}`, all.slice(20, 32)].join(
    '-',
  )
}
