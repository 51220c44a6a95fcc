import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { optionalChoice, PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { optionalId } from '#platform/forms/fields.ts'
import { PATTERN_KINDS } from '../patterns/pattern.ts'
import { CANDIDATE_STATES, candidateView } from './candidate-model.ts'
import { findCandidates } from './candidate-rows.ts'

/** When the system looked last, at which days, and what it could not look for. */
export const lookView = z.object({
  lookedAt: z.iso.datetime(),
  firstOn: z.string(),
  lastOn: z.string(),
  refusals: z.array(z.string()),
})

export const listCandidates = query({
  name: 'candidate.list',
  summary: 'List the patterns in your area that could be worked on as problems',
  input: z.object({
    state: optionalChoice('the state', keysOf(CANDIDATE_STATES)),
    kind: optionalChoice('the kind', keysOf(PATTERN_KINDS)),
    area: optionalId('Area'),
    page: pageNumber,
  }),
  output: z.object({
    candidates: z.array(candidateView).readonly(),
    total: z.int(),
    /** To be decided, by kind, whatever was asked for. */
    open: z.record(z.enum(keysOf(PATTERN_KINDS)), z.int()),
    areas: z.array(z.object({ value: z.string(), text: z.string() })).readonly(),
    page: z.int(),
    filter: z.object({ state: z.string().nullable(), kind: z.string().nullable(), area: z.int().nullable() }),
    look: lookView.nullable(),
  }),
  access: { staff: 'any' },
  purpose: 'problem solving',
  audit: {
    event: 'candidate.listed',
    subjects: (_, { candidates }) => candidates.map(({ id }) => ({ kind: 'problem-candidate', id })),
    detail: ({ page }, { total, filter }) => ({ page, total, filter }),
  },
  async run(tx, { page, ...filter }) {
    // Three of each kind in an area at most: they are read whole and chosen from here.
    const all = await findCandidates(tx, {})
    const state = filter.state ?? 'open'
    const found = all.filter(
      (one) =>
        one.state === state &&
        (filter.kind === null || one.kind === filter.kind) &&
        (filter.area === null || one.area === filter.area),
    )
    const waiting = all.filter((one) => one.state === 'open')
    const count = (kind: keyof typeof PATTERN_KINDS) => waiting.filter((one) => one.kind === kind).length
    return {
      candidates: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      total: found.length,
      open: {
        'hot-spot': count('hot-spot'),
        'repeat-place': count('repeat-place'),
        'repeat-victim': count('repeat-victim'),
        'near-repeat': count('near-repeat'),
        'repeat-asb-place': count('repeat-asb-place'),
        'repeat-caller': count('repeat-caller'),
      },
      areas: [...new Map(all.map(({ area, areaName }) => [String(area), areaName]))]
        .map(([value, text]) => ({ value, text }))
        .sort((a, b) => (a.text < b.text ? -1 : 1)),
      page,
      filter: { ...filter, state: filter.state },
      look: await lastLook(tx),
    }
  },
})

async function lastLook(tx: Tx): Promise<z.output<typeof lookView> | null> {
  const [row] = rowsAs<Omit<z.output<typeof lookView>, 'lookedAt'> & { readonly lookedAt: Date }>(
    await tx.client.query(
      `SELECT looked_at AS "lookedAt", first_on::text AS "firstOn", last_on::text AS "lastOn", refusals FROM problem_look
      ORDER BY looked_at DESC LIMIT 1`,
    ),
  )
  return row === undefined ? null : { ...row, lookedAt: row.lookedAt.toISOString() }
}
