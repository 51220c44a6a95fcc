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
  const indent = [...raw.slice(0, Math.min(raw.length - body.length, 200))].reduce(
    (columns, space) => columns + (space === '\t' ? TAB : 1),
    0,
  )
  // A soft hyphen at the end of a line says that the word goes on below; anywhere else it says nothing.
  const text = body.replaceAll(SOFT_HYPHEN, '').split(/\s+/).filter(Boolean).join(' ')
  const broken = text !== '' && body.trimEnd().endsWith(SOFT_HYPHEN)
  return { number: index + 1, indent: text === '' ? 0 : indent, text: broken ? text + SOFT_HYPHEN : text }
}

const OTHER_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\s{0,20}%PDF-/, 'a PDF file'],
  [/^PK\u0003\u0004/, 'a Word, Excel or zip file'],
  [/^\u00D0\u00CF\u0011\u00E0/, 'an old Word file'],
  [/^\s{0,20}\{\\rtf/, 'a rich text file'],
  [/^\s{0,20}<(?:!doctype|html|\?xml)/i, 'the source of a page'],
]

/** Of what is not text, no more than one sign in a hundred may be a control or a sign that could not be decoded. */
const STRANGE_SHARE = 0.01

function refuseOtherKinds(text: string): void {
  const kind = OTHER_KINDS.find(([opening]) => opening.test(text.slice(0, 100).replace(/^\uFEFF/, '')))
  if (kind !== undefined) refuse('INS01', `This is ${kind[1]}, not its text. Open it, copy the words, and paste them.`)
  const strange = text.match(STRANGE)?.length ?? 0
  if (text.includes('\u0000') || strange > text.length * STRANGE_SHARE) {
    refuse('INS01', 'This is not text that can be read. Open the report, copy the words, and paste them.')
  }
}

// eslint-disable-next-line no-control-regex
const STRANGE = /[\u0001-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFD]/g
