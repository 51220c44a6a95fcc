import type { Tx } from '#platform/db/transaction.ts'
import { Conflict } from '#platform/errors/errors.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { isOpen, lockDuty } from './duty.ts'
import { endedWith } from './meet-duty.ts'
import { OVER, type DutyAct } from './pause-duty.ts'
import { findRank, rankWords } from './ranks.ts'
import { noteOnRecord } from './record-note.ts'
import type { DutyRules } from './registry.ts'
import { waiver } from './rules/dut02-waiver.ts'

/**
 * Waives a duty: it is not owed any more, by somebody of the rank that its rule asks for, for a reason; both are kept.
 * Throws NotFound, Conflict, or RuleRefused (DUT-02).
 */
export async function waiveDuty(tx: Tx, rules: DutyRules, act: DutyAct & { readonly reason: string }): Promise<void> {
  const duty = await lockDuty(tx, act.id, act.version)
  if (!isOpen(duty)) throw new Conflict(OVER)
  refuseOn(waiver(rules.find(duty.rule, duty.ruleFrom), tx.reader.roles))
  const rank = findRank(tx.reader.roles)
  await tx.db
    .updateTable('duty')
    .set({
      waived_at: tx.now,
      waived_by: tx.reader.account,
      waived_rank: rank === null ? '' : rankWords(rank),
      waived_reason: act.reason,
      paused_at: null,
      next_look_at: null,
      version: duty.version + 1,
    })
    .where('id', '=', duty.id)
    .execute()
  await endedWith(tx, [duty.id], 'duty.waived')
  await noteOnRecord(tx, duty, `Waived a duty: ${duty.title}.`, act.reason)
}
