import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import { flag } from '#platform/forms/fields.ts'
import { query } from '../operations.ts'
import { likePatterns, optionalChoice, PAGE_SIZE, pageNumber, searchWords } from '../organisation/paging.ts'
import { DOCUMENT_COLUMNS, DOCUMENT_JOINS, documentView, viewOf, type DocumentRow } from './row.ts'

export const listDocuments = query({
  name: 'document.list',
  summary: 'List the documents in your reach, newest first',
  input: z.object({
    q: searchWords,
    marking: optionalChoice('the marking', MARKINGS),
    withdrawn: flag(),
    page: pageNumber,
  }),
  output: z.object({
    documents: z.array(documentView),
    total: z.int(),
    page: z.int(),
    filter: z.object({ q: z.string(), marking: z.string().nullable(), withdrawn: z.boolean() }),
  }),
  access: { staff: 'any' },
  purpose: 'documents',
  audit: {
    event: 'document.listed',
    subjects: (_, { documents }) => documents.map(({ id }) => ({ kind: 'document', id })),
  },
  async run(tx, { page, ...filter }) {
    const where = `($1::text IS NULL OR d.marking = $1) AND ($2::boolean OR d.withdrawn_at IS NULL)
      AND (d.title || ' ' || d.file_name) ILIKE ALL ($3::text[])`
    const parameters = [filter.marking, filter.withdrawn, likePatterns(filter.q)]
    const { rows } = await tx.client.query<DocumentRow>(
      `SELECT ${DOCUMENT_COLUMNS} FROM ${DOCUMENT_JOINS} WHERE ${where}
      ORDER BY d.added_at DESC, d.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
      parameters,
    )
    const counted = await tx.client.query<{ total: number }>(
      `SELECT count(*) AS total FROM document d WHERE ${where}`,
      parameters,
    )
    return { documents: rows.map(viewOf), total: counted.rows[0]?.total ?? 0, page, filter }
  },
})
