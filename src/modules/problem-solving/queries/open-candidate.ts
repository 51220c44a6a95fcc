import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { patternTitle } from '../rules/pattern-words.ts'
import { DECIDERS } from '../workers.ts'
import { candidateView, type CandidateView } from './candidate-model.ts'
import { findCandidates } from './candidate-rows.ts'

export const candidateId = z.uuid({ error: 'This is not the reference of a pattern' })

const occurrenceRow = z.object({
  id: z.int(),
  category: z.string(),
  /** A day, or of what is known by month a month: `2026-11`. */
  on: z.string(),
  place: z.string(),
  reference: z.string().nullable(),
})

const choice = z.object({ value: z.string(), text: z.string() })

export const openCandidate = query({
  name: 'candidate.open',
  summary: 'Open a pattern: why it is shown, and every row behind it that you may see',
  input: z.object({ id: candidateId, page: pageNumber }),
  output: candidateView.extend({ occurrences: z.array(occurrenceRow).readonly(), page: z.int() }),
  access: { staff: 'any' },
  purpose: 'problem solving',
  audit: {
    event: 'candidate.opened',
    subjects: ({ id }, { party }) => [
      { kind: 'problem-candidate', id },
      ...(party === null ? [] : [{ kind: 'party', id: party.id }]),
    ],
  },
  async run(tx, { id, page }) {
    const occurrences = rowsAs<z.output<typeof occurrenceRow>>(
      await tx.client.query(
        `SELECT o.id, o.category, CASE WHEN o.precision = 'month' THEN to_char(o.month, 'YYYY-MM')
            ELSE (o.happened_from AT TIME ZONE 'Europe/London')::date::text END AS on,
          o.location_text AS place, o.external_reference AS reference
        FROM problem_candidate_row cr JOIN occurrence o ON o.id = cr.occurrence_id
        WHERE cr.candidate_id = $1 ORDER BY o.happened_from DESC, o.id LIMIT ${PAGE_SIZE} OFFSET $2`,
        [id, (page - 1) * PAGE_SIZE],
      ),
    )
    return { ...(await getCandidate(tx, id)), occurrences, page }
  },
})

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function getCandidate(tx: Tx, id: string): Promise<CandidateView> {
  const [found] = await findCandidates(tx, { ids: [id] })
  if (found === undefined) throw new NotFound({ kind: 'problem-candidate', id })
  return found
}

/** For its forms: the pattern, and what it could be put to. */
export const candidateForm = query({
  name: 'candidate.form',
  summary: 'Begin to decide on a pattern: what it is, and what it could be merged into',
  input: z.object({ id: candidateId }),
  output: z.object({ candidate: candidateView, into: z.array(choice).readonly() }),
  access: { staff: DECIDERS },
  purpose: 'problem solving',
  audit: { event: 'candidate.form-opened', subjects: ({ id }) => [{ kind: 'problem-candidate', id }] },
  run: async (tx, { id }) => ({ candidate: await getCandidate(tx, id), into: await mergeTargets(tx, id) }),
})

const MOST = 200

async function mergeTargets(tx: Tx, id: string) {
  const plans = rowsAs<{ id: string; text: string }>(
    await tx.client.query(
      `SELECT r.id, r.reference || ' ' || r.title AS text FROM record r
      WHERE r.kind = 'problem-plan' AND r.closed_at IS NULL ORDER BY r.opened_at DESC, r.id LIMIT ${MOST}`,
    ),
  )
  const others = await findCandidates(tx, { state: 'open' })
  return [
    ...plans.map((plan) => ({ value: `plan:${plan.id}`, text: plan.text })),
    ...others
      .filter((one) => one.id !== id)
      .slice(0, MOST)
      .map((one) => ({ value: `candidate:${one.id}`, text: patternTitle(one) })),
  ]
}
