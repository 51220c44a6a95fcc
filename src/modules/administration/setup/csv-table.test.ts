import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readCsv, readRows } from './csv-table.ts'
import { text } from '#platform/forms/fields.ts'

const columns = { needed: ['code', 'name'], optional: ['area'] }
const read = (content: string | Uint8Array) =>
  readCsv(typeof content === 'string' ? new TextEncoder().encode(content) : content, columns)

describe('A table is read', () => {
  test('with LF or CRLF, with or without a mark at its start, columns in any order', () => {
    for (const content of ['code,name\nA,Abbey\n', '\ufeffcode,name\r\nA,Abbey\r\n', 'Name,Code\nAbbey,A']) {
      expect(read(content).rejected).toEqual([])
      expect(read(content).rows).toEqual([{ line: 2, cells: { code: 'A', name: 'Abbey' } }])
    }
  })
  test('with quotes, commas and empty lines, each row keeping its line', () => {
    const { rows } = read('code,name\n\nA,"Abbey, north"\n')
    expect(rows).toEqual([{ line: 3, cells: { code: 'A', name: 'Abbey, north' } }])
  })
})

describe('A table is refused', () => {
  test('with a line that is not UTF-8, by its number', () => {
    const bytes = Buffer.concat([Buffer.from('code,name\nA,Abbey\nB,Caf'), Buffer.from([0xe9]), Buffer.from('\n')])
    expect(read(bytes).rejected).toEqual([{ line: 3, column: null, reason: expect.stringContaining('not UTF-8') }])
  })
  test('with columns missing, unknown or twice', () => {
    expect(read('code\nA').rejected[0]?.reason).toContain('Missing: name')
    expect(read('code,name,colour\nA,B,C').rejected[0]?.reason).toBe('Not a column of this file: colour')
    expect(read('code,name,name\nA,B,C').rejected[0]?.reason).toBe('A column is there twice: name')
    expect(read('').rejected).toHaveLength(1)
  })
  test('with a quote that never ends', () => {
    expect(read('code,name\nA,"Abbey\nB,Barton\n').rejected[0]?.reason).toContain('cannot be read as CSV here')
  })
  test('row by row: a line cut short, and a cell that a spreadsheet would run', () => {
    const { rows, rejected } = read('code,name\nA\nB,=HYPERLINK(1)\nC,@SUM(1)\nD,-Dee\nE,Eaton\n')
    expect(rows.map(({ cells }) => cells['code'])).toEqual(['E'])
    expect(rejected.map(({ line, column }) => [line, column])).toEqual([
      [2, null],
      [3, 'name'],
      [4, 'name'],
      [5, 'name'],
    ])
  })
  test('by what its rows should be, with line and column', () => {
    const { rejected } = readRows(read('code,name\nA,\n'), z.object({ code: text('Code'), name: text('Name') }))
    expect(rejected).toEqual([{ line: 2, column: 'name', reason: 'Enter name' }])
  })
})
