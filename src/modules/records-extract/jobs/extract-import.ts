import { Readable } from 'node:stream'
import { z } from 'zod'
import { rowsAs } from '#platform/edge.ts'
import { defineJob } from '#platform/jobs/define.ts'
import { getMapping } from '../imports/kept-mappings.ts'
import { importExtract } from '../imports/import-extract.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'

const extractInput = z.object({
  extract: z.uuid(),
  dryRun: z.boolean(),
  keepGood: z.boolean(),
  whole: z.boolean(),
})

interface Row {
  readonly mapping: string
  readonly name: string | null
  readonly sha256: string | null
}

/** The import of an extract in the background. It may run again after a crash: what was stored is then known already. */
export const extractImportJob = defineJob({
  name: 'extract.import',
  input: extractInput,
  as: 'system:records-extract',
  purpose: PURPOSE,
  access: EXTRACTORS,
  retries: 2,
  expireAfter: 14_400,
  title: ({ dryRun }) => (dryRun ? 'Check of a records extract' : 'Import of a records extract'),
  run: async (context, { extract, dryRun, keepGood, whole }) => {
    const { mapping, files } = await context.transaction(async (tx) => {
      const rows = rowsAs<Row>(
        await tx.client.query(
          `SELECT e.mapping_name AS mapping, f.name, f.sha256 FROM extract e
           LEFT JOIN extract_file f ON f.extract_id = e.id WHERE e.id = $1 ORDER BY f.number`,
          [extract],
        ),
      )
      const value = { mapping: await getMapping(tx, rows[0]?.mapping ?? ''), files: rows }
      return { value, audit: [] }
    })
    const { run, report } = await importExtract(context, {
      mapping,
      dryRun,
      keepGood,
      whole,
      extract,
      runBy: context.person?.account ?? null,
      files: files.flatMap(({ name, sha256 }) =>
        name === null || sha256 === null ? [] : [{ name, open: () => context.files.open(sha256) }],
      ),
      keepErrorFile: async (_file, text) => (await context.files.put(Readable.from([Buffer.from(text)]))).sha256,
      onProgress: (rows, words) => context.progress(rows, null, words),
    })
    return { run, loaded: report.loaded, ok: report.ok, report: `/administration/extracts/runs/${run}` }
  },
})
