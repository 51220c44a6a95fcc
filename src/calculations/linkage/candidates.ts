import type { Prepared } from './prepare.ts'
import type { Rows } from './table.ts'

/**
 * Goes through the records after one that share a key with it, each once; not those that are known to be of the same owner, nor
 * those of another door.
 */
export function createCandidates({ rows, blocks, owners }: Pick<Prepared, 'rows' | 'blocks' | 'owners'>) {
  const { members, starts, places, ends } = blocks
  const seen = new Int32Array(rows.count).fill(-1)
  const areApart = createApart(rows)
  return (record: number, take: (other: number) => void): void => {
    const owner = owners?.[record]
    const last = starts[record + 1] ?? 0
    for (let i = starts[record] ?? 0; i < last; i++) {
      const end = ends[i] ?? 0
      for (let at = (places[i] ?? 0) + 1; at < end; at++) {
        const other = members[at] ?? 0
        if (seen[other] === record) continue
        seen[other] = record
        if (owner !== undefined && owners?.[other] === owner) continue
        if (areApart(record, other)) continue
        take(other)
      }
    }
  }
}

/** Whether both say a door, and not the same. */
function createApart({ slots, cells }: Rows): (left: number, right: number) => boolean {
  const width = slots.length
  const doors = [...slots.keys()].filter((slot) => slots[slot]?.kind === 'door')
  return (left, right) => {
    for (const slot of doors) {
      const a = cells[left * width + slot] ?? 0
      const b = cells[right * width + slot] ?? 0
      if (a !== b && a !== 0 && b !== 0) return true
    }
    return false
  }
}
