import { similarName } from '#calculations/linkage/names/index.ts'
import { foldName } from '#calculations/linkage/names/index.ts'
import { readNames } from './sets.ts'

const LISTS = [
  { name: 'first names', file: 'uk_first_name_variants.csv', columns: ['forename', 'forename2'] },
  { name: 'last names', file: 'uk_last_name_variants.csv', columns: ['lastname1', 'lastname2'] },
] as const

/** Of the pairs of names on the lists of variants, the share that is not called different. */
export function variantRecall(): { name: string; pairs: number; found: number }[] {
  return LISTS.flatMap(({ name, file, columns: [left, right] }) => {
    const rows = readNames(file)
    if (rows.length === 0) return []
    const found = rows.filter(
      (row) => similarName(foldName(row[left] ?? ''), foldName(row[right] ?? '')) !== 'different',
    ).length
    return [{ name, pairs: rows.length, found }]
  })
}
