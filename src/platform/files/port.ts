import type { Readable } from 'node:stream'

/** Where the bytes of files lie, under their SHA-256. Any folder, or a shared one for several hosts. */
export interface FileStore {
  /** Keeps the bytes; they are on the disk when this resolves. Gives their address and size. */
  put(bytes: Readable): Promise<{ readonly sha256: string; readonly bytes: number }>
  /** The bytes; throws when they are not there. */
  open(sha256: string): Promise<Readable>
  has(sha256: string): Promise<boolean>
}
