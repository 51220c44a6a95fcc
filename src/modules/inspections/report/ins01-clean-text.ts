import { refuse } from './refuse.ts'

/** A line as pasted: its number from 1, how far it is indented, and its text without edges or doubled spaces. */
export interface Line {
  readonly number: number
  readonly indent: number
  readonly text: string
}

/**
 * INS01 Clean text. Any line end, tab or kind of space is read as itself; a byte order mark, soft hyphens and signs of no
 * width go; typographic ligatures become their letters. Quotes and dashes stay as the report has them.
 *
 * "e\u00ADffi\u00ADcient" and "e\uFB03cient" are both read as "efficient"; "\u2022\u00A0Do it" as "\u2022 Do it".
 *
 * Throws Invalid for an empty text, and for what is a file of another kind or no text at all. Linear in the text.
 */
export function cleanLines(text: string): readonly Line[] {
  refuseOtherKinds(text)
  const lines = text
    .normalize('NFC')
    .replaceAll(NO_WIDTH, '')
    .replaceAll(/[\uFB00-\uFB06]/g, (sign) => LIGATURES[sign] ?? sign)
    .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)
    .map(cleanLine)
  if (lines.every((line) => line.text === '')) {
    refuse('INS01', 'There is no text. Paste the whole page of the report, from its title down.')
  }
  return lines
}

export const SOFT_HYPHEN = '\u00AD'

const NO_WIDTH = /\u200B|\u200C|\u200D|\u2060|\uFEFF|\u200E|\u200F/g

const LIGATURES: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
}

/** Columns that a tab is taken as. */
const TAB = 4

function cleanLine(raw: string, index: number): Line {
  const body = raw.trimStart()
  const before = raw.slice(0, Math.min(raw.length - body.length, 200))
  const indent = before.length + (TAB - 1) * (before.split('\t').length - 1)
  // A soft hyphen at the end of a line says that the word goes on below; anywhere else it says nothing.
  const text = body.replaceAll(SOFT_HYPHEN, '').split(/\s+/).filter(Boolean).join(' ')
  const broken = text !== '' && body.trimEnd().endsWith(SOFT_HYPHEN)
  return { number: index + 1, indent: text === '' ? 0 : indent, text: broken ? text + SOFT_HYPHEN : text }
}

/** By the signs that such a file opens with. */
const OTHER_KINDS: readonly (readonly [string, string])[] = [
  ['%pdf-', 'a PDF file'],
  ['pk\u0003\u0004', 'a Word, Excel or zip file'],
  ['\u00D0\u00CF\u0011\u00E0'.toLowerCase(), 'an old Word file'],
  ['{\\rtf', 'a rich text file'],
  ['<!doctype', 'the source of a page'],
  ['<html', 'the source of a page'],
  ['<?xml', 'the source of a page'],
]

/** Of what is not text, no more than one sign in a hundred may be a control or a sign that could not be decoded. */
const STRANGE_SHARE = 0.01

function refuseOtherKinds(text: string): void {
  const start = text
    .slice(0, 100)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase()
  const kind = OTHER_KINDS.find(([opening]) => start.startsWith(opening))
  if (kind !== undefined) refuse('INS01', `This is ${kind[1]}, not its text. Open it, copy the words, and paste them.`)
  let strange = 0
  for (let index = 0; index < text.length; index += 1) if (isStrange(text.charCodeAt(index))) strange += 1
  if (text.includes('\u0000') || strange > text.length * STRANGE_SHARE) {
    refuse('INS01', 'This is not text that can be read. Open the report, copy the words, and paste them.')
  }
}

/** A control sign that is no space, or the mark of what could not be decoded. */
function isStrange(code: number): boolean {
  if (code === 0xfffd) return true
  const isSpace = (code >= 0x09 && code <= 0x0d) || code === 0x85
  return !isSpace && (code < 0x20 || (code >= 0x7f && code <= 0x9f))
}
