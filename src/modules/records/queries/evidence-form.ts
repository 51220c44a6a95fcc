import { z } from 'zod'
import { rowsAs } from '#platform/edge.ts'
import { query } from '#kernel/operations.ts'
import { readHead, recordHead } from '#kernel/records/head.ts'
import { recordId, recordKind } from '#kernel/records/record.ts'
import { readChoices } from './record-form.ts'

const document = z.object({ id: z.string(), title: z.string() })

/** So many of the newest are offered; an older one is named by its reference. */
const OFFERED = 50

export const beginEvidence = query({
  name: 'evidence.begin',
  summary: 'Begin to add evidence for a record: which documents it could be',
  input: z.object({ kind: recordKind, id: recordId }),
  output: z.object({
    head: recordHead,
    documents: z.array(document),
    compartments: z.array(z.object({ id: z.int(), name: z.string() })),
  }),
  access: { staff: 'any' },
  purpose: 'evidence',
  audit: {
    event: 'evidence.begun',
    subjects: ({ kind, id }, { documents }) => [
      { kind, id },
      ...(documents ?? []).map((one) => ({ kind: 'document', id: one.id })),
    ],
  },
  async run(tx, { kind, id }) {
    const head = await readHead(tx, kind, id)
    const documents = rowsAs<z.output<typeof document>>(
      await tx.client.query(
        `SELECT id, title FROM document WHERE withdrawn_at IS NULL ORDER BY added_at DESC, id LIMIT ${OFFERED}`,
      ),
    )
    const { compartments } = await readChoices(tx)
    return { head, documents: [...documents], compartments }
  },
})
