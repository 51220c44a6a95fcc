import type { Receipts } from '#kernel/documents/receipts.ts'
import { Invalid } from '#platform/errors/errors.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Upload } from '#platform/http/routes.ts'

/** A month of the largest force is about 25 MB. */
const MOST_BYTES = 200_000_000

/** The file of the import form: streamed into the store, whatever is in it; the job says what is wrong with it. */
export function streetUpload(files: FileStore, receipts: Receipts): Upload {
  return {
    field: 'file',
    maxBytes: MOST_BYTES,
    tooLarge: `The file must be ${MOST_BYTES / 1e6} MB or smaller`,
    async take({ name, bytes }, { account }) {
      if (account === null) throw new Invalid({ file: 'Sign in to send a file' })
      if (!name.toLowerCase().endsWith('.csv'))
        throw new Invalid({ file: 'The file must be a CSV file of data.police.uk' })
      const stored = await files.put(bytes)
      if (stored.bytes === 0) throw new Invalid({ file: 'The file is empty. Choose another' })
      return receipts.give({ ...stored, name: name.slice(0, 200), mediaType: 'text/csv', account })
    },
  }
}
