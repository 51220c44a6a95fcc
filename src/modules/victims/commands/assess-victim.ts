import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { CRIME_FLAGS } from '#kernel/victims-code/facts.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choices, flag, text } from '#platform/forms/fields.ts'
import { changeCategory } from '../duties/changed.ts'
import { metByAct, oweFor } from '../duties/owed.ts'
import { closeWhereRefused } from '../own-page/commands/close-where-refused.ts'
import { ENHANCED_CHOICES, reasonWords } from '../rules/enhanced-choices.ts'
import { WRITERS } from '../writers.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from './fields.ts'
import { lockVictim, saveVictim } from './locked-victim.ts'

export const assessVictim = command({
  name: 'victim.assess',
  summary: 'Assess what a victim needs, and decide on enhanced rights, with every reason for them',
  input: z.object({
    ...victimSeen,
    needs: text('What they need', 4000),
    /** Every reason that holds; none: standard rights. */
    reasons: choices('the reasons', keysOf(ENHANCED_CHOICES)),
    flags: choices('what the crime is', keysOf(CRIME_FLAGS)),
    lossOrInjury: flag(),
  }),
  output: victimChanged.extend({ enhanced: z.boolean() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.assessed', subjects: aboutVictim, detail: (_, { enhanced }) => ({ enhanced }) },
  async run(tx, { id, version, needs, reasons, flags, lossOrInjury }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockVictim(tx, id, version)
    const { victim, record } = locked
    if (victim.standing === 'business' && reasons.length > 0)
      throw new Invalid({ reasons: 'A business has no enhanced rights: tick none (VC04)' })
    const [was, enhanced] = [victim.reasons.length > 0, reasons.length > 0]
    const assessment = randomUUID()
    await tx.db
      .insertInto('victim_assessment')
      .values({
        id: assessment,
        victim_id: id,
        made_at: tx.now,
        made_by: account,
        reasons,
        needs,
        ...guardColumns(record.guards),
      })
      .execute()
    await saveVictim(
      tx,
      locked,
      {
        reasons,
        flags,
        loss_or_injury: lossOrInjury,
        assessed_at: tx.now,
        ...(enhanced !== was && { enhanced_since: enhanced ? tx.now : null }),
      },
      {
        kind: 'note',
        words: `Assessed: ${enhanced ? reasons.map(reasonWords).join('; ') : 'standard rights'}. ${needs}`,
      },
    )
    await closeWhereRefused(tx, id)
    await metByAct(tx, id, 'assessment', 'Assessed')
    if (enhanced !== was) await changeCategory(tx, id, enhanced)
    const now = { ...victim, reasons, flags, lossOrInjury }
    const start = { id: assessment, happenedAt: tx.now, receivedAt: tx.now }
    await oweFor(tx, now, { ...start, kind: 'needs-assessed' })
    await metByAct(tx, id, 'category', enhanced ? 'Enhanced rights' : 'Standard rights')
    if (enhanced && !was) await oweFor(tx, now, { ...start, kind: 'enhanced-found' })
    if (lossOrInjury && !victim.lossOrInjury) await oweFor(tx, now, { ...start, kind: 'loss-or-injury' })
    return { id, enhanced }
  },
})
