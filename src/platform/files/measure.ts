import { createHash, type Hash } from 'node:crypto'
import { Invalid } from '#platform/errors/errors.ts'
import { FileDamaged } from './file-store.ts'

const inWords = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MB` : `${Math.floor(bytes / 1_024)} KB`

/** Passes a stream on and keeps count of it. The figures are final once the stream has been read to its end. */
export type Measure = {
  readonly hash: Hash
  bytes: number
  pass(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>
}

/** Counts and hashes what passes; past `maxBytes` it fails in words. */
export const measure = (maxBytes = Infinity): Measure => {
  const measured: Measure = {
    hash: createHash('sha256'),
    bytes: 0,
    pass: async function* (content) {
      for await (const chunk of content) {
        measured.bytes += chunk.byteLength
        if (measured.bytes > maxBytes) {
          const words = `The file is larger than ${inWords(maxBytes)}, which is the most that can be stored. `
          throw new Invalid({ '': `${words}Choose a smaller one, or split it.` })
        }
        measured.hash.update(chunk)
        yield chunk
      }
    },
  }
  return measured
}

/** Passes a stream on, and fails before its end when it was not the content of that name. */
export async function* verified(content: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const measured = measure()
  yield* measured.pass(content)
  if (measured.hash.digest('hex') !== sha256) throw new FileDamaged(sha256)
}
