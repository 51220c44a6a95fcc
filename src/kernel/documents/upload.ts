import { Invalid } from '#platform/errors/errors.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Upload } from '#platform/http/routes.ts'
import { beginsAs, findType, type DocumentSettings, type FileType } from './file-types.ts'
import { heldHere, MARKING_ANSWERS } from './rules/doc01-held-elsewhere.ts'
import type { Receipts } from './receipts.ts'

/**
 * The file of the document's form: refused before a byte is kept when its marking is too high or its type is not taken,
 * then streamed into the store. What stands for it in the command is a receipt.
 */
export function documentUpload(files: FileStore, receipts: Receipts, settings: DocumentSettings): Upload {
  return {
    field: 'file',
    maxBytes: settings.maxBytes,
    tooLarge: `The file must be ${Math.floor(settings.maxBytes / 1e6)} MB or smaller`,
    async take({ name, bytes }, reader, answers) {
      const marking = MARKING_ANSWERS.find((answer) => answer === answers['marking'])
      if (marking !== undefined) heldHere(marking)
      const type = findType(settings.types, name)
      if (type === undefined) throw new Invalid({ file: `The file must be one of: ${extensions(settings.types)}` })
      if (reader.account === null) throw new Invalid({ file: 'Sign in to send a file' })
      const stored = await files.put(checked(bytes, type))
      return receipts.give({ ...stored, name: name.slice(0, 200), mediaType: type.mediaType, account: reader.account })
    },
  }
}

export function extensions(types: readonly FileType[]): string {
  return types.map((type) => type.extension).join(', ')
}

const HEAD = 16

/** Passes the bytes on once enough have come to tell the type by. Throws Invalid for another type, or for no bytes. */
async function* checked(bytes: AsyncIterable<Uint8Array>, type: FileType): AsyncIterable<Uint8Array> {
  let head = new Uint8Array(0)
  let told = false
  for await (const chunk of bytes) {
    if (told) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < HEAD) continue
    told = tell(head, type)
    yield head
  }
  if (told) return
  if (head.length === 0) throw new Invalid({ file: 'The file is empty. Choose another' })
  tell(head, type)
  yield head
}

function tell(head: Uint8Array, type: FileType): true {
  if (beginsAs(type, head)) return true
  throw new Invalid({ file: `The name ends in .${type.extension}, but this is no ${type.words}. Save it again as one` })
}
