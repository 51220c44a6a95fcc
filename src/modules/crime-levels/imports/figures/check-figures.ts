import { AREA_KINDS, kindOfCodes, type AreaKind } from '#kernel/areas/kinds.ts'
import type { Fault } from '#platform/imports/fault.ts'
import { cut } from '#platform/imports/table.ts'
import type { Layout } from './layouts.ts'

/** One figure of one area: people of a mid-year and age band, or an indicator of an edition. */
export interface Figure {
  readonly kind: AreaKind
  readonly code: string
  readonly name: string
  /** Mid-year, or edition. */
  readonly year: number
  /** `all`, `10-17`; or `imd-decile`. */
  readonly what: string
  readonly value: number
}

export interface RowFigures {
  readonly figures: readonly Figure[]
  /** Cells that are empty: not known, which is not nought. */
  readonly blank: number
}

const NUMBER = /^-?\d{1,12}(\.\d{1,12})?$/
const PEOPLE = /^\d{1,9}$/
const YEAR = /^(18|19|20|21)\d\d$/

/** Reads the figures of one row, or says what is wrong with it. */
export function readFigures(layout: Layout, fields: readonly string[]): RowFigures | Fault {
  const code = fields[layout.code] ?? ''
  const kind = kindOfRow(layout.kind, code)
  if (kind === undefined)
    return { column: layout.code + 1, reason: `${cut(code)} is not a code of ${expected(layout)}.` }
  const name = layout.name === null ? '' : (fields[layout.name] ?? '')
  const area = { kind, code, name: name === '' ? code : name }
  switch (layout.type) {
    case 'population-by-row':
      return readYearRow(layout, area, fields)
    case 'population-by-column':
      return readCells(layout.years, fields, PEOPLE, 'a number of people', ({ year }, value) => ({
        ...area,
        year,
        what: 'all',
        value,
      }))
    case 'indicators':
      return readCells(layout.indicators, fields, NUMBER, 'a number', ({ indicator }, value) => ({
        ...area,
        year: layout.edition,
        what: indicator,
        value,
      }))
    default:
      return layout satisfies never
  }
}

type Area = Pick<Figure, 'kind' | 'code' | 'name'>

function readYearRow(
  layout: Extract<Layout, { type: 'population-by-row' }>,
  area: Area,
  fields: readonly string[],
): RowFigures | Fault {
  const yearText = fields[layout.year] ?? ''
  if (!YEAR.test(yearText)) return { column: layout.year + 1, reason: `${cut(yearText)} is not a year.` }
  const year = Number(yearText)
  const cells = [{ at: layout.total, band: 'all' }, ...layout.bands]
  const read = readCells(cells, fields, PEOPLE, 'a number of people', ({ band }, value) => ({
    ...area,
    year,
    what: band,
    value,
  }))
  if ('reason' in read) return read
  const [all, ...bands] = read.figures
  if (all?.what !== 'all') return { column: layout.total + 1, reason: 'There is no total.' }
  const sum = bands.reduce((people, { value }) => people + value, 0)
  if (layout.bands.length > 0 && read.blank === 0 && sum !== all.value)
    return { column: layout.total + 1, reason: `The age bands add up to ${sum}, not to the total of ${all.value}.` }
  return read
}

function readCells<C extends { readonly at: number }>(
  cells: readonly C[],
  fields: readonly string[],
  pattern: RegExp,
  words: string,
  figure: (cell: C, value: number) => Figure,
): RowFigures | Fault {
  const figures: Figure[] = []
  for (const cell of cells) {
    const text = fields[cell.at] ?? ''
    if (text === '') continue
    if (!pattern.test(text)) return { column: cell.at + 1, reason: `${cut(text)} is not ${words}.` }
    figures.push(figure(cell, Number(text)))
  }
  return { figures, blank: cells.length - figures.length }
}

function kindOfRow(kind: AreaKind | null, code: string): AreaKind | undefined {
  const told = kindOfCodes([code])
  if (kind === null || told === undefined) return kind === null ? told : undefined
  return AREA_KINDS[told].rank === AREA_KINDS[kind].rank ? kind : undefined
}

function expected(layout: Layout): string {
  return layout.kind === null ? 'an area' : `a ${AREA_KINDS[layout.kind].words.toLowerCase()}`
}
