import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { RuleRefused } from '#platform/errors/errors.ts'
import { choice, flag } from '#platform/forms/fields.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { extractImportJob } from '../jobs/extract-import.ts'
import { lockExtract } from '../queries/extract-row.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'

export const RUN_WAYS = ['check', 'import'] as const

/** Asks for an extract to be checked, or imported, in the background. */
export const runExtract = command({
  name: 'extract.run',
  summary: 'Check or import an extract',
  input: z.object({ id: z.uuid(), way: choice('What to do', RUN_WAYS), keepGood: flag(), whole: flag() }),
  output: z.object({ job: z.uuid() }),
  access: EXTRACTORS,
  purpose: PURPOSE,
  audit: {
    event: 'extract.run-asked',
    subjects: ({ id }) => [{ kind: 'extract', id }],
    detail: ({ way, keepGood, whole }, { job }) => ({ way, keepGood, whole, job }),
  },
  async run(tx, { id, way, keepGood, whole }) {
    const { files } = await lockExtract(tx, id)
    if (files === 0) throw new RuleRefused('EXT-01', 'Add a file first: there is nothing to check or import.')
    return { job: await enqueue(tx, extractImportJob, { extract: id, dryRun: way === 'check', keepGood, whole }) }
  },
})
