import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, isFormulaLike } from './cells.ts'
import { FileRefused } from './fault.ts'
import { LONGEST_LINE_BYTES } from './lines.ts'
import { Rejections } from './rejections.ts'
import { readTable, type TableRow } from './table.ts'

const pieces = (content: string | Uint8Array, size = 7): Readable => {
  const bytes = Buffer.from(content)
  const count = Math.ceil(bytes.length / size)
  return Readable.from(Array.from({ length: count }, (_, i) => bytes.subarray(i * size, (i + 1) * size)))
}

async function read(content: string | Uint8Array, size?: number) {
  const rows: TableRow[] = []
  let names: readonly string[] = []
  const warnings = await readTable(pieces(content, size), {
    header: (found) => {
      names = found
      return null
    },
    rows: (batch) => {
      rows.push(...batch)
      return Promise.resolve()
    },
  })
  return { names, rows, warnings, fields: rows.map(({ fields }) => fields) }
}

const refusal = async (content: string | Uint8Array): Promise<FileRefused> =>
  read(content).then(
    () => expect.fail('The file was not refused'),
    (error: unknown) => (error instanceof FileRefused ? error : expect.fail(String(error))),
  )

describe('A table is read', () => {
  it('whatever its line ends, with or without a byte order mark, in pieces that fall anywhere', async () => {
    for (const end of ['\n', '\r\n'])
      for (const mark of ['', '\ufeff'])
        for (const size of [1, 2, 3, 5, 64]) {
          const { names, fields, warnings } = await read(`${mark}a,b${end}1,ö${end}"x, y","say ""no"""${end}`, size)
          expect(names).toEqual(['a', 'b'])
          expect(fields).toEqual([
            ['1', 'ö'],
            ['x, y', 'say "no"'],
          ])
          expect(warnings).toEqual([])
        }
  })

  it('with a cell of several lines, and the number of the line on which each row begins', async () => {
    const { rows } = await read('a,b\n1,"two\nlines"\n3,4\n')
    expect(rows.map(({ line, fields }) => [line, ...fields])).toEqual([
      [2, '1', 'two\nlines'],
      [4, '3', '4'],
    ])
  })

  it('and what was written is what is read, whatever is in the cells', async () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !isFormulaLike(text) && !/[\p{Cc}\ufffd]|\p{Surrogate}/u.test(text))
    const rows = fc.array(fc.tuple(fc.constant('row'), cell, cell), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 50 }), async (table, size) => {
        const text = [['a', 'b', 'c'], ...table].map((row) => `${row.map(csvCell).join(',')}\n`).join('')
        const found = await read(text, size)
        expect(found.fields).toEqual(table)
        expect(found.rows.every(({ fault }) => fault === null)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('A row is at fault', () => {
  const faultOf = async (content: string | Uint8Array) => {
    const { rows } = await read(content)
    const wrong = rows.find(({ fault }) => fault !== null)
    return [wrong?.line, wrong?.fault?.column, wrong?.fault?.reason]
  }

  it.each([
    ['too few columns', 'a,b,c\n1,2,3\n1,2\n', 3, 2, '2 of 3 columns'],
    ['too many columns', 'a,b\n1,2,3\n', 2, 3, '3 columns, not 2'],
    ['a last line that is cut', 'a,b,c\n1,2,3\n1,2', 3, 2, 'cut off in the middle'],
    ['a formula with =', 'a,b\n1,=1+1\n', 2, 2, 'formula'],
    ['a formula with @', 'a,b\n@SUM(A1),2\n', 2, 1, 'formula'],
    ['a formula with +', 'a,b\n1,+cmd\n', 2, 2, 'formula'],
    ['a formula with -', 'a,b\n1,-2+3\n', 2, 2, 'formula'],
    ['a guarded formula that was not mended', "a,b\n1,'=1+1\n", 2, 2, 'formula'],
    ['a quoted formula', 'a,b\n1,"=A1,2"\n', 2, 2, 'formula'],
    ['a control character', 'a,b\n1,x\u0000y\n', 2, 2, 'control character'],
    ['a lost character', 'a,b\n1,x\ufffd\n', 2, 2, 'lost'],
    ['a stray quotation mark', 'a,b\n1,x"y"z\n', 2, 2, 'quotation mark'],
  ])('for %s', async (_, content, line, column, words) => {
    expect(await faultOf(content)).toEqual([line, column, expect.stringContaining(words)])
  })

  it('for bytes that are not UTF-8, in the column where they stand; the others are read', async () => {
    const content = Buffer.concat([Buffer.from('a,b,c\nü,2,3\n1,x,G'), Buffer.from([0xfc]), Buffer.from('y\n7,8,9\n')])
    const { rows } = await read(content)
    expect(rows.map(({ line, fault }) => [line, fault?.column ?? null])).toEqual([
      [2, null],
      [3, 3],
      [4, null],
    ])
    expect(rows[1]?.fault?.reason).toContain('not UTF-8')
  })

  it('but numbers below nought are no formulas', async () => {
    expect((await read('a,b\n-1.257,+44\n')).rows[0]?.fault).toBeNull()
  })
})

describe('A file is refused', () => {
  it('at a line of 2 GB, as soon as 64 KiB of it were read', async () => {
    let given = 0
    const endless = async function* () {
      yield Buffer.from('a,b\n1,2\n1,')
      for (; given < 2 ** 31; given += 65_536) yield Buffer.alloc(65_536, 'x')
    }
    const reading = readTable(endless(), { header: () => null, rows: () => Promise.resolve() })
    await expect(reading).rejects.toMatchObject({ line: 3, fault: { column: 2, reason: /longer than 65536 bytes/ } })
    expect(given).toBeLessThanOrEqual(2 * 65_536)
  })

  it('at a line that is too long inside one piece', async () => {
    const error = await refusal(`a,b\n1,${'x'.repeat(LONGEST_LINE_BYTES)}\n1,2\n`)
    expect([error.line, error.fault.column]).toEqual([2, 2])
  })

  it('at a quotation mark that is never closed, where it opens', async () => {
    const error = await refusal('a,b,c\n1,2,3\n1,"2,3\n4,5,6\n')
    expect([error.line, error.fault.column, error.message]).toEqual([3, 2, expect.stringContaining('never closed')])
  })

  it('at once when it is UTF-16, a zip archive or a workbook, or empty', async () => {
    expect((await refusal(Buffer.from('\ufeffa,b\n', 'utf16le'))).message).toContain('UTF-16')
    expect((await refusal(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).message).toContain('zip archive')
    expect((await refusal('')).message).toContain('empty')
    expect((await refusal('\n\n')).message).toContain('empty')
  })
})

describe('The error file', () => {
  const rejected = () => {
    const rejections = new Rejections('x.csv')
    rejections.setHeader(['a', 'b'])
    rejections.add(4, ['1', '=1+1'], { column: 2, reason: 'A formula, not text.' })
    rejections.add(9, ['1', '2', '3'], { column: 3, reason: 'Too many.' })
    rejections.add(11, ['1'], { column: 1, reason: 'Too few.' })
    return rejections
  }

  it('names file, line, column and reason of each rejection', () => {
    expect(rejected().list(1)).toEqual([
      { file: 'x.csv', line: 4, column: 2, columnName: 'b', reason: 'A formula, not text.' },
    ])
  })

  it('holds the rows as they were, runs in no spreadsheet, and says why', () => {
    expect(rejected().errorFile()).toBe(
      'a,b,Rejected line,Rejected column,Rejected because\n' +
        `1,'=1+1,4,2 b,"A formula, not text."\n1,"2,3",9,3,Too many.\n1,,11,1 a,Too few.\n`,
    )
  })

  it('can be sent again as it is once mended, its own columns left out', async () => {
    const { names, rows } = await read(rejected().errorFile().replace("'=1+1", 'mended'))
    expect(names).toEqual(['a', 'b'])
    expect(rows[0]).toMatchObject({ fields: ['1', 'mended'], fault: null })
    const unmended = await read(rejected().errorFile())
    expect(unmended.rows[0]?.fault?.reason).toContain('formula')
  })

  it('a header with columns of its own that merely number three more is not taken for one', async () => {
    const { rows } = await read('a,b\n1,2,3,4,5\n')
    expect(rows[0]?.fault?.reason).toContain('5 columns, not 2')
  })
})
