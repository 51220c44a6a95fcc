import { Invalid } from '#platform/errors/errors.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Upload } from '#platform/http/routes.ts'
import type { Receipts } from './receipts.ts'

/** What a form takes as its `file`: `what` it must be ("a CSV file of data.police.uk"), and how large at most. */
export interface CsvUpload {
  readonly what: string
  readonly maxBytes: number
}

/** A CSV file of a form: streamed into the store, whatever is in it; what is wrong with it is said by whoever reads it. */
export function csvUpload(files: FileStore, receipts: Receipts, { what, maxBytes }: CsvUpload): Upload {
  return {
    field: 'file',
    maxBytes,
    tooLarge: `The file must be ${maxBytes / 1e6} MB or smaller`,
    async take({ name, bytes }, { account }) {
      if (account === null) throw new Invalid({ file: 'Sign in to send a file' })
      if (!name.toLowerCase().endsWith('.csv')) throw new Invalid({ file: `The file must be ${what}` })
      const stored = await files.put(bytes)
      if (stored.bytes === 0) throw new Invalid({ file: 'The file is empty. Choose another' })
      return receipts.give({ ...stored, name: name.slice(0, 200), mediaType: 'text/csv', account })
    },
  }
}
