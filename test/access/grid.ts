import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** A table with a name for each row and each column: `grid[row][column]`. */
export type Grid = Record<string, Record<string, string>>

const lines = z.array(z.array(z.string()))

/** Reads a grid from CSV whose cells may be padded; lines that begin with # are comments. */
export function readGrid(text: string): Grid {
  const [header = [], ...rows] = lines.parse(
    parse(text, { comment: '#', trim: true, skip_empty_lines: true, relax_column_count: true }),
  )
  return Object.fromEntries(
    rows.map((row) => [row[0] ?? '', Object.fromEntries(header.slice(1).map((name, at) => [name, row[at + 1] ?? '']))]),
  )
}

/** Writes a grid as CSV with its columns one under another, so that a person can read down them. */
export function writeGrid(corner: string, grid: Grid): string {
  const columns = Object.keys(Object.values(grid)[0] ?? {})
  const rows = [
    [corner, ...columns],
    ...Object.entries(grid).map(([name, row]) => [name, ...columns.map((c) => row[c] ?? '')]),
  ]
  const widths = [corner, ...columns].map((_name, at) => Math.max(...rows.map((row) => quoted(row[at] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, at) => quoted(cell).padEnd(widths[at] ?? 0))
        .join(', ')
        .trimEnd(),
    )
    .join('\n')
}

function quoted(cell: string): string {
  return /[",#]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const FOUND = join('.cache', 'access')

/** A reviewed grid beside its test: `policies.csv`. */
export function reviewed(name: string): Grid {
  return readGrid(readFileSync(join(import.meta.dirname, name), 'utf8'))
}

/**
 * Lays what was found, with the reviewed file's own comments, where a person can look at the difference and take it over
 * row by row. Gives the words that say so.
 */
export function layOut(name: string, corner: string, found: Grid): string {
  const before = readFileSync(join(import.meta.dirname, name), 'utf8').split('\n')
  const comments = before.filter((line) => line.startsWith('#'))
  mkdirSync(FOUND, { recursive: true })
  writeFileSync(join(FOUND, name), [...comments, writeGrid(corner, found), ''].join('\n'))
  return `what was found is in ${join(FOUND, name)}: review each cell that differs, then take it over into test/access/${name}`
}
