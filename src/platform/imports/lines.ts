import { Buffer, isUtf8 } from 'node:buffer'
import { columnAtEnd } from './cells.ts'
import { FileRefused } from './fault.ts'

/** No line of any file that we import is nearly as long; a longer one is refused as soon as this much of it was read. */
export const LONGEST_LINE_BYTES = 65_536

/** Lines that follow one another. */
export interface Lines {
  /** Number of the first of them, from 1. */
  readonly first: number
  /** Without their ends (LF or CRLF). */
  readonly texts: readonly string[]
  /** Places in `texts` of those that are not UTF-8; U+FFFD stands where the wrong bytes were. */
  readonly notUtf8: ReadonlySet<number>
  /** False where the file stopped in the last of them. */
  readonly ended: boolean
}

/**
 * Reads lines as they come, never holding more than a chunk and a line. A byte order mark is left out.
 * @throws {FileRefused} at a line that is too long, and at the start of files that are plainly not UTF-8 text.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<Lines> {
  let rest: Buffer[] = []
  let restBytes = 0
  let first = 1
  let started = false
  for await (const chunk of input) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (!started) {
      // A chunk may be as short as a byte; three are needed to know a byte order mark.
      bytes = Buffer.concat([...rest, bytes])
      rest = []
      restBytes = 0
      if (bytes.length < 4) {
        rest = [bytes]
        restBytes = bytes.length
        continue
      }
      started = true
      bytes = withoutMark(bytes)
    }
    const end = bytes.lastIndexOf(10) + 1
    if (end === 0) {
      rest.push(bytes)
      restBytes += bytes.length
    } else {
      const lines = linesOf(Buffer.concat([...rest, bytes.subarray(0, end)]), first, true)
      yield lines
      first += lines.texts.length
      rest = [bytes.subarray(end)]
      restBytes = bytes.length - end
    }
    if (restBytes > LONGEST_LINE_BYTES) refuseLong(Buffer.concat(rest).toString(), first)
  }
  const last = Buffer.concat(rest)
  if (last.length > 0) yield linesOf(started ? last : withoutMark(last), first, false)
}

const NONE: ReadonlySet<number> = new Set()

function linesOf(block: Buffer, first: number, ended: boolean): Lines {
  const whole = isUtf8(block)
  const texts = block.toString().split('\n')
  if (ended) texts.pop()
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] ?? ''
    if (text.length > LONGEST_LINE_BYTES) refuseLong(text, first + i)
    if (text.endsWith('\r')) texts[i] = text.slice(0, -1)
  }
  return { first, texts, notUtf8: whole ? NONE : findNotUtf8(block), ended }
}

/** No byte of a longer UTF-8 sequence is a line feed, so lines can be told apart before they are read as text. */
function findNotUtf8(block: Buffer): Set<number> {
  const found = new Set<number>()
  let start = 0
  for (let i = 0; start < block.length; i++) {
    const feed = block.indexOf(10, start)
    const end = feed === -1 ? block.length : feed
    const line = block.subarray(start, end)
    if (!isUtf8(line)) found.add(i)
    start = end + 1
  }
  return found
}

function withoutMark(bytes: Buffer): Buffer {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.subarray(3)
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw new FileRefused(1, { column: 1, reason: 'The file is UTF-16 text. Save it as CSV UTF-8 and send that.' })
  if (a === 0x50 && b === 0x4b)
    throw new FileRefused(1, {
      column: 1,
      reason: 'This is a zip archive or a workbook, not CSV text. Unpack it, or save the sheet as CSV UTF-8.',
    })
  return bytes
}

function refuseLong(text: string, line: number): never {
  const column = columnAtEnd(text.slice(0, LONGEST_LINE_BYTES))
  const reason = `The line is longer than ${LONGEST_LINE_BYTES} bytes: this is not a file of this kind, or its line ends are lost.`
  throw new FileRefused(line, { column, reason })
}
