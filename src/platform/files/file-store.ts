import type { Readable } from 'node:stream'

/** A file's content, named by its SHA-256 (64 hexadecimal digits, lower case). */
export interface StoredFile {
  readonly sha256: string
  readonly bytes: number
}

export interface SweepRequest {
  /** Of these names, those that some row still points to. Asked in batches. */
  readonly findReferenced: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>
  readonly now: Date
  /**
   * Younger files stay, whether a row points to them or not: a file is stored before its row commits. Longer than the
   * longest upload and its transaction; a day is plenty.
   */
  readonly olderThanMilliseconds: number
}

export interface SweepReport {
  readonly kept: number
  readonly removed: number
  readonly bytesRemoved: number
}

/**
 * Where the bytes of files are kept. A file is stored first and the row that points to it committed afterwards, so a crash
 * leaves at worst a file that nobody points to, which the sweep removes.
 */
export interface FileStore {
  /**
   * Stores the content; when this resolves it is on the disk for good. Equal content is kept once.
   *
   * @throws {Invalid} in words, when it is larger than the store takes. Nothing is kept then, nor when the stream fails.
   */
  put(content: AsyncIterable<Uint8Array>): Promise<StoredFile>

  /**
   * The content as a stream. With `verify` the stream fails before its end when the bytes are no longer those that were
   * stored (`FileDamaged`).
   *
   * @throws {NotFound} when there is none of this name.
   */
  open(sha256: string, options?: { readonly verify?: boolean }): Promise<Readable>

  has(sha256: string): Promise<boolean>

  /** Every file, in the order of its name. */
  list(): AsyncIterable<StoredFile>

  /** Removes old files that no row points to, and the remains of uploads that were cut off. */
  sweep(request: SweepRequest): Promise<SweepReport>
}

/** The bytes under this name are not those that were stored: a fault of the disk, or somebody changed them. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged'
  constructor(readonly sha256: string) {
    super(`The stored file ${sha256} is damaged: its content no longer has that SHA-256.`)
  }
}
