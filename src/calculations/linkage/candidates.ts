import type { Blocks } from './blocks.ts'

/** Goes through the records after one that share a key with it, each once; not those that are known to be of the same `owner`. */
export function createCandidates({ members, starts, places, ends }: Blocks, count: number, owners?: Int32Array) {
  const seen = new Int32Array(count).fill(-1)
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
        take(other)
      }
    }
  }
}
