import { Invalid } from '#platform/errors/errors.ts'

/** A published report of one force has some 300 kB as plain text. */
export const MOST_FILE_BYTES = 1_000_000

/** What a form takes in one field; a longer text comes as a file, so that nothing is cut off in silence. */
export const MOST_PASTED_BYTES = 90_000

/**
 * The text of a file with a report: UTF-8, or UTF-16 with its mark. Throws Invalid on `field` for any other file, since a
 * report that is read with the wrong letters is half-read.
 */
export function decodeReport(bytes: Uint8Array, field: string): string {
  if (bytes.length === 0) throw new Invalid({ [field]: 'The file is empty. Choose another' })
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Invalid({
      [field]:
        'This is no plain text in UTF-8. Open the report, copy its text and paste it here, or save it as a text file (UTF-8).',
    })
  }
}
