import type { Tx } from '#platform/db/transaction.ts'
import { Conflict } from '#platform/errors/errors.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { isOpen, lockDuty } from './duty.ts'
import { endedWith } from './meet-duty.ts'
import { OVER, type DutyAct } from './pause-duty.ts'
import { noteOnRecord } from './record-note.ts'
import type { DutyRules } from './registry.ts'
import { metByHand } from './rules/dut01-met-by-hand.ts'

/**
 * Says that one duty was met, in one of the ways of its rule; now, and at no other time. Throws NotFound, Conflict, or
 * RuleRefused (DUT-01).
 */
export async function meetByHand(tx: Tx, rules: DutyRules, act: DutyAct & { readonly how: string }): Promise<void> {
  const duty = await lockDuty(tx, act.id, act.version)
  if (!isOpen(duty)) throw new Conflict(OVER)
  refuseOn(metByHand(rules.find(duty.rule, duty.ruleFrom), duty.guards, act.how, tx.reader))
  await tx.db
    .updateTable('duty')
    .set({
      met_at: tx.now,
      met_by: tx.reader.account,
      met_how: act.how,
      paused_at: null,
      next_look_at: null,
      version: duty.version + 1,
    })
    .where('id', '=', duty.id)
    .execute()
  await endedWith(tx, [duty.id], 'duty.met')
  await noteOnRecord(tx, duty, `Met a duty: ${duty.title}.`, act.how)
}
