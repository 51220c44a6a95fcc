import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { WORKING_AREA_KINDS } from '#kernel/organisation/words.ts'
import { readHead, recordHead } from '#kernel/records/head.ts'
import { recordId, recordKind } from '#kernel/records/record.ts'

const option = z.object({ id: z.int(), name: z.string() })
const named = { kind: recordKind, id: recordId }

/** For a form that asks for nothing but words. */
export const beginEntry = query({
  name: 'record.begin',
  summary: 'Begin to write something down about a record',
  input: z.object(named),
  output: z.object({ head: recordHead }),
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: { event: 'record.begun', subjects: ({ kind, id }) => [{ kind, id }] },
  run: async (tx, { kind, id }) => ({ head: await readHead(tx, kind, id) }),
})

/** For a form that asks to whom or where. */
export const beginGiving = query({
  name: 'record.begin-giving',
  summary: 'Begin to hand on a record, or to give somebody something to do: to whom it could be',
  input: z.object(named),
  output: z.object({
    head: recordHead,
    units: z.array(option),
    areas: z.array(option),
    agencies: z.array(option),
    compartments: z.array(option),
  }),
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: { event: 'record.begun', subjects: ({ kind, id }) => [{ kind, id }] },
  run: async (tx, { kind, id }) => ({ head: await readHead(tx, kind, id), ...(await readChoices(tx)) }),
})

type Option = z.output<typeof option>

/** Where and to whom something can be given today: units of the force, areas, partner agencies, the reader's compartments. */
export async function readChoices(tx: Tx) {
  const { rows } = await tx.client.query<Record<'units' | 'areas' | 'agencies' | 'compartments', Option[] | null>>(
    `SELECT
      (SELECT json_agg(json_build_object('id', id, 'name', name) ORDER BY name, id) FROM unit
        WHERE agency_id = $2 AND $1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')) AS units,
      (SELECT json_agg(json_build_object('id', id, 'name', name) ORDER BY array_position($3, kind), name, id) FROM area
        WHERE kind = ANY ($3) AND $1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')) AS areas,
      (SELECT json_agg(json_build_object('id', id, 'name', name) ORDER BY name, id) FROM agency
        WHERE kind <> 'police-force' AND $1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')) AS agencies,
      (SELECT json_agg(json_build_object('id', id, 'name', name) ORDER BY name, id) FROM compartment
        WHERE id = ANY ($4::bigint[])) AS compartments`,
    [today(tx), tx.reader.agency, WORKING_AREA_KINDS, tx.reader.compartments],
  )
  const row = rows[0]
  return {
    units: row?.units ?? [],
    areas: row?.areas ?? [],
    agencies: row?.agencies ?? [],
    compartments: row?.compartments ?? [],
  }
}
