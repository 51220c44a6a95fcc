import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { measure } from '#platform/files/measure.ts'

export type WrittenPart = { readonly sha256: string; readonly bytes: number }

/** Writes a stream to a new file, and waits until the disk has it. */
export const writePart = async (path: string, content: AsyncIterable<Uint8Array>): Promise<WrittenPart> => {
  const measured = measure()
  const handle = await open(path, 'wx', 0o600)
  try {
    await writeFile(handle, measured.pass(content))
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: measured.hash.digest('hex'), bytes: measured.bytes }
}

/** The SHA-256 of a file, in hexadecimal. */
export const hashFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(chunk)
  return hash.digest('hex')
}
