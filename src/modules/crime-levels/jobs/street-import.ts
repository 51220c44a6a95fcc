import { Readable } from 'node:stream'
import { z } from 'zod'
import { defineJob } from '#platform/jobs/define.ts'
import { importStreet } from '../imports/street/import-street.ts'

export const streetImportInput = z.object({
  force: z.string(),
  /** Files in the file store. */
  files: z.array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string() })).min(1),
  keepGood: z.boolean(),
})

/** Rejections that the jobs page lists for a file; the error file has them all. */
const LISTED = 20

/** The street import in the background. It may run again after a crash: what was loaded is then there already. */
export const streetImportJob = defineJob({
  name: 'street.import',
  input: streetImportInput,
  as: 'system:street-import',
  purpose: 'crime analysis',
  access: { staff: ['analyst', 'administrator'] },
  retries: 2,
  expireAfter: 3_600,
  title: ({ files }) => (files.length === 1 ? 'Import of a street file' : `Import of ${files.length} street files`),
  run: async (context, input) => {
    const report = await importStreet(context, {
      force: input.force,
      keepGood: input.keepGood,
      importedBy: context.person?.account ?? null,
      files: input.files.map(({ sha256, name }) => ({ name, open: () => context.files.open(sha256) })),
      keepErrorFile: async (_file, text) => (await context.files.put(Readable.from([Buffer.from(text)]))).sha256,
      onProgress: (rows, fileName) => context.progress(rows, null, fileName),
    })
    const files = report.files.map((file) => ({ ...file, rejections: file.rejections.slice(0, LISTED) }))
    return { ...report, files }
  },
})
