import { inflateSync } from 'node:zlib'

/**
 * The words of each page of a PDF as Chromium writes them: every font has a table from its glyphs to characters
 * (ToUnicode), and text is shown as glyphs in hexadecimal or in brackets. No more of PDF than that.
 */
export function pagesOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf)
  const glyphs = new Map<string, ReadonlyMap<number, string>>()
  const tableOf = (font: string): ReadonlyMap<number, string> => {
    const known = glyphs.get(font)
    if (known !== undefined) return known
    const reference = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? ''
    const table = glyphTable(objects.get(reference)?.body ?? '')
    glyphs.set(font, table)
    return table
  }
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const fonts = new Map([...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]))
      const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? ''
      return wordsOf(objects.get(contents)?.body ?? '', (name) => tableOf(fonts.get(name) ?? ''))
    })
}

interface PdfObject {
  readonly head: string
  readonly body: string
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)(?:\nstream\r?\n|\nendobj)/g)) {
    const [whole, id = '', head = ''] = match
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const start = match.index + whole.length
    const bytes = whole.includes('stream') ? pdf.subarray(start, start + length) : Buffer.alloc(0)
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

/** The words in the order in which they are drawn; a jump of the pen is taken for a space where none is drawn. */
function wordsOf(contents: string, tableOf: (font: string) => ReadonlyMap<number, string>): string {
  let table: ReadonlyMap<number, string> = new Map()
  let words = ''
  for (const [, font, hexadecimal] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font !== undefined) table = tableOf(font)
    for (const [glyph] of (hexadecimal ?? '').matchAll(/\w{4}/g)) words += table.get(Number.parseInt(glyph, 16)) ?? ''
  }
  return words.replaceAll(/\s+/g, ' ')
}
