import { createKeyMaker, keyBuffer } from './rule-keys.ts'
import type { LinkageSettings } from './settings.ts'
import type { Rows } from './table.ts'

/**
 * The keys of each row, by which a store finds the records to compare it with: those that share one, where no more than
 * the `largest` of that rule in the model share it. A key says its rule: "7:1x2y3z" is of the seventh.
 */
export function keysOfRows({ slots, cells, count }: Rows, settings: LinkageSettings): readonly string[][] {
  const keys: string[][] = Array.from({ length: count }, () => [])
  const keysBy = createKeyMaker(slots)
  for (const [number, rule] of settings.rules.entries()) {
    const read = keysBy(rule)
    if (read === undefined) continue
    for (const [record, list] of keys.entries()) {
      const found = read(cells, record * slots.length)
      for (let i = 0; i < found; i++) list.push(`${number}:${(keyBuffer[i] ?? 0).toString(36)}`)
    }
  }
  return keys
}
