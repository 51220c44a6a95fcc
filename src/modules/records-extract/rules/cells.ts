import { readPostcode } from '#kernel/parties/addresses/parts.ts'
import { fromBritishGrid } from '#calculations/geometry/british-grid.ts'
import { cut } from '#platform/imports/table.ts'
import { CellFault } from './cell-fault.ts'
import { readBirth, readDay, readWhen, type DateSettings, type Span } from './dates.ts'
import type { Fields } from './fields.ts'

/** Reads the cells of one row by the names of our fields. What cannot be read is thrown as a `CellFault`. */
export class Cells<Names extends string = string> {
  #cells: readonly string[] = []
  readonly #places: Readonly<Partial<Record<string, number>>>
  readonly #fields: Fields
  readonly #values: Readonly<Record<string, ReadonlyMap<string, string>>>
  readonly #dates: DateSettings

  /** `places`: in which column each field stands, from 0; what is not there is empty in every row. */
  constructor(
    fields: Readonly<Record<Names, Fields[string]>>,
    places: Readonly<Partial<Record<string, number>>>,
    values: Readonly<Record<string, ReadonlyMap<string, string>>>,
    dates: DateSettings,
  ) {
    this.#fields = fields
    this.#places = places
    this.#values = values
    this.#dates = dates
  }

  /** Goes on to another row. */
  take(cells: readonly string[]): void {
    this.#cells = cells
  }

  /** Whether the file has a column for it. */
  has(field: Names): boolean {
    return this.#places[field] !== undefined
  }

  /** The text of a cell; '' where it is empty, or there is none. */
  text(field: Names): string {
    const place = this.#places[field]
    const cell = place === undefined ? '' : unguarded((this.#cells[place] ?? '').trim())
    const type = this.#fields[field]?.type
    if (cell === '' && this.#fields[field]?.required === true) this.fail(field, 'It is empty, and the row needs it.')
    const most = type?.is === 'text' ? type.most : 200
    if (cell.length > most) this.fail(field, `It is longer than ${most} characters.`)
    return cell
  }

  /** One of the field's codes. Empty is what the field says of it, else ''. */
  code(field: Names): string {
    const cell = this.text(field)
    const type = this.#fields[field]?.type
    if (type?.is !== 'code') throw new TypeError(`${field} has no codes`)
    if (cell === '') return type.otherwise ?? ''
    const theirs = this.#values[field]?.get(cell.toLowerCase())
    if (theirs !== undefined) return theirs
    const own = cell.toLowerCase()
    for (const known of Object.keys(type.codes)) if (known.toLowerCase() === own) return known
    return this.fail(field, `${cut(cell)} is none of the mapping’s words for ${Object.keys(type.codes).join(', ')}.`)
  }

  day(field: Names): string | null {
    const cell = this.text(field)
    if (cell === '') return null
    return readDay(cell, this.#dates.order) ?? this.fail(field, `${cut(cell)} is not a day such as ${this.#example()}.`)
  }

  birth(field: Names): { readonly day: string; readonly precision: 'day' | 'month' | 'year' } | null {
    const cell = this.text(field)
    if (cell === '') return null
    const found = readBirth(cell, this.#dates.order)
    return found ?? this.fail(field, `${cut(cell)} is not a day such as ${this.#example()}, a month or a year.`)
  }

  when(field: Names): Span | null {
    const cell = this.text(field)
    if (cell === '') return null
    const found = readWhen(cell, this.#dates)
    return found ?? this.fail(field, `${cut(cell)} is not a time such as ${this.#example()} 14:30.`)
  }

  number(field: Names): number | null {
    const cell = this.text(field)
    const type = this.#fields[field]?.type
    if (cell === '' || type?.is !== 'number') return null
    const value = /^-?\d{1,8}(\.\d{1,15})?$/.test(cell) ? Number(cell) : Number.NaN
    if (value >= type.least && value <= type.most) return value
    return this.fail(field, `${cut(cell)} is not a number from ${type.least} to ${type.most}.`)
  }

  postcode(field: Names): string {
    const cell = this.text(field)
    if (cell === '') return ''
    return readPostcode(cell) || this.fail(field, `${cut(cell)} is not a postcode such as OX1 4AA.`)
  }

  fail(field: Names, reason: string): never {
    throw new CellFault(field, reason)
  }

  #example(): string {
    return this.#dates.order === 'iso' ? '2016-05-03' : '03/05/2016'
  }
}

/** Our own error files put an apostrophe before what a spreadsheet would run. */
function unguarded(cell: string): string {
  return cell.startsWith("'") && /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell
}

/** Where a row is, from longitude and latitude, or from easting and northing; null where it does not say. */
export function pointOf(
  cells: Cells<'longitude' | 'latitude' | 'easting' | 'northing'>,
): { readonly longitude: number; readonly latitude: number } | null {
  const [longitude, latitude] = [cells.number('longitude'), cells.number('latitude')]
  if (longitude !== null && latitude !== null) return { longitude, latitude }
  if (longitude !== null) cells.fail('latitude', 'There is a longitude but no latitude.')
  if (latitude !== null) cells.fail('longitude', 'There is a latitude but no longitude.')
  const [easting, northing] = [cells.number('easting'), cells.number('northing')]
  if (easting === null && northing === null) return null
  if (easting === null) return cells.fail('easting', 'There is a northing but no easting.')
  if (northing === null) return cells.fail('northing', 'There is an easting but no northing.')
  const [x, y] = fromBritishGrid(easting, northing)
  return { longitude: Number(x.toFixed(6)), latitude: Number(y.toFixed(6)) }
}
