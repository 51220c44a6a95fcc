import { z } from 'zod'
import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { SMALL, withholdSmall } from '#kernel/measures/rules/mea03-small-numbers.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { ANSWERS, QUESTIONS } from '../rules/feedback.ts'
import { count } from './model.ts'

export const saidModel = z.object({
  /** How many were drawn by lot of those told in these months, and how many of them were asked since. */
  drawn: z.int(),
  asked: z.int(),
  questions: z.array(
    z.object({
      question: z.enum(keysOf(QUESTIONS)),
      yes: count,
      no: count,
      unsure: count,
    }),
  ),
})
export type Said = z.output<typeof saidModel>

interface Row {
  readonly drawn: number
  readonly asked: number
  readonly answers: Readonly<Record<string, number>>
}

/**
 * What victims said who were drawn by lot of those told in these months, their first answer after the draw; of the whole force,
 * small numbers withheld, and all answers while fewer than five
 * were asked. Those whom somebody chose to ask are not among them.
 */
export async function readSaid(tx: Tx, from: CivilMonth, to: CivilMonth): Promise<Said> {
  const [row] = await asService(tx, async () => rowsAs<Row>(await tx.client.query(SAID, [from, to])))
  const { drawn = 0, asked = 0, answers = {} } = row ?? {}
  return {
    drawn,
    asked,
    questions: keysOf(QUESTIONS).map((question) => {
      const counts = keysOf(ANSWERS).map((answer) => answers[`${question} ${answer}`] ?? 0)
      const withheld = withholdSmall(
        'count',
        counts.map((numerator) => ({ numerator, denominator: null })),
      )
      const [yes, no, unsure] = counts.map((one, i) =>
        asked < SMALL ? ('withheld' as const) : (withheld[i]?.numerator ?? one),
      )
      return { question, yes: yes ?? 0, no: no ?? 0, unsure: unsure ?? 0 }
    }),
  }
}

const SAID = `
  WITH drawn AS (SELECT d.drawn_at, v.id FROM victim_callback_draw d CROSS JOIN unnest(d.drawn) AS v (id)
      WHERE d.month >= ($1 || '-01')::date AND d.month <= ($2 || '-01')::date),
    said AS (SELECT f.* FROM drawn d CROSS JOIN LATERAL (SELECT useful, informed, treated FROM victim_feedback
      WHERE victim_id = d.id AND asked_at >= d.drawn_at ORDER BY asked_at, id LIMIT 1) AS f),
    answers AS (SELECT question || ' ' || answer AS key, count(*)::integer AS times FROM said
      CROSS JOIN LATERAL (VALUES ('useful', useful), ('informed', informed), ('treated', treated)) AS a (question, answer)
      GROUP BY 1)
  SELECT (SELECT count(*)::integer FROM drawn) AS drawn, (SELECT count(*)::integer FROM said) AS asked,
    coalesce((SELECT json_object_agg(key, times) FROM answers), '{}') AS answers`
