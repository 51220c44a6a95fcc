import { inflateSync } from 'node:zlib'

/**
 * The words of each page of a PDF as Chromium writes them: every font has a table from its glyphs to characters
 * (ToUnicode), and text is glyphs in hexadecimal, of one byte each in a variable font (Type 3) and of two otherwise. No more
 * of PDF than that.
 */
export function pagesOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf)
  const fonts = new Map<string, Font>()
  const fontAt = (id: string): Font => {
    const known = fonts.get(id)
    if (known !== undefined) return known
    const head = objects.get(id)?.head ?? ''
    const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1] ?? ''
    const font = {
      digits: head.includes('/Subtype /Type3') ? 2 : 4,
      characters: glyphTable(objects.get(toUnicode)?.body ?? ''),
    }
    fonts.set(id, font)
    return font
  }
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const ids = new Map([...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]))
      const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? ''
      return wordsOf(objects.get(contents)?.body ?? '', (name) => fontAt(ids.get(name) ?? ''))
    })
}

interface Font {
  /** Hexadecimal digits of one glyph. */
  readonly digits: number
  readonly characters: ReadonlyMap<number, string>
}

interface PdfObject {
  readonly head: string
  readonly body: string
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)(?:>> stream\r?\n|\nendobj)/g)) {
    const [whole, id = '', head = ''] = match
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const start = match.index + whole.length
    const bytes = /stream\r?\n$/.test(whole) ? pdf.subarray(start, start + length) : Buffer.alloc(0)
    objects.set(id, { head, body: (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1') })
  }
  return objects
}

const character = (hexadecimal: string): string => Buffer.from(hexadecimal, 'hex').swap16().toString('utf16le')

function glyphTable(cmap: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      table.set(Number.parseInt(glyph, 16), character(to))
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = Number.parseInt(first, 16); glyph <= Number.parseInt(last, 16); glyph += 1)
        table.set(glyph, String.fromCodePoint(Number.parseInt(to, 16) + glyph - Number.parseInt(first, 16)))
  return table
}

/** The words in the order in which they are drawn. */
function wordsOf(contents: string, fontOf: (name: string) => Font): string {
  let font: Font = { digits: 4, characters: new Map() }
  let words = ''
  for (const [, name, glyphs = ''] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fontOf(name)
    for (let at = 0; at < glyphs.length; at += font.digits)
      words += font.characters.get(Number.parseInt(glyphs.slice(at, at + font.digits), 16)) ?? ''
  }
  return words.replaceAll(/\s+/g, ' ')
}
