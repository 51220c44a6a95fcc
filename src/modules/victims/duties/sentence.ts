import { correctTrigger } from '#kernel/duties/replace-duty.ts'
import { dutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import { VICTIM_RULES } from '#kernel/victims-code/victim-rules.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { VICTIM_DUTIES } from './duty-rules.ts'
import type { OwedVictim } from './owed-victim.ts'
import { sentenceAfter } from './sentence-day.ts'

/** What is owed before a sentence, under each code and category. */
const BEFORE_SENTENCE = VICTIM_RULES.filter(({ beforeSentence }) => beforeSentence).flatMap(({ code }) =>
  (['2015', '2020'] as const).flatMap((year) => [dutyRuleCode(code, year, false), dutyRuleCode(code, year, true)]),
)

/** Reckons what is owed before the sentence anew, where that is at another time than before, or has none any more (VCT23). */
export async function reckonSentence(tx: Tx, victims: readonly OwedVictim[]): Promise<void> {
  for (const { id, occurrence } of victims)
    await asService(tx, async () => {
      for (const duty of await dutiesBeforeSentence(tx, id)) {
        const { triggeredAt } = duty
        const sentence = await sentenceAfter(tx, occurrence, triggeredAt)
        if (sentence?.getTime() === duty.countsFrom?.getTime()) continue
        const reason = sentence === null ? 'The sentence has no day any more' : 'The day of the sentence became known'
        await correctTrigger(tx, VICTIM_DUTIES, duty.id, { triggeredAt, countsFrom: sentence, reason })
      }
    })
}

async function dutiesBeforeSentence(tx: Tx, victim: string) {
  return rowsAs<{ id: string; triggeredAt: Date; countsFrom: Date | null }>(
    await tx.client.query(
      `SELECT id, triggered_at AS "triggeredAt", counts_from AS "countsFrom" FROM duty
      WHERE record_id = $1 AND subject_kind = 'victim' AND rule = ANY ($2) AND superseded_at IS NULL
      ORDER BY id`,
      [victim, BEFORE_SENTENCE],
    ),
  )
}
