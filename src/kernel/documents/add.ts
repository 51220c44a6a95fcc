import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { choice, optionalId, text } from '#platform/forms/fields.ts'
import { command } from '../operations.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import type { Receipts } from './receipts.ts'
import { heldHere, MARKING_ANSWERS } from './rules/doc01-held-elsewhere.ts'
import { withinClearance } from './rules/doc02-own-clearance.ts'
import { memberOf } from './rules/doc03-own-compartment.ts'

export const addDocumentCommand = (receipts: Receipts) =>
  command({
    name: 'document.add',
    summary: 'Add a document: what is known of a file that was sent, and who may read it',
    input: z.object({
      title: text('Title'),
      marking: choice('The marking', MARKING_ANSWERS),
      /** Who may read it: the whole force, those who reach a unit, or those who reach an area. */
      reach: choice('Who may read it', ['force', 'unit', 'area']),
      unit: optionalId('Unit'),
      area: optionalId('Area'),
      compartment: optionalId('Compartment'),
      /** The receipt that the upload gave. */
      file: z.string({ error: 'Choose a file' }).min(1, { error: 'Choose a file' }).max(4000),
    }),
    output: z.object({ id: z.string(), sha256: z.string(), bytes: z.int() }),
    access: { staff: 'any' },
    purpose: 'documents',
    audit: {
      event: 'document.added',
      subjects: (_, { id }) => [{ kind: 'document', id }],
      detail: ({ marking, reach, compartment }, { sha256, bytes }) => ({ marking, reach, compartment, sha256, bytes }),
    },
    async run(tx, input) {
      const { account, agency, clearance, compartments } = tx.reader
      if (account === null || agency === null) throw new Forbidden()
      const marking = heldHere(input.marking)
      refuseOn(withinClearance(marking, clearance), memberOf(input.compartment, compartments))
      const reach = await reachOf(tx, input)
      const file = receipts.redeem(input.file, account)
      const id = randomUUID()
      await tx.db
        .insertInto('document')
        .values({
          id,
          title: input.title,
          file_name: file.name,
          media_type: file.mediaType,
          bytes: file.bytes,
          sha256: file.sha256,
          agency_id: agency,
          ...reach,
          marking,
          compartment_id: input.compartment,
          added_by: account,
          added_at: tx.now,
        })
        .execute()
      return { id, sha256: file.sha256, bytes: file.bytes }
    },
  })

/** Throws Invalid at the field when the unit or area that it needs is missing or unknown. */
async function reachOf(
  tx: Tx,
  { reach, unit, area }: { readonly reach: string; readonly unit: number | null; readonly area: number | null },
): Promise<{ readonly unit_id: number | null; readonly area_id: number | null }> {
  if (reach === 'force') return { unit_id: null, area_id: null }
  const table = reach === 'unit' ? 'unit' : 'area'
  const chosen = reach === 'unit' ? unit : area
  const known =
    chosen !== null && (await tx.db.selectFrom(table).select('id').where('id', '=', chosen).executeTakeFirst())
  if (!known) throw new Invalid({ [table]: `Choose the ${table} from the list` })
  return { unit_id: reach === 'unit' ? chosen : null, area_id: reach === 'area' ? chosen : null }
}
