import { csvUpload } from '#kernel/documents/csv-upload.ts'
import type { Receipts } from '#kernel/documents/receipts.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Upload } from '#platform/http/routes.ts'

/** A month of the largest force is about 25 MB. */
const MOST_BYTES = 200_000_000

/** The file of the import form: the job says what is wrong with it. */
export function streetUpload(files: FileStore, receipts: Receipts): Upload {
  return csvUpload(files, receipts, { what: 'a CSV file of data.police.uk', maxBytes: MOST_BYTES })
}
