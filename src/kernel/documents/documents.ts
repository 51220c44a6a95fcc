import type { FileStore } from '#platform/files/file-store.ts'
import { addDocumentCommand } from './add.ts'
import { openDocumentFile } from './download.ts'
import type { DocumentSettings } from './file-types.ts'
import { createReceipts } from './receipts.ts'
import { documentUpload } from './upload.ts'

/** What needs the file store: made once, at the roof. The other operations on documents stand by themselves. */
export function documentsIn(files: FileStore, settings: DocumentSettings) {
  const receipts = createReceipts()
  return {
    settings,
    upload: documentUpload(files, receipts, settings),
    addDocument: addDocumentCommand(receipts),
    openDocumentFile: openDocumentFile(files),
  }
}
