import { z } from 'zod'
import { csvUpload } from '#kernel/documents/csv-upload.ts'
import type { Receipts } from '#kernel/documents/receipts.ts'
import { command } from '#kernel/operations.ts'
import { RuleRefused } from '#platform/errors/errors.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Upload } from '#platform/http/routes.ts'
import { headerOf } from '../imports/header-of.ts'
import { lockExtract } from '../queries/extract-row.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'

/** A year of a large force is some hundreds of megabytes a file. */
const MOST_BYTES = 2_000_000_000
const MOST_FILES = 50

/** Adds a file that the same person has just sent to an extract: the receipt proves it. */
export const addExtractFile = (files: FileStore, receipts: Receipts) =>
  command({
    name: 'extract.add-file',
    summary: 'Add a file to an extract',
    input: z.object({
      id: z.uuid(),
      /** The receipt that the upload gave. */
      file: z.string({ error: 'Choose a file' }).min(1, { error: 'Choose a file' }).max(4_000),
    }),
    output: z.object({ id: z.uuid(), number: z.int(), sha256: z.string() }),
    access: EXTRACTORS,
    purpose: PURPOSE,
    audit: {
      event: 'extract.file-added',
      subjects: ({ id }) => [{ kind: 'extract', id }],
      detail: (_, { number, sha256 }) => ({ number, sha256 }),
    },
    async run(tx, { id, file }) {
      const { files: before } = await lockExtract(tx, id)
      const { sha256, name, bytes } = receipts.redeem(file, tx.reader.account)
      if (before >= MOST_FILES) throw new RuleRefused('EXT-02', `An extract may have ${MOST_FILES} files.`)
      const number = before + 1
      await tx.client.query(
        `INSERT INTO extract_file (extract_id, number, name, sha256, bytes, header, added_by, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, number, name, sha256, bytes, await headerOf(files, sha256), tx.reader.account, tx.now],
      )
      return { id, number, sha256 }
    },
  })

/** The file of that form: streamed into the store, whatever is in it. */
export function extractUpload(files: FileStore, receipts: Receipts): Upload {
  return csvUpload(files, receipts, { what: 'a CSV file', maxBytes: MOST_BYTES })
}
