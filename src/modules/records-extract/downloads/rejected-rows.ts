import { z } from 'zod'
import { download } from '#kernel/operations.ts'
import { NotFound } from '#platform/errors/errors.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { getRun } from '../queries/open-run.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'

/** The rejected rows of a file, each with why: to mend and send again. */
export const rejectedRows = (files: FileStore) =>
  download({
    name: 'extract-run.rejected',
    summary: 'Take out the rejected rows of a file of an extract',
    input: z.object({ id: z.uuid(), number: z.coerce.number().int().positive() }),
    access: EXTRACTORS,
    purpose: PURPOSE,
    audit: { event: 'extract-run.rejected-taken', subjects: ({ id }) => [{ kind: 'extract-run', id }] },
    async run(tx, { id, number }) {
      const { report } = await getRun(tx, id)
      const file = report.files[number - 1]
      // A run from the command line kept them beside the file, and not here.
      if (file?.errorFile === null || file === undefined || !/^[0-9a-f]{64}$/.test(file.errorFile))
        throw new NotFound({ kind: 'extract-run', id: `${id} ${number}` })
      return {
        fileName: `OFFICIAL-SENSITIVE ${file.file.replace(/\.csv$/i, '')}.rejected.csv`,
        mediaType: 'text/csv; charset=utf-8',
        rows: file.rejected,
        body: await files.open(file.errorFile, { verify: true }),
      }
    },
  })
