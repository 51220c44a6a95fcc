import { Readable } from 'node:stream'
import { z } from 'zod'
import { download } from '#kernel/operations.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { about } from '#platform/operations/define.ts'
import { findMapping } from '../imports/kept-mappings.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'

/** A kept mapping as the file that the command line reads. */
export const takeMapping = download({
  name: 'extract-mapping.take',
  summary: 'Take out a mapping as a file',
  input: z.object({ name: z.string().max(40) }),
  access: EXTRACTORS,
  purpose: PURPOSE,
  audit: { event: 'extract-mapping.taken', subjects: about.nobody, detail: ({ name }) => ({ name }) },
  async run(tx, { name }) {
    const kept = await findMapping(tx, name)
    if (kept === undefined) throw new NotFound({ kind: 'extract-mapping', id: name })
    return {
      fileName: `OFFICIAL ${name}.json`,
      mediaType: 'application/json',
      rows: null,
      body: Readable.from([`${JSON.stringify(kept.mapping, null, 2)}\n`]),
    }
  },
})
