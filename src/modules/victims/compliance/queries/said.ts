import { z } from 'zod'
import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { SMALL, withholdSmall } from '#kernel/measures/rules/mea03-small-numbers.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { ANSWERS, QUESTIONS } from '../rules/feedback.ts'
import { count } from './model.ts'

const answered = z.object({ yes: count, no: count, unsure: count })

export const saidModel = z.object({
  /** How many were drawn by lot of those told in these months, and how many of them were asked since. */
  drawn: z.int(),
  asked: z.int(),
  questions: z.array(answered.extend({ question: z.enum(keysOf(QUESTIONS)) })),
  /** Whether their own page helped those who said so in these months, each by the last that they said; null where nobody did. */
  helped: answered.nullable(),
})
export type Said = z.output<typeof saidModel>

interface Row {
  readonly drawn: number
  readonly asked: number
  readonly answers: Readonly<Record<string, number>>
  readonly helped: Readonly<Record<string, number>>
}

/**
 * What victims said who were drawn by lot of those told in these months, their first answer after the draw, and what they said by
 * themselves of their own page; of the whole force, small numbers withheld, and all answers while fewer than five were asked. Those
 * whom somebody chose to ask are not among them.
 */
export async function readSaid(tx: Tx, from: CivilMonth, to: CivilMonth): Promise<Said> {
  const [row] = await asService(tx, async () => rowsAs<Row>(await tx.client.query(SAID, [from, to])))
  const { drawn = 0, asked = 0, answers = {}, helped = {} } = row ?? {}
  const own = keysOf(ANSWERS).map((answer) => helped[answer] ?? 0)
  const said = own.reduce((sum, times) => sum + times, 0)
  return {
    drawn,
    asked,
    questions: keysOf(QUESTIONS).map((question) => ({
      question,
      ...published(
        keysOf(ANSWERS).map((answer) => answers[`${question} ${answer}`] ?? 0),
        asked,
      ),
    })),
    helped: said === 0 ? null : published(own, said),
  }
}

/** How many answered yes, no, or unsure, of so many who were asked. */
function published(counts: readonly number[], asked: number): z.output<typeof answered> {
  const shown = withholdSmall(
    'count',
    counts.map((numerator) => ({ numerator, denominator: null })),
  )
  const [yes = 0, no = 0, unsure = 0] = counts.map((one, i) =>
    asked < SMALL ? ('withheld' as const) : (shown[i]?.numerator ?? one),
  )
  return { yes, no, unsure }
}

const SAID = `
  WITH drawn AS (SELECT d.drawn_at, v.id FROM victim_callback_draw d CROSS JOIN unnest(d.drawn) AS v (id)
      WHERE d.month >= ($1 || '-01')::date AND d.month <= ($2 || '-01')::date),
    said AS (SELECT f.* FROM drawn d CROSS JOIN LATERAL (SELECT useful, informed, treated FROM victim_feedback
      WHERE victim_id = d.id AND asked_at >= d.drawn_at ORDER BY asked_at, id LIMIT 1) AS f),
    answers AS (SELECT question || ' ' || answer AS key, count(*)::integer AS times FROM said
      CROSS JOIN LATERAL (VALUES ('useful', useful), ('informed', informed), ('treated', treated)) AS a (question, answer)
      GROUP BY 1),
    own AS (SELECT helped AS key, count(*)::integer AS times FROM (SELECT DISTINCT ON (victim_id) helped FROM victim_own_word
        WHERE at >= ($1 || '-01')::timestamp AT TIME ZONE 'Europe/London'
          AND at < (($2 || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Europe/London'
        ORDER BY victim_id, at DESC, id) AS last GROUP BY 1)
  SELECT (SELECT count(*)::integer FROM drawn) AS drawn, (SELECT count(*)::integer FROM said) AS asked,
    coalesce((SELECT json_object_agg(key, times) FROM answers), '{}') AS answers,
    coalesce((SELECT json_object_agg(key, times) FROM own), '{}') AS helped`
