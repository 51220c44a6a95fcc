import { createKeyMaker, keyBuffer, type RuleKeys } from './rule-keys.ts'
import type { LinkageSettings } from './settings.ts'
import type { Rows } from './table.ts'

/**
 * Which records share a key. Members of a block lie side by side in order; of each record the places where it lies are
 * kept, so that those after it in its blocks are found by stepping on.
 */
export interface Blocks {
  readonly members: Int32Array
  /** For each record, from where to where its places are in the next two. */
  readonly starts: Int32Array
  readonly places: Int32Array
  /** One past the last member of the block of each place. */
  readonly ends: Int32Array
  readonly rules: readonly RuleReport[]
}

/** What came of a rule. Keys shared by more records than `largest` are too common to compare by. */
export interface RuleReport {
  /** Its place among the rules of the settings. */
  readonly number: number
  readonly name: string
  readonly pairs: number
  readonly largest: number
  readonly blocksLeftOut: number
}

/** Room for the number of a record beside a key of 30 bits in what a number holds exactly. */
const RECORDS = 2 ** 23

export function createBlocks(rows: Rows, settings: LinkageSettings): Blocks {
  if (rows.count >= RECORDS) throw new RangeError(`No more than ${RECORDS} records are linked at once`)
  const reports: RuleReport[] = []
  const kept: { members: Int32Array; ends: Int32Array }[] = []
  const budget = Math.max(settings.pairsAtLeast, settings.pairsPerRecord * rows.count)
  const keysBy = createKeyMaker(rows.slots)
  for (const [number, rule] of settings.rules.entries()) {
    const keys = keysBy(rule)
    if (keys === undefined) continue
    const { block, report } = blocksOfRule(entriesOf(keys, rows), budget)
    reports.push({ number, name: rule.name, ...report })
    kept.push(block)
  }
  return { ...joinBlocks(kept, rows.count), rules: reports }
}

/** Keys and numbers of records, both in one number, sorted. */
function entriesOf(keys: RuleKeys, { count, cells, slots }: Rows): Float64Array {
  let entries = new Float64Array(count + 16)
  let length = 0
  for (let record = 0; record < count; record++) {
    const found = keys(cells, record * slots.length)
    if (length + found > entries.length) {
      const more = new Float64Array(entries.length * 2)
      more.set(entries)
      entries = more
    }
    for (let i = 0; i < found; i++) entries[length++] = (keyBuffer[i] ?? 0) * RECORDS + record
  }
  return entries.subarray(0, length).sort()
}

function blocksOfRule(entries: Float64Array, budget: number) {
  const sizes = new Map<number, number>()
  eachBlock(entries, (from, to) => sizes.set(to - from, (sizes.get(to - from) ?? 0) + 1))
  let pairs = 0
  let largest = 0
  let leftOut = 0
  for (const [size, times] of [...sizes].toSorted(([a], [b]) => a - b)) {
    const more = ((size * (size - 1)) / 2) * times
    if (leftOut === 0 && pairs + more <= budget) {
      pairs += more
      largest = size
    } else leftOut += times
  }
  let members = 0
  eachBlock(entries, (from, to) => {
    if (to - from > 1 && to - from <= largest) members += to - from
  })
  const block = { members: new Int32Array(members), ends: new Int32Array(members) }
  let at = 0
  eachBlock(entries, (from, to) => {
    if (to - from < 2 || to - from > largest) return
    const end = at + to - from
    for (let i = from; i < to; i++, at++) {
      block.members[at] = (entries[i] ?? 0) % RECORDS
      block.ends[at] = end
    }
  })
  return { block, report: { pairs, largest, blocksLeftOut: leftOut } }
}

function eachBlock(entries: Float64Array, take: (from: number, to: number) => void): void {
  let from = 0
  for (let i = 1; i <= entries.length; i++) {
    const before = Math.floor((entries[i - 1] ?? 0) / RECORDS)
    if (i < entries.length && Math.floor((entries[i] ?? 0) / RECORDS) === before) continue
    take(from, i)
    from = i
  }
}

function joinBlocks(kept: readonly { members: Int32Array; ends: Int32Array }[], count: number) {
  const total = kept.reduce((sum, { members }) => sum + members.length, 0)
  const members = new Int32Array(total)
  const starts = new Int32Array(count + 1)
  let offset = 0
  for (const block of kept) {
    members.set(block.members, offset)
    for (const member of block.members) starts[member + 1] = (starts[member + 1] ?? 0) + 1
    offset += block.members.length
  }
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  const next = starts.slice(0, count)
  const places = new Int32Array(total)
  const ends = new Int32Array(total)
  offset = 0
  for (const block of kept) {
    for (let i = 0; i < block.members.length; i++) {
      const member = block.members[i] ?? 0
      const at = next[member] ?? 0
      places[at] = offset + i
      ends[at] = offset + (block.ends[i] ?? 0)
      next[member] = at + 1
    }
    offset += block.members.length
  }
  return { members, starts, places, ends }
}
