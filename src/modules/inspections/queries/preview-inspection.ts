import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { about } from '#platform/operations/define.ts'
import { findBefore } from '../imports/find-before.ts'
import { findText, hashOf } from '../imports/kept-text.ts'
import { readReport } from '../report/read-report.ts'
import { WRITERS } from '../writers.ts'
import { differencesModel, readingModel } from './reading-model.ts'

/** What was read of the report that the person gave last: shown before anything is saved. */
export const previewInspection = query({
  name: 'inspection.preview',
  summary: 'Look at what was read of a report before it is saved',
  input: z.object({}),
  output: z
    .object({
      sha256: z.string(),
      reading: readingModel,
      before: z
        .object({
          inspection: z.uuid(),
          importedAt: z.iso.datetime(),
          importedBy: z.string(),
          same: z.boolean(),
          differences: differencesModel.nullable(),
        })
        .nullable(),
      /** Another force's report: this installation's own force; null where it is its own, or none is known. */
      otherThan: z.string().nullable(),
    })
    .nullable(),
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: { event: 'inspection.previewed', subjects: about.nobody },
  async run(tx) {
    const text = await findText(tx)
    if (text === null) return null
    const reading = readReport(text)
    const sha256 = hashOf(text)
    const before = await findBefore(tx, reading, sha256)
    return {
      sha256,
      reading,
      before: before === null ? null : { ...before, importedAt: before.importedAt.toISOString() },
      otherThan: await otherForce(tx, reading.force),
    }
  },
})

async function otherForce(tx: Tx, force: string): Promise<string | null> {
  const [own] = rowsAs<{ name: string }>(await tx.client.query('SELECT force_name AS name FROM installation'))
  return own === undefined || own.name.toLowerCase().startsWith(force.toLowerCase()) ? null : own.name
}
