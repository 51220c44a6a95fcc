import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { query } from '#kernel/operations.ts'
import { optionalChoice, PAGE_SIZE, pageNumber, searchWords } from '#kernel/organisation/paging.ts'
import { RECORD_KINDS, recordKind } from '#kernel/records/record.ts'
import { readReference, readTyped, type TypedReference } from '#kernel/records/reference.ts'
import { HIT_END, HIT_START, marked, type Marked } from '../rules/marked.ts'

const markedText = z.array(z.object({ text: z.string(), hit: z.boolean() }))

export const recordHit = z.object({
  id: z.string(),
  kind: recordKind,
  reference: z.string(),
  title: markedText,
  /** The words of the record around those that were found; none where its title or reference says it all. */
  words: markedText,
  byReference: z.boolean(),
  stage: z.string(),
  marking: z.enum(MARKINGS),
  closed: z.boolean(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  ownerName: z.string().nullable(),
})
export type RecordHit = z.output<typeof recordHit>

const facet = z.object({ kind: recordKind, stage: z.string(), count: z.int() })

/** What the search function answers: counts of what this reader may see, and ids, the best first. */
const answer = z.object({
  found: z.int(),
  more: z.boolean(),
  facets: z.array(facet),
  hits: z.array(z.object({ id: z.string(), byReference: z.boolean() })),
})

export const searchRecords = query({
  name: 'record.search',
  summary: 'Search the records that you may see, by reference or words',
  input: z.object({
    q: searchWords,
    kind: optionalChoice('the kind', keysOf(RECORD_KINDS)),
    stage: z
      .string()
      .max(60)
      .optional()
      .transform((stage) => (stage === undefined || stage === '' ? null : stage)),
    page: pageNumber,
  }),
  output: z.object({
    q: z.string(),
    kind: recordKind.nullable(),
    stage: z.string().nullable(),
    page: z.int(),
    /** How many the reader may see, of the kind and stage chosen. */
    found: z.int(),
    /** There are more than 5,000: what is told of is the newest thousand. */
    more: z.boolean(),
    /** Of all kinds and stages. */
    facets: z.array(facet),
    hits: z.array(recordHit),
    /** What was typed is a whole reference with something wrong in it. */
    mistyped: z.boolean(),
  }),
  access: { staff: 'any' },
  purpose: 'search',
  audit: {
    event: 'record.searched',
    subjects: (_, { hits }) => hits.map(({ kind, id }) => ({ kind, id })),
    // What was typed may name somebody, and the audit holds no names: how many words, and a reference if it was one.
    detail: ({ q, kind, stage, page }, { found }) => ({
      words: q === '' ? 0 : q.split(/\s+/).length,
      reference: readReference(q),
      kind,
      stage,
      page,
      found,
    }),
  },
  async run(tx, { q, kind, stage, page }) {
    const typed = typedReference(q)
    const asked = { q, kind, stage, page, mistyped: typed.mistyped }
    if (q === '') return { ...asked, found: 0, more: false, facets: [], hits: [] }
    const { found, more, facets, hits } = await findRecords(tx, q, typed.starts, kind, stage)
    // Of the other kinds and stages it is told as well, how many there are.
    const all = kind === null && stage === null ? facets : (await findRecords(tx, q, typed.starts, null, null)).facets
    const shown = hits.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    return { ...asked, found, more, facets: all, hits: await readRecordHits(tx, q, shown) }
  },
})

/** What was typed, as far as it is a reference of some kind of record. */
export function typedReference(q: string): TypedReference {
  return readTyped(
    q,
    Object.values(RECORD_KINDS).map(({ prefix }) => prefix),
  )
}

/** Counts of the records that the reader may see, and ids, the best first. */
export async function findRecords(
  tx: Tx,
  q: string,
  starts: readonly string[],
  kind: string | null,
  stage: string | null,
) {
  const { rows } = await tx.client.query<{ answer: unknown }>('SELECT search.records($1, $2, $3, $4) AS answer', [
    q,
    starts,
    kind,
    stage,
  ])
  return answer.parse(rows[0]?.answer)
}

interface HitRow extends Omit<RecordHit, 'title' | 'words' | 'openedAt' | 'closedAt' | 'byReference'> {
  readonly title: string
  readonly words: string
  readonly openedAt: Date
  readonly closedAt: Date | null
}

/** The records themselves, under the reader's own policies, with the words that were found marked. */
export async function readRecordHits(
  tx: Tx,
  q: string,
  shown: readonly { readonly id: string; readonly byReference: boolean }[],
) {
  if (shown.length === 0) return []
  const options = `StartSel=${HIT_START}, StopSel=${HIT_END}`
  const rows = rowsAs<HitRow>(
    await tx.client.query(
      `SELECT r.id, r.kind, r.reference, r.stage, r.marking, r.compartment_id IS NOT NULL AS closed,
        r.opened_at AS "openedAt", r.closed_at AS "closedAt", o.name AS "ownerName",
        ts_headline('english', translate(r.title, $3, ''), asked.query, $4 || ', HighlightAll=true') AS title,
        CASE WHEN to_tsvector('english', r.words) @@ asked.query
          THEN ts_headline('english', translate(left(r.words, 4000), $3, ''), asked.query, $4 || ', MaxWords=24, MinWords=8')
          ELSE '' END AS words
      FROM record r LEFT JOIN account o ON o.id = r.owner_id, websearch_to_tsquery('english', $2) AS asked(query)
      WHERE r.id = ANY ($1)`,
      [shown.map(({ id }) => id), q, HIT_START + HIT_END, options],
    ),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return shown.flatMap(({ id, byReference }) => {
    const row = byId.get(id)
    return row === undefined ? [] : [hitOf(row, byReference)]
  })
}

function hitOf({ title, words, openedAt, closedAt, ...row }: HitRow, byReference: boolean): RecordHit {
  return {
    ...row,
    byReference,
    title: [...(byReference ? plain(marked(title)) : marked(title))],
    words: byReference ? [] : [...marked(words)],
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  }
}

function plain(parts: readonly Marked[]): readonly Marked[] {
  return parts.map(({ text }) => ({ text, hit: false }))
}
