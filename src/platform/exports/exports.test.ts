import { buffer, text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchOf, bodyWithin, exportBody, exportHead } from './export-file.ts'
import { guardCell } from './guard-cell.ts'

describe('A cell that a spreadsheet would take for a formula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 20 7946 0000', "'+44 20 7946 0000"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
  ])('%j gets an apostrophe', (cell, guarded) => expect(guardCell(cell)).toBe(guarded))

  it.each(['-3', '+4.5', '-1e-7', '-.5', 'Burglary', '', 'a=b', '1-2'])('%j stays as it is', (cell) =>
    expect(guardCell(cell)).toBe(cell),
  )

  it('never begins a formula once guarded, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        const guarded = guardCell(cell)
        expect(!/^[=+\-@\t\r]/.test(guarded) || Number.isFinite(Number(guarded))).toBe(true)
        expect(guarded.endsWith(cell)).toBe(true)
      }),
    )
  })
})

const TABLE = {
  notes: ['What it is'],
  columns: ['Name', 'Count'],
  rows: () =>
    batchOf([
      ['On or near "High" Street, Oxford', 3] as const,
      ['=HYPERLINK("x")', null] as const,
      ['-2', -2] as const,
    ]),
}

describe('A file', () => {
  it('is named after its marking', () => {
    const head = exportHead({ format: 'csv', marking: 'OFFICIAL', name: 'burglary by ward', rows: 3 })
    expect(head).toEqual({ fileName: 'OFFICIAL burglary by ward.csv', mediaType: 'text/csv; charset=utf-8', rows: 3 })
  })

  it('has its marking in the first line, and every cell guarded and quoted as CSV', async () => {
    const body = exportBody({ format: 'csv', marking: 'OFFICIAL' }, { ...TABLE, rows: TABLE.rows() })
    expect((await buffer(body)).toString()).toBe(
      '\uFEFFOFFICIAL\r\nWhat it is\r\nName,Count\r\n"On or near ""High"" Street, Oxford",3\r\n"\'=HYPERLINK(""x"")",\r\n-2,-2\r\n',
    )
  })

  it('reads back in Excel with the same cells', async () => {
    const body = exportBody({ format: 'xlsx', marking: 'OFFICIAL' }, { ...TABLE, rows: TABLE.rows() })
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.read(Readable.from([await buffer(body)]))
    const sheet = workbook.worksheets[0]
    expect(sheet?.getCell('A1').value).toBe('OFFICIAL')
    expect(sheet?.getRow(4).getCell(1).value).toBe('On or near "High" Street, Oxford')
    expect(sheet?.getRow(4).getCell(2).value).toBe(3)
    expect(sheet?.getRow(5).getCell(1).value).toBe('\'=HYPERLINK("x")')
  })

  it('breaks when whatever makes its rows does', async () => {
    // oxlint-disable-next-line require-yield
    async function* broken(): AsyncGenerator<readonly (readonly string[])[]> {
      await Promise.resolve()
      throw new Error('the cursor broke')
    }
    for (const format of ['csv', 'xlsx'] as const) {
      const body = exportBody({ format, marking: 'OFFICIAL' }, { notes: [], columns: ['A'], rows: broken() })
      await expect(text(body)).rejects.toThrow('the cursor broke')
    }
  })
})

describe('A body made within a transaction', () => {
  it('ends the work when the reader goes away', async () => {
    let ended: string | undefined
    const body = bodyWithin(async (send) => {
      try {
        await send(Readable.from(endless()))
      } catch (error) {
        ended = error instanceof Error ? error.name : 'other'
        throw error
      }
    })
    body.once('error', () => undefined)
    await new Promise((resolve) => body.once('data', resolve))
    body.destroy()
    await expect.poll(() => ended).toBeDefined()
  })
})

async function* endless(): AsyncGenerator<string> {
  for (;;) yield await Promise.resolve('row\n'.repeat(1000))
}
