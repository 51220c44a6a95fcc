import { createComparer } from './comparisons.ts'
import type { PersonRecord } from './mapping.ts'
import type { LinkageModel } from './model.ts'
import { createWeigher } from './score.ts'
import type { LinkageSettings } from './settings.ts'
import { createReader } from './table.ts'

/** Values kept of one lexicon before a desk is cleared, and rows that lie on it at once. */
const VALUES = 1 << 14
const ROWS = 1 << 11

/**
 * A desk on which a few records at a time are laid and compared. What was found of a value or of two of them is kept for the
 * next records; when it holds too many values, it is cleared. Clearing never changes what comes out.
 */
export function createDesk(
  model: LinkageModel,
  settings: LinkageSettings,
  [values, rows]: readonly [number, number] = [VALUES, ROWS],
) {
  const frequencies = model.comparisons.map(({ frequent }) => new Map(frequent))
  const rarityOf = (slot: number, value: string): number =>
    Math.log2(Math.max(1, model.comparisons[slot]?.known ?? 1) / Math.max(1, frequencies[slot]?.get(value) ?? 1))
  let desk = clear(values, rows)

  function clear(roomForValues: number, roomForRows: number) {
    const { slots, read } = createReader(model.mapping)
    const cells = new Int32Array(slots.length * roomForRows)
    const table = { slots, cells, count: roomForRows }
    const rarities = slots.map(() => new Float32Array(roomForValues))
    const beliefs = model.comparisons.map(({ kind }) => settings.beliefs[kind])
    return {
      rows: table,
      read,
      rarities,
      known: slots.map(() => 1),
      room: [roomForValues, roomForRows] as const,
      weigher: createWeigher(table, model.comparisons, beliefs, rarities),
      compare: createComparer(table).compare,
      levels: new Int8Array(slots.length),
    }
  }

  return (records: readonly PersonRecord[]) => {
    // A record brings no more than three values to a lexicon by its names, and one by each other column.
    const most = records.length * (3 + desk.rows.slots.length)
    const isFull = desk.rows.slots.some(({ lexicon }) => lexicon.values.length + most > desk.room[0])
    if (isFull || records.length > desk.room[1])
      desk = clear(Math.max(values, most + 1), Math.max(rows, records.length))
    const { slots, cells } = desk.rows
    for (const [at, record] of records.entries()) desk.read(record, cells, at * slots.length)
    for (const [slot, { lexicon }] of slots.entries()) {
      const rarities = desk.rarities[slot]
      const count = lexicon.values.length
      for (let id = desk.known[slot] ?? 1; id < count; id++)
        if (rarities !== undefined) rarities[id] = rarityOf(slot, lexicon.valueOf(id))
      desk.known[slot] = count
    }
    return desk
  }
}
