import { plural } from '#ui/words/numbers.ts'

/** Small areas of an area by the national tenth that they lie in: 1 is the most deprived. */
export interface DecileCount {
  readonly edition: number
  readonly decile: number
  readonly smallAreas: number
}

export interface Deprivation {
  readonly edition: number
  readonly smallAreas: number
  /** In the two most deprived tenths of England. */
  readonly mostDeprived: number
  readonly leastDeprived: number
  readonly words: string
}

/** The index in force in the year: the latest edition not after it, else the first one there is. Null where none is loaded. */
export function deprivationOf(counts: readonly DecileCount[], year: number): Deprivation | null {
  const editions = [...new Set(counts.map(({ edition }) => edition))].toSorted((a, b) => a - b)
  const edition = editions.findLast((one) => one <= year) ?? editions[0]
  if (edition === undefined) return null
  const rows = counts.filter((row) => row.edition === edition)
  const sum = (deciles: (decile: number) => boolean) =>
    rows.filter(({ decile }) => deciles(decile)).reduce((all, { smallAreas }) => all + smallAreas, 0)
  const smallAreas = sum(() => true)
  const mostDeprived = sum((decile) => decile <= 2)
  const leastDeprived = sum((decile) => decile >= 9)
  const only = rows[0]
  const words =
    smallAreas === 1 && only !== undefined
      ? `It lies in tenth ${only.decile} of 10 in England (1 is the most deprived), by the Index of Multiple Deprivation ${edition}.`
      : `Of its ${plural(smallAreas, 'small area')}, ${mostDeprived} lie in the most deprived fifth of England and ${leastDeprived} in the least deprived, by the Index of Multiple Deprivation ${edition}.`
  return { edition, smallAreas, mostDeprived, leastDeprived, words }
}
