import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { PARTY_KIND_NAMES } from '#kernel/parties/words.ts'
import { readHead, recordHead } from '#kernel/records/head.ts'
import { recordId } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { rowsAs } from '#platform/edge.ts'
import { id } from '#platform/forms/fields.ts'
import { WRITERS } from '../writers.ts'
import { areaHead, getArea } from './area.ts'
import { packContent } from './pack-content.ts'

const named = z.object({ id: z.int(), kind: z.enum(PARTY_KIND_NAMES), label: z.string() })

interface PackRow {
  readonly area: number
  readonly madeBy: string
  readonly madeAt: Date
  readonly keepUntil: string
  readonly content: unknown
}

export const openHandOver = query({
  name: 'hand-over.open',
  summary: 'Open a hand-over pack: a patch as it stood when it was left to somebody',
  input: z.object({ id: recordId }),
  output: z.object({
    head: recordHead,
    area: areaHead,
    madeBy: z.string(),
    madeAt: z.iso.datetime(),
    keepUntil: z.string(),
    /** Null once it is over: it was a copy, and what it was copied from has gone on. */
    content: packContent.nullable(),
    /** Who is meant, as far as this reader may open them. */
    people: z.array(named),
  }),
  access: { staff: 'any' },
  purpose: 'neighbourhood policing',
  audit: {
    event: 'hand-over.opened',
    subjects: (input, { content, people }) => [
      { kind: 'hand-over', id: input.id },
      ...(content?.individuals ?? []).map((one) => ({ kind: 'key-individual', id: one.id })),
      ...people.map((one) => ({ kind: 'party', id: one.id })),
    ],
  },
  async run(tx, { id: wanted }) {
    const head = await readHead(tx, 'hand-over', wanted)
    const [row] = rowsAs<PackRow>(
      await tx.client.query(
        `SELECT h.of_area AS area, a.name AS "madeBy", h.made_at AS "madeAt", h.keep_until::text AS "keepUntil", h.content
        FROM handover_pack h JOIN account a ON a.id = h.made_by WHERE h.id = $1`,
        [wanted],
      ),
    )
    if (row === undefined) throw new NotFound({ kind: 'hand-over', id: wanted })
    const content = row.keepUntil < today(tx) ? null : packContent.parse(row.content)
    return {
      head,
      area: await getArea(tx, row.area),
      madeBy: row.madeBy,
      madeAt: row.madeAt.toISOString(),
      keepUntil: row.keepUntil,
      content,
      people: await peopleOf(tx, content?.individuals.map(({ party }) => party) ?? []),
    }
  },
})

/** Their names now, under the reader's own eyes. */
async function peopleOf(tx: Tx, parties: readonly number[]) {
  if (parties.length === 0) return []
  return [
    ...rowsAs<z.output<typeof named>>(
      await tx.client.query('SELECT id, kind, label FROM party WHERE id = ANY ($1) ORDER BY id', [parties]),
    ),
  ]
}

export const areaForm = query({
  name: 'community.form',
  summary: 'Begin something about an area: a group or place, a key individual, a hand-over',
  input: z.object({ id: id('Area') }),
  output: z.object({ area: areaHead }),
  access: { staff: WRITERS },
  purpose: 'neighbourhood policing',
  audit: { event: 'community-profile.form-opened', subjects: ({ id: area }) => [{ kind: 'area', id: area }] },
  run: async (tx, { id: wanted }) => ({ area: await getArea(tx, wanted) }),
})
