import type { Tx } from '#platform/db/transaction.ts'
import { asService } from '#platform/db/as-service.ts'
import { Conflict } from '#platform/errors/errors.ts'
import { isOpen, lockDuty } from './duty.ts'
import { endPause } from './meet-duty.ts'
import { OVER, type DutyAct } from './pause-duty.ts'
import { noteOnRecord } from './record-note.ts'
import { courseOf, reckonAnew } from './reckon.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import type { DutyRules } from './registry.ts'
import { mayResume } from './rules/dut03-pause.ts'

/** Lets the clock of a duty run on from now. Gives when it is due then. Throws NotFound, or Conflict where it runs already. */
export async function resumeDuty(tx: Tx, rules: DutyRules, act: DutyAct): Promise<Date | null> {
  const duty = await lockDuty(tx, act.id, act.version)
  if (!isOpen(duty)) throw new Conflict(OVER)
  refuseOn(mayResume(duty.guards, tx.reader))
  const { pauses } = await courseOf(tx, rules, duty)
  const paused = pauses.filter(({ to }) => to === null).map((pause) => pause.duty)
  if (paused.length === 0) throw new Conflict('Its clock runs already. Open it again to see how it stands.')
  await asService(tx, () => endPause(tx, paused))
  const due = await reckonAnew(tx, rules, duty, null)
  await noteOnRecord(tx, duty, `Let the clock of a duty run on: ${duty.title}.`, 'The pause is over')
  return due
}
