import { z } from 'zod'
import { about } from '#platform/operations/define.ts'
import { query } from '../operations.ts'
import { today } from '../organisation/today.ts'
import { WORKING_AREA_KINDS } from '../organisation/words.ts'
import { documentId, documentView, getDocument } from './row.ts'

export const openDocument = query({
  name: 'document.open',
  summary: 'Open a document’s page: what is known of it',
  input: z.object({ id: documentId }),
  output: documentView,
  access: { staff: 'any' },
  purpose: 'documents',
  audit: { event: 'document.opened', subjects: (input) => [{ kind: 'document', id: input.id }] },
  run: (tx, input) => getDocument(tx, input.id),
})

const option = z.object({ id: z.int(), name: z.string() })

export const beginDocument = query({
  name: 'document.begin',
  summary: 'Begin to add a document: whom it could be for',
  input: z.object({}),
  output: z.object({
    units: z.array(option),
    areas: z.array(option.extend({ kind: z.string() })),
    compartments: z.array(option),
  }),
  access: { staff: 'any' },
  purpose: 'documents',
  audit: { event: 'document.begun', subjects: about.nobody },
  async run(tx) {
    const units = await tx.client.query<{ id: number; name: string }>(
      `SELECT id, name FROM unit WHERE $1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity') ORDER BY name`,
      [today(tx)],
    )
    const areas = await tx.client.query<{ id: number; name: string; kind: string }>(
      `SELECT id, name, kind FROM area WHERE kind = ANY ($2) AND $1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')
      ORDER BY array_position($2, kind), name`,
      [today(tx), WORKING_AREA_KINDS],
    )
    const compartments = await tx.client.query<{ id: number; name: string }>(
      'SELECT id, name FROM compartment WHERE id = ANY ($1::bigint[]) ORDER BY name',
      [tx.reader.compartments],
    )
    return { units: units.rows, areas: areas.rows, compartments: compartments.rows }
  },
})
