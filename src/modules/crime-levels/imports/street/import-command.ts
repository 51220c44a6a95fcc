import { z } from 'zod'
import { findForce } from '#kernel/areas/reference/forces.ts'
import { command } from '#kernel/operations.ts'
import { flag, text } from '#platform/forms/fields.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { about } from '#platform/operations/define.ts'
import { streetImportJob } from '../../jobs/street-import.ts'

const file = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'Choose a file' }),
  name: text('Name of the file'),
})

/** Asks for the import of files that were sent to the file store before; the answer says which job to look at. */
export const importStreetFiles = command({
  name: 'street.import',
  summary: 'Import street-level crime and anti-social behaviour',
  input: z.object({
    force: text('Force').refine((id) => findForce(id) !== undefined, { error: 'Choose a force from the list' }),
    files: z
      .union([z.array(file).min(1, { error: 'Choose a file' }).max(100), file.transform((one) => [one])])
      .meta({ description: 'Files in the file store, by SHA-256' }),
    keepGood: flag(),
  }),
  output: z.object({ job: z.uuid() }),
  access: { staff: ['analyst', 'administrator'] },
  audit: {
    event: 'street.import-asked',
    subjects: about.nobody,
    detail: ({ force, files, keepGood }, { job }) => ({
      force,
      files: files.map(({ sha256 }) => sha256),
      keepGood,
      job,
    }),
  },
  purpose: 'crime analysis',
  run: async (tx, input) => ({ job: await enqueue(tx, streetImportJob, input) }),
})
