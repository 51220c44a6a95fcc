import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { PARTY_KIND_NAMES } from '#kernel/parties/words.ts'
import { readParts, recordParts } from '#kernel/records/parts.ts'
import { recordId } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { rowsAs } from '#platform/edge.ts'
import { areaHead } from './area.ts'

/** A key individual. Who it is stands with the party: null where the reader may not open that. Days are civil dates. */
export const keyIndividual = z.object({
  id: z.uuid(),
  who: z.object({ id: z.int(), kind: z.enum(PARTY_KIND_NAMES), label: z.string() }).nullable(),
  role: z.string(),
  purpose: z.string(),
  agreedOn: z.string().nullable(),
  reviewOn: z.string(),
  lastContactAt: z.iso.datetime().nullable(),
  addedAt: z.iso.datetime(),
  endedOn: z.string().nullable(),
  area: areaHead.pick({ id: true, name: true }),
  version: z.int(),
})
export type KeyIndividual = z.output<typeof keyIndividual>

const SQL = `SELECT k.id, CASE WHEN p.id IS NULL THEN NULL
    ELSE jsonb_build_object('id', p.id, 'kind', p.kind, 'label', p.label) END AS who,
    k.role, k.purpose, k.agreed_on::text AS "agreedOn", k.review_on::text AS "reviewOn",
    k.last_contact_at AS "lastContactAt", r.opened_at AS "addedAt", k.ended_on::text AS "endedOn",
    jsonb_build_object('id', a.id, 'name', a.name) AS area, r.version
  FROM key_individual k JOIN record r ON r.id = k.id JOIN area a ON a.id = k.area_id LEFT JOIN party p ON p.id = k.party_id`

type Row = Omit<KeyIndividual, 'lastContactAt' | 'addedAt'> & { lastContactAt: Date | null; addedAt: Date }

function asKept({ lastContactAt, addedAt, ...row }: Row): KeyIndividual {
  return { ...row, lastContactAt: lastContactAt?.toISOString() ?? null, addedAt: addedAt.toISOString() }
}

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function getKeyIndividual(tx: Tx, wanted: string): Promise<KeyIndividual> {
  const [row] = rowsAs<Row>(await tx.client.query(`${SQL} WHERE k.id = $1`, [wanted]))
  if (row === undefined) throw new NotFound({ kind: 'key-individual', id: wanted })
  return asKept(row)
}

/** Those of an area that still stand, the longest without a talk first. One statement. */
export async function keyIndividualsOf(tx: Tx, area: number): Promise<KeyIndividual[]> {
  return rowsAs<Row>(
    await tx.client.query(
      `${SQL} WHERE k.area_id = $1 AND k.ended_on IS NULL ORDER BY coalesce(k.last_contact_at, r.opened_at), k.id LIMIT 100`,
      [area],
    ),
  ).map(asKept)
}

const aboutThem = (
  _input: unknown,
  { one }: { readonly one: KeyIndividual },
): readonly { readonly kind: string; readonly id: string | number }[] => [
  { kind: 'key-individual', id: one.id },
  ...(one.who === null ? [] : [{ kind: 'party', id: one.who.id }]),
]

export const openKeyIndividual = query({
  name: 'key-individual.open',
  summary: 'Open a key individual: their role in the community, what for, and when they were talked with',
  input: z.object({ id: recordId, after: z.uuid().nullish() }),
  output: recordParts.extend({ one: keyIndividual }),
  access: { staff: 'any' },
  purpose: 'neighbourhood policing',
  audit: { event: 'key-individual.opened', subjects: aboutThem },
  async run(tx, { id, after }) {
    return { one: await getKeyIndividual(tx, id), ...(await readParts(tx, 'key-individual', id, after ?? null)) }
  },
})

export const keyIndividualForm = query({
  name: 'key-individual.form',
  summary: 'Begin an act on a key individual: them as they stand',
  input: z.object({ id: recordId }),
  output: z.object({ one: keyIndividual }),
  access: { staff: 'any' },
  purpose: 'neighbourhood policing',
  audit: { event: 'key-individual.form-opened', subjects: aboutThem },
  run: async (tx, { id }) => ({ one: await getKeyIndividual(tx, id) }),
})
