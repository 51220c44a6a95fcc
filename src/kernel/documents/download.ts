import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { FileStore } from '#platform/files/file-store.ts'
import { download } from '../operations.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { documentId, getDocument, type DocumentView } from './row.ts'
import { mayBeOpened } from './rules/doc04-withdrawal.ts'

export const openDocumentFile = (files: FileStore) =>
  download({
    name: 'document.download',
    summary: 'Open the file of a document',
    input: z.object({ id: documentId }),
    access: { staff: 'any' },
    purpose: 'documents',
    audit: { event: 'document.downloaded', subjects: (input) => [{ kind: 'document', id: input.id }] },
    async run(tx, input) {
      const document = await getDocument(tx, input.id)
      refuseOn(mayBeOpened(document.withdrawnAt, tx.reader.roles))
      return {
        fileName: `${document.marking} ${document.fileName}`,
        mediaType: document.mediaType,
        rows: null,
        body: await openBlob(files, document),
      }
    },
  })

/** A document whose bytes are gone is a fault of ours to be looked into, not something that was never there. */
async function openBlob(files: FileStore, { id, sha256 }: DocumentView): Promise<Readable> {
  if (!(await files.has(sha256))) throw new Error(`The file of document ${id} is not in the file store.`)
  return files.open(sha256, { verify: true })
}
