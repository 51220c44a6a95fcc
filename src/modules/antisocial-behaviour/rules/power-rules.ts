import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Finding } from '#kernel/organisation/rules/rule.ts'
import { powerOf, POWERS, type PowerCode } from '#kernel/antisocial-behaviour/powers.ts'
import { INSPECTORS, isOneOf } from '../writers.ts'

const BARE = 20

/** POW01 No power is chosen unless how its test is met, and on what evidence, is written down: a word or two is no record. */
export function testRecorded(test: string | null, evidence: string | null): Readonly<Record<string, string>> | null {
  const faults = [
    ...((test ?? '').trim().length < BARE
      ? [['test', 'Write down how the test of this power is met: it is refused without (POW01)']]
      : []),
    ...((evidence ?? '').trim().length === 0 ? [['evidence', 'Write down which evidence shows it (POW01)']] : []),
  ]
  return faults.length === 0 ? null : Object.fromEntries(faults)
}

/**
 * POW02 A power keeps within its length in law; where the law sets none, it has a day on which it is looked at again.
 * A dispersal authority of Monday ends on Wednesday at the latest; one to Thursday is refused.
 */
export function withinLimits(
  code: PowerCode,
  from: CivilDate,
  until: CivilDate,
): Readonly<Record<string, string>> | null {
  const { least, most, limits } = powerOf(code)
  if (until < from) return { until: 'It cannot end before it begins (POW02)' }
  if (most !== null && until > addDays(from, most)) return { until: `Too long. ${limits} (POW02)` }
  if (least !== null && until < addDays(from, least)) return { until: `Too short. ${limits} (POW02)` }
  return null
}

/** POW03 What the law wants before it was done first, and who must authorise did. `before`: all that was chosen on the case. */
export function mayChoosePower(
  code: PowerCode,
  before: readonly PowerCode[],
  roles: readonly string[],
): Finding | null {
  const { after, rank, name } = powerOf(code)
  if (after !== null && !before.includes(after))
    return {
      rule: 'POW03',
      message: `${name}: there is no ${POWERS[after].name.toLowerCase()} on this case yet. It comes first.`,
    }
  if (rank === 'inspector' && !isOneOf(roles, INSPECTORS))
    return { rule: 'POW03', message: `${name}: an inspector or above chooses this. Ask yours.` }
  return null
}
