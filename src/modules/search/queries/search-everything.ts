import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { query } from '#kernel/operations.ts'
import { optionalChoice, pageNumber, searchWords } from '#kernel/organisation/paging.ts'
import { today } from '#kernel/organisation/today.ts'
import { findParties, type Found, type FoundParties } from '#kernel/parties/search/find.ts'
import { partyHit, readHits } from '#kernel/parties/search/read-hits.ts'
import { readReference } from '#kernel/records/reference.ts'
import { FOUND_KINDS, isPartyKind, searchesFor, type FoundKind } from '../rules/kinds.ts'
import { findOccurrences, occurrenceHit, type OccurrenceHit } from './find-occurrences.ts'
import { findRecords, readRecordHits, recordHit, typedReference } from './search-records.ts'

export const HITS_A_PAGE = 25

const foundHit = z.discriminatedUnion('type', [
  z.object({ type: z.literal('party'), party: partyHit }),
  z.object({ type: z.literal('record'), record: recordHit }),
  z.object({ type: z.literal('occurrence'), occurrence: occurrenceHit }),
])
export type FoundHit = z.output<typeof foundHit>

/** Something found and not yet read, with what puts it in its place among the others. */
type Hit =
  | { readonly score: number; readonly type: 'party'; readonly party: Found }
  | {
      readonly score: number
      readonly type: 'record'
      readonly record: { readonly id: string; readonly byReference: boolean }
    }
  | { readonly score: number; readonly type: 'occurrence'; readonly occurrence: OccurrenceHit }

export const searchEverything = query({
  name: 'search.everything',
  summary: 'Search people, places, things, records and occurrences that you may see: names, dates, numbers, words',
  input: z.object({ q: searchWords, kind: optionalChoice('the kind', FOUND_KINDS), page: pageNumber }),
  output: z.object({
    q: z.string(),
    kind: z.enum(FOUND_KINDS).nullable(),
    page: z.int(),
    /** The day on which it was asked, to reckon ages to. */
    today: z.string(),
    /** How many the reader may see, of the kind chosen. */
    found: z.int(),
    /** How many of them can be looked through. */
    listed: z.int(),
    /** There are more than were counted: of parties 1,000, of records 5,000. */
    more: z.boolean(),
    facets: z.array(z.object({ kind: z.enum(FOUND_KINDS), count: z.int() })),
    hits: z.array(foundHit),
    /** What was typed is a whole reference of a record with something wrong in it. */
    mistyped: z.boolean(),
  }),
  access: { staff: 'any' },
  purpose: 'search',
  audit: {
    event: 'search.made',
    subjects: (_, { hits }) => hits.map(subjectOf),
    // What was typed may name somebody, and the audit holds no names: how many words, and a reference if it was one.
    detail: ({ q, kind, page }, { found }) => ({
      words: q === '' ? 0 : q.split(/\s+/).length,
      reference: readReference(q),
      kind,
      page,
      found,
    }),
  },
  async run(tx, { q, kind, page }) {
    const { starts, mistyped } = typedReference(q)
    const asked = { q, kind, page, today: today(tx), mistyped }
    if (q === '') return { ...asked, found: 0, listed: 0, more: false, facets: [], hits: [] }
    const parties = await findParties(tx, q, { kind: null, typing: false, told: page * HITS_A_PAGE })
    const records = await findRecords(tx, q, starts, null, null)
    const occurrences = await findOccurrences(tx, q)
    const facets: { kind: FoundKind; count: number }[] = [...parties.facets, ...countsOf(records.facets)]
    if (occurrences.length > 0) facets.push({ kind: 'occurrence', count: occurrences.length })
    const only = searchesFor(kind)
    const hits = [
      ...(only.parties === null ? [] : (await ofKind(tx, q, parties, kind, page)).map(partyScore)),
      ...(only.records === null ? [] : records.hits.map(recordScore)),
      ...(only.occurrences ? occurrences.map(occurrenceScore) : []),
    ].toSorted((a, b) => b.score - a.score)
    const shown = hits.slice((page - 1) * HITS_A_PAGE, page * HITS_A_PAGE)
    return {
      ...asked,
      found: facets.filter((facet) => kind === null || facet.kind === kind).reduce((sum, { count }) => sum + count, 0),
      listed: hits.length,
      more: (only.parties !== null && parties.more) || (only.records !== null && records.more),
      facets,
      hits: await readAll(tx, q, parties, shown),
    }
  },
})

/** Those of one kind, asked for by themselves only where not all of them are among the best of every kind. */
async function ofKind(
  tx: Tx,
  q: string,
  all: FoundParties,
  kind: FoundKind | null,
  page: number,
): Promise<readonly Found[]> {
  if (kind === null || !isPartyKind(kind)) return all.hits
  const { hits } = all.facets.every((facet) => facet.kind === kind)
    ? all
    : await findParties(tx, q, { kind, typing: false, told: page * HITS_A_PAGE })
  return hits
}

function countsOf(
  facets: readonly { readonly kind: FoundKind; readonly count: number }[],
): { kind: FoundKind; count: number }[] {
  const counts = new Map<FoundKind, number>()
  for (const { kind, count } of facets) counts.set(kind, (counts.get(kind) ?? 0) + count)
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

function partyScore(party: Found): Hit {
  return { type: 'party', score: party.score, party }
}

/** By its reference, before any name; by words, after those whose every word is in the name and before what is only like it. */
function recordScore(record: { readonly id: string; readonly byReference: boolean }): Hit {
  return { type: 'record', score: record.byReference ? 200 : 85, record }
}

function occurrenceScore(occurrence: OccurrenceHit): Hit {
  return { type: 'occurrence', score: 200, occurrence }
}

/** What is shown, read under the reader's own policies: two statements however many. */
async function readAll(tx: Tx, q: string, parties: FoundParties, shown: readonly Hit[]): Promise<FoundHit[]> {
  const read = await readHits(
    tx,
    shown.flatMap((hit) => (hit.type === 'party' ? hit.party : [])),
    parties.typed,
  )
  const records = await readRecordHits(
    tx,
    q,
    shown.flatMap((hit) => (hit.type === 'record' ? hit.record : [])),
  )
  const partyById = new Map(read.map((party) => [party.id, party]))
  const recordById = new Map(records.map((record) => [record.id, record]))
  return shown.flatMap((hit): FoundHit[] => {
    if (hit.type === 'occurrence') return [{ type: hit.type, occurrence: hit.occurrence }]
    const party = hit.type === 'party' ? partyById.get(hit.party.party) : undefined
    if (party !== undefined) return [{ type: 'party', party }]
    const record = hit.type === 'record' ? recordById.get(hit.record.id) : undefined
    return record === undefined ? [] : [{ type: 'record', record }]
  })
}

function subjectOf(hit: FoundHit): { readonly kind: string; readonly id: string | number } {
  if (hit.type === 'party') return { kind: 'party', id: hit.party.id }
  if (hit.type === 'record') return { kind: hit.record.kind, id: hit.record.id }
  return { kind: 'occurrence', id: hit.occurrence.id }
}
