import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { rowsAs } from '#platform/edge.ts'
import { getMapping } from '../imports/kept-mappings.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'
import { EXTRACT_KIND_NAMES } from '../rules/kinds/all.ts'
import { recogniseKind } from '../rules/mapping.ts'
import { extractFiles, getExtract } from './extract-row.ts'

/** An extract as it is put together: its files, what the mapping takes each for, and what was done with it. */
export const openExtract = query({
  name: 'extract.open',
  summary: 'What is in this extract, and was it imported?',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    mapping: z.string(),
    version: z.int(),
    files: z.array(
      z.object({
        number: z.int(),
        name: z.string(),
        bytes: z.int(),
        columns: z.int(),
        /** Null where the mapping knows no such file. */
        kind: z.enum(EXTRACT_KIND_NAMES).nullable(),
      }),
    ),
    runs: z.array(
      z.object({ id: z.uuid(), dryRun: z.boolean(), loaded: z.boolean(), ok: z.boolean(), at: z.iso.datetime() }),
    ),
  }),
  access: EXTRACTORS,
  purpose: PURPOSE,
  audit: { event: 'extract.opened', subjects: ({ id }) => [{ kind: 'extract', id }] },
  async run(tx, { id }) {
    const head = await getExtract(tx, id)
    const kept = await getMapping(tx, head.mapping)
    const files = await extractFiles(tx, id)
    const runs = rowsAs<{ id: string; dryRun: boolean; loaded: boolean; ok: boolean; at: Date }>(
      await tx.client.query(
        `SELECT id, dry_run AS "dryRun", loaded, (report->>'ok')::boolean AS ok, run_at AS at FROM extract_run
         WHERE extract_id = $1 ORDER BY run_at DESC LIMIT 20`,
        [id],
      ),
    )
    return {
      id,
      mapping: head.mapping,
      version: kept.version,
      files: files.map(({ number, name, bytes, header }) => ({
        number,
        name,
        bytes,
        columns: header.length,
        kind: recogniseKind(kept.mapping, header),
      })),
      runs: runs.map((run) => ({ ...run, at: run.at.toISOString() })),
    }
  },
})
