import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { text } from '#platform/forms/fields.ts'
import { getMapping } from '../imports/kept-mappings.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'

/** An extract is put together from its files before anything is done with them. */
export const beginExtract = command({
  name: 'extract.begin',
  summary: 'Begin an extract of the records system',
  input: z.object({ mapping: text('Mapping', 40) }),
  output: z.object({ id: z.uuid() }),
  access: EXTRACTORS,
  purpose: PURPOSE,
  audit: { event: 'extract.begun', subjects: (_, { id }) => [{ kind: 'extract', id }] },
  async run(tx, { mapping }) {
    await getMapping(tx, mapping)
    const id = randomUUID()
    await tx.client.query('INSERT INTO extract (id, mapping_name, begun_by, begun_at) VALUES ($1, $2, $3, $4)', [
      id,
      mapping,
      tx.reader.account,
      tx.now,
    ])
    return { id }
  },
})
