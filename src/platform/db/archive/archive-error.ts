/** A backup cannot be written or restored; the message says why and what to do, in words. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
}
