import { z } from 'zod'
import type { Receipts } from '#kernel/documents/receipts.ts'
import { findForce } from '#kernel/areas/reference/forces.ts'
import { command } from '#kernel/operations.ts'
import { flag, text } from '#platform/forms/fields.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { about } from '#platform/operations/define.ts'
import { streetImportJob } from '../../jobs/street-import.ts'

/**
 * Asks for the import of a file that the same person has just sent: the receipt proves it, so that nobody can name a file of
 * somebody else's by its content. The answer says which job to look at.
 */
export const importStreetFile = (receipts: Receipts) =>
  command({
    name: 'street.import',
    summary: 'Import street-level crime and anti-social behaviour',
    input: z.object({
      force: text('Force').refine((id) => findForce(id) !== undefined, { error: 'Choose a force from the list' }),
      /** The receipt that the upload gave. */
      file: z.string({ error: 'Choose a file' }).min(1, { error: 'Choose a file' }).max(4_000),
      keepGood: flag(),
    }),
    output: z.object({ job: z.uuid(), sha256: z.string() }),
    access: { staff: ['analyst', 'administrator'] },
    audit: {
      event: 'street.import-asked',
      subjects: about.nobody,
      detail: ({ force, keepGood }, { job, sha256 }) => ({ force, keepGood, job, sha256 }),
    },
    purpose: 'crime analysis',
    async run(tx, { force, file, keepGood }) {
      const { sha256, name } = receipts.redeem(file, tx.reader.account)
      return { job: await enqueue(tx, streetImportJob, { force, files: [{ sha256, name }], keepGood }), sha256 }
    },
  })
