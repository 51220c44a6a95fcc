import { readCode, readPhone } from './levels/codes.ts'
import { readDate } from './levels/dates.ts'
import { readEmail } from './levels/emails.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import type { ColumnKind, ColumnMapping, PersonRecord } from './mapping.ts'
import { foldName, isTitle, nameTokens } from './names/index.ts'
import { rememberWords } from './names/remember.ts'

/** A place in each row: what it holds, under which name it is known, and the values its numbers stand for. */
export interface Slot {
  readonly name: string
  readonly kind: ColumnKind | 'middle'
  readonly lexicon: Lexicon
}

/** Records as rows of numbers, one for each slot, one row beside the other: nothing but these is read in the hot loop. */
export interface Rows {
  readonly slots: readonly Slot[]
  readonly count: number
  readonly cells: Int32Array
}

export interface Table {
  readonly add: (record: PersonRecord) => void
  readonly rows: () => Rows
}

/** A table that records are added to, one after the other. */
export function createTable(mapping: ColumnMapping): Table {
  const { slots, read } = createReader(mapping)
  const width = slots.length
  let cells = new Int32Array(width * 256)
  let count = 0
  return {
    add: (record) => {
      if ((count + 1) * width > cells.length) {
        const more = new Int32Array(cells.length * 2)
        more.set(cells)
        cells = more
      }
      read(record, cells, count * width)
      count++
    },
    rows: () => ({ slots, count, cells: cells.subarray(0, count * width) }),
  }
}

/** The rows of a list of records. */
export function tableOf(mapping: ColumnMapping, records: Iterable<PersonRecord>): Rows {
  const table = createTable(mapping)
  for (const record of records) table.add(record)
  return table.rows()
}

type Fill = (record: PersonRecord, cells: Int32Array, from: number) => void

/** The slots of a mapping, and how a record is written as numbers into a row. */
export function createReader(mapping: ColumnMapping): { slots: Slot[]; read: Fill } {
  const lexicons = new Map<string, Lexicon>()
  const lexiconFor = (kind: string): Lexicon => {
    const lexicon = lexicons.get(kind) ?? createLexicon()
    lexicons.set(kind, lexicon)
    return lexicon
  }
  const columns = Object.entries(mapping)
  const slots: Slot[] = []
  const fills: Fill[] = []
  if (columns.some(([, kind]) => NAMES.has(kind))) {
    const lexicon = lexiconFor('name')
    for (const kind of ['given', 'family', 'middle'] as const) slots.push({ name: kind, kind, lexicon })
    fills.push(fillNames(columns, lexicon))
  }
  for (const [column, kind] of columns) {
    if (NAMES.has(kind)) continue
    const lexicon = lexiconFor(kind === 'category' || kind === 'identifier' ? column : kind)
    const at = slots.push({ name: column, kind, lexicon }) - 1
    const readValue = READERS[kind]
    const known = new Map<string, number>()
    fills.push((record, cells, from) => {
      const text = record[column] ?? ''
      let id = known.get(text)
      if (id === undefined) known.set(text, (id = lexicon.idOf(readValue(text))))
      cells[from + at] = id
    })
  }
  return {
    slots,
    read: (record, cells, from) => {
      for (const fill of fills) fill(record, cells, from)
    },
  }
}

const NAMES: ReadonlySet<string> = new Set(['given', 'family', 'full'])

const READERS: Readonly<Record<ColumnKind, (text: string) => string>> = {
  given: foldName,
  family: foldName,
  full: foldName,
  birth: readDate,
  sex: (text) => foldName(text).slice(0, 1),
  number: readCode,
  door: readCode,
  address: foldName,
  locality: foldName,
  postcode: readCode,
  phone: readPhone,
  email: readEmail,
  identifier: readCode,
  category: foldName,
}

/** A name folded; a title alone is no name. Most names come again and again. */
const readName = rememberWords((text) => (isTitle(text) ? '' : foldName(text)))

/** Given, family and other names of a record, from whichever columns it has. */
function fillNames(columns: readonly (readonly [string, ColumnKind])[], lexicon: Lexicon): Fill {
  const [given] = columns.find(([, kind]) => kind === 'given') ?? []
  const [family] = columns.find(([, kind]) => kind === 'family') ?? []
  const [full] = columns.find(([, kind]) => kind === 'full') ?? []
  // Records of one person, which differ in something else, mostly come one after the other.
  let before: readonly [unknown, unknown, string] | undefined
  const ids: [number, number, number] = [0, 0, 0]
  return (record, cells, from) => {
    const [asGiven, asFamily] = [given && record[given], family && record[family]]
    const whole = full === undefined ? '' : (record[full] ?? '')
    if (before !== undefined && before[0] === asGiven && before[1] === asFamily && before[2] === whole) {
      cells.set(ids, from)
      return
    }
    let first = given === undefined ? '' : readName(asGiven ?? '')
    let last = family === undefined ? '' : readName(asFamily ?? '')
    let others = ''
    if (whole !== '') {
      const words = nameTokens(whole)
      if (given === undefined && words.length > (last === '' ? 0 : 1)) first = words[0] ?? ''
      if (family === undefined && words.length > 1) last = words.at(-1) ?? ''
      const known = new Set([...nameTokens(first), ...nameTokens(last)])
      others = words.filter((word) => !known.has(word)).join(' ')
    }
    before = [asGiven, asFamily, whole]
    ids[0] = lexicon.idOf(first)
    ids[1] = lexicon.idOf(last)
    ids[2] = lexicon.idOf(others)
    cells.set(ids, from)
  }
}
