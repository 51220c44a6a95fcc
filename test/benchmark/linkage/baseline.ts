import { jaroWinkler } from '#calculations/linkage/names/index.ts'
import type { ColumnMapping, Link, PersonRecord } from '#calculations/linkage/index.ts'
import { qualityOf, type Quality } from './quality.ts'

/**
 * What one would write in an afternoon, and is kept to be measured against: pairs that share one value of some telling
 * column exactly are scored by the share of their known columns that agree, names by Jaro and Winkler over 0.92.
 */
export function linkPlainly(
  records: readonly PersonRecord[],
  truth: readonly string[],
  mapping: ColumnMapping,
): Quality {
  const columns = Object.entries(mapping)
  const blocking = columns.filter(([, kind]) => BLOCKING.has(kind)).map(([column]) => column)
  const seen = new Set<number>()
  const links: Link[] = []
  for (const column of blocking) {
    const blocks = new Map<string, number[]>()
    for (const [index, record] of records.entries()) {
      const value = record[column] ?? ''
      if (value === '') continue
      const block = blocks.get(value) ?? []
      block.push(index)
      blocks.set(value, block)
    }
    for (const block of blocks.values())
      for (const [at, left] of block.entries())
        for (const right of block.slice(at + 1)) {
          const pair = left * records.length + right
          if (seen.has(pair)) continue
          seen.add(pair)
          links.push({ left, right, bits: scoreOf(records[left] ?? {}, records[right] ?? {}, columns) })
        }
  }
  return qualityOf(links, [], truth, 0.75)
}

const BLOCKING: ReadonlySet<string> = new Set(['family', 'birth', 'email', 'identifier', 'phone'])
const NAMES: ReadonlySet<string> = new Set(['given', 'family', 'full'])

function scoreOf(left: PersonRecord, right: PersonRecord, columns: readonly (readonly [string, string])[]): number {
  let known = 0
  let agreeing = 0
  for (const [column, kind] of columns) {
    const a = left[column] ?? ''
    const b = right[column] ?? ''
    if (a === '' || b === '') continue
    known++
    if (a === b || (NAMES.has(kind) && jaroWinkler(a, b) >= 0.92)) agreeing++
  }
  return known < 2 ? 0 : agreeing / known
}
