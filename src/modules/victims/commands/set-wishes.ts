import { z } from 'zod'
import { lockDuty } from '#kernel/duties/duty.ts'
import { supersedeDuty } from '#kernel/duties/replace-duty.ts'
import { command } from '#kernel/operations.ts'
import { dutyRuleCode, readDutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import { UPDATE_DAYS, type UpdateDays } from '#kernel/victims-code/facts.ts'
import { variantOfDays } from '#kernel/victims-code/started-by.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf } from '#platform/edge.ts'
import { choice, optionalText } from '#platform/forms/fields.ts'
import { VICTIM_DUTIES } from '../duties/duty-rules.ts'
import { openDutiesOf } from '../duties/owed.ts'
import { closeWhereRefused } from '../own-page/commands/close-where-refused.ts'
import { WAYS } from '../rules/contact-results.ts'
import { WRITERS } from '../writers.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen, YES_NO } from './fields.ts'
import { lockVictim, saveVictim } from './locked-victim.ts'

const EVERY = ['7', '14', '28', '56', '84'] as const satisfies readonly `${UpdateDays}`[]

export const setWishes = command({
  name: 'victim.set-wishes',
  summary: 'Keep how a victim wishes to be reached: the way, when, in which language, how often, and who must not know',
  input: z.object({
    ...victimSeen,
    way: choice('The way', keysOf(WAYS)),
    times: optionalText('When', 200),
    language: optionalText('Language', 100),
    notToTell: optionalText('Who must not know', 500),
    every: z.union([z.number().transform(String), z.string()]).pipe(choice('How often', EVERY)),
    updates: choice('Whether they want updates', YES_NO),
  }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.wishes-set', subjects: aboutVictim, detail: ({ way, every }) => ({ way, every }) },
  async run(tx, { id, version, way, times, language, notToTell, every: asked, updates }) {
    const locked = await lockVictim(tx, id, version)
    const every = UPDATE_DAYS.find((days) => String(days) === asked) ?? 28
    await saveVictim(
      tx,
      locked,
      {
        contact_way: way,
        contact_times: times,
        language,
        not_to_tell: notToTell,
        update_every_days: every,
        updates_declined_at: updates === 'yes' ? null : tx.now,
      },
      {
        kind: 'change',
        words: `Wishes: ${WAYS[way].toLowerCase()}, ${updates === 'yes' ? `every ${every} days` : 'no updates'}.`,
      },
    )
    await closeWhereRefused(tx, id)
    await changeRhythm(tx, id, every)
    return { id }
  },
})

/** The next update is owed in the new rhythm, counted from where the old one was; the earlier of both holds. */
async function changeRhythm(tx: Tx, victim: string, every: UpdateDays): Promise<void> {
  for (const { id, rule } of await openDutiesOf(tx, victim)) {
    const parts = readDutyRuleCode(rule)
    const variant = variantOfDays(every)
    if (parts?.rule !== 'VC07' || parts.variant === variant) continue
    const { record, subject, title, triggeredBy, triggeredAt, countsFrom, guards } = await asService(tx, () =>
      lockDuty(tx, id),
    )
    const next = { record, subject, title, triggeredBy, triggeredAt, countsFrom, guards }
    await supersedeDuty(
      tx,
      VICTIM_DUTIES,
      id,
      { ...next, rule: dutyRuleCode('VC07', parts.code, parts.enhanced, variant) },
      `They wish to hear every ${every} days`,
    )
  }
}
