import { parse } from 'csv-parse/sync'
import { findCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { keysOf } from '#platform/edge.ts'
import { ENTRY_STATUSES, type EntryStatus } from '../rules/fnd05-inspectorate.ts'

/** One dated line of the inspectorate's tracker of one force's copy of a recommendation. */
export interface TrackerRow {
  readonly line: number
  /** The inspectorate's number of the copy: `8733`. */
  readonly number: string
  readonly force: string
  readonly kind: string
  readonly text: string
  readonly on: CivilDate
  readonly status: EntryStatus
  readonly words: string
}

/** A row that is not taken. Lines count from 1, the heading included. */
export interface TrackerRejection {
  readonly line: number
  readonly column: string
  readonly reason: string
}

export interface TrackerRead {
  readonly rows: readonly TrackerRow[]
  readonly rejections: readonly TrackerRejection[]
}

const COLUMNS = {
  number: ['tracker_id'],
  force: ['force'],
  kind: ['type'],
  text: ['short_text', 'short_text_own_words', 'text'],
  on: ['date'],
  status: ['state_or_event', 'state', 'status'],
} as const satisfies Record<string, readonly string[]>

type Column = keyof typeof COLUMNS

/**
 * Reads a tracker of recommendations: CSV with the columns tracker_id, force, type, short_text, date, state_or_event, and
 * `words` if there is one; one line for each dated event. `today`: no line is of a day to come. Pure.
 */
export function readTracker(csv: string, today: CivilDate): TrackerRead {
  const { records, broken } = recordsOf(csv)
  if (broken !== null) return { rows: [], rejections: [broken] }
  const [heading, ...lines] = records
  const names = (heading?.cells ?? []).map((name) => name.trim().toLowerCase())
  const at = keysOf(COLUMNS).map((column) => [column, indexOf(names, COLUMNS[column])] as const)
  const missing = at.filter(([, index]) => index < 0)
  if (missing.length > 0)
    return {
      rows: [],
      rejections: missing.map(([column]) => ({
        line: 1,
        column: COLUMNS[column][0],
        reason: `There is no column ${COLUMNS[column].join(' or ')}.`,
      })),
    }
  const places = new Map<Column, number>(at)
  const words = names.indexOf('words')
  const read = lines.map(({ line, cells }) => {
    const cell = (column: Column): string => (cells[places.get(column) ?? -1] ?? '').trim()
    return rowOf(line, cell, words < 0 ? '' : (cells[words] ?? '').trim(), today)
  })
  const rows = read.flatMap((each) => ('number' in each ? [each] : []))
  const rejections = [...read.flatMap((each) => ('number' in each ? [] : [each])), ...contradictions(rows)]
  if (lines.length === 0)
    rejections.push({ line: 2, column: 'tracker_id', reason: 'There is no row under the heading.' })
  return { rows, rejections: rejections.toSorted((a, b) => a.line - b.line) }
}

function rowOf(
  line: number,
  cell: (column: Column) => string,
  words: string,
  today: CivilDate,
): TrackerRow | TrackerRejection {
  const empty = keysOf(COLUMNS).find((column) => column !== 'kind' && cell(column) === '')
  if (empty !== undefined) return { line, column: COLUMNS[empty][0], reason: 'It is empty.' }
  const on = findCivilDate(cell('on'))
  if (on === undefined) return { line, column: 'date', reason: `“${cell('on')}” is no date such as 2017-03-03.` }
  if (on > today) return { line, column: 'date', reason: `${on} is a day to come.` }
  const said = cell('status').toLowerCase().replaceAll(/[ _]+/g, '-')
  const status = keysOf(ENTRY_STATUSES).find((each) => each === said)
  if (status === undefined)
    return {
      line,
      column: 'state_or_event',
      reason: `“${cell('status')}” is none of ${keysOf(ENTRY_STATUSES).join(', ')}.`,
    }
  return {
    line,
    number: cell('number'),
    force: cell('force'),
    kind: cell('kind'),
    text: cell('text'),
    on,
    status,
    words,
  }
}

/** One number is one copy: of one force and one text; and a force has one copy of a text. */
function contradictions(rows: readonly TrackerRow[]): readonly TrackerRejection[] {
  const byNumber = new Map<string, TrackerRow>()
  const byCopy = new Map<string, TrackerRow>()
  return rows.flatMap((row) => {
    const key = JSON.stringify([row.text, row.force])
    const [same, copy] = [byNumber.get(row.number) ?? row, byCopy.get(key) ?? row]
    byNumber.set(row.number, same)
    byCopy.set(key, copy)
    if (same.force !== row.force || same.text !== row.text)
      return [
        {
          line: row.line,
          column: 'tracker_id',
          reason: `${row.number} has another force or text in line ${same.line}.`,
        },
      ]
    if (copy.number !== row.number)
      return [
        {
          line: row.line,
          column: 'tracker_id',
          reason: `${row.force} has the number ${copy.number} in line ${copy.line}.`,
        },
      ]
    return []
  })
}

function indexOf(names: readonly string[], wanted: readonly string[]): number {
  return names.findIndex((name) => wanted.includes(name))
}

interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

function recordsOf(csv: string): { readonly records: readonly CsvRecord[]; readonly broken: TrackerRejection | null } {
  const records: CsvRecord[] = []
  try {
    parse(csv, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: readonly string[], { lines }) => {
        records.push({ line: lines, cells })
        return null
      },
    })
    return { records, broken: null }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'It cannot be read.'
    return { records: [], broken: { line: records.length + 1, column: '', reason: `This is no CSV: ${reason}` } }
  }
}
