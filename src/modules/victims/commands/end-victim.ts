import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { changeRecord, lockRecord } from '#kernel/records/record.ts'
import { keysOf } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { caseIsOver } from '../duties/case-is-over.ts'
import { openDutiesOf } from '../duties/owed.ts'
import { againstEnding, ENDED_FOR } from '../rules/ending.ts'
import { WRITERS } from '../writers.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from './fields.ts'
import { lockVictim } from './locked-victim.ts'

export const endVictim = command({
  name: 'victim.end',
  summary: 'Say that a victim is not followed any more, and why: not while something is owed to them',
  input: z.object({
    ...victimSeen,
    why: choice('Why it ends', keysOf(ENDED_FOR)),
    words: text('How it is known', 2000),
  }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.ended', subjects: aboutVictim, detail: ({ why }) => ({ why }) },
  async run(tx, { id, version, why, words }) {
    const { record, victim } = await lockVictim(tx, id, version)
    const owed = (await openDutiesOf(tx, id)).length > 0
    refuseOn(againstEnding(why, { owed, caseIsOver: await caseIsOver(tx, victim.occurrence) }))
    const entry = { kind: 'closed', words: `Not followed any more: ${ENDED_FOR[why]}.`, reason: words } as const
    await changeRecord(tx, record, { stage: 'ended', closedAt: tx.now }, entry)
    return { id }
  },
})

export const followAgain = command({
  name: 'victim.follow-again',
  summary: 'Follow a victim again who was not followed any more: what happens from then on is owed to them',
  input: z.object({ ...victimSeen, words: text('Why', 2000) }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.followed-again', subjects: aboutVictim },
  async run(tx, { id, version, words }) {
    const record = await lockRecord(tx, 'victim', id, version)
    if (record.closedAt === null) throw new Invalid({ '': 'They are followed already.' })
    const entry = { kind: 'change', words: 'Followed again.', reason: words } as const
    await changeRecord(tx, record, { stage: 'open', closedAt: null }, entry)
    return { id }
  },
})
