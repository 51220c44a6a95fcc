import type { Rows } from './table.ts'

/** How rare the values of a slot are, in bits: 10 where one record in 1,024 has it. By the number of the value. */
export function raritiesOf({ cells, count, slots }: Rows, slot: number): Float32Array {
  const counts = countsOf({ cells, count, slots }, slot)
  let known = 0
  for (const times of counts) known += times
  return Float32Array.from(counts, (times) => (times === 0 ? 0 : Math.log2(known / times)))
}

/** How many records have each value of a slot. */
export function countsOf({ cells, count, slots }: Rows, slot: number): Int32Array {
  const counts = new Int32Array(slots[slot]?.lexicon.values.length ?? 0)
  for (let record = 0; record < count; record++) {
    const id = cells[record * slots.length + slot] ?? 0
    if (id > 0) counts[id] = (counts[id] ?? 0) + 1
  }
  return counts
}
