import type { ColumnMapping } from './mapping.ts'
import type { RuleReport } from './blocks.ts'
import type { Slot } from './table.ts'

export const MODEL_VERSION = 4

/** What was learnt of a comparison. */
export interface ComparisonModel {
  readonly name: string
  readonly kind: Slot['kind']
  /** Share of the pairs of one person, and of two people, at each level. */
  readonly matching: readonly number[]
  readonly others: readonly number[]
  /** Rarity, in bits, of a value on which two people agree: what the weights are for; other values add or take away. */
  readonly typicalRarity: number
  /** How many records have a value, and how many have each of the more frequent ones. */
  readonly known: number
  readonly frequent: readonly (readonly [string, number])[]
}

/** What was learnt from a set of records: plain data, which may be kept as JSON. */
export interface LinkageModel {
  readonly version: typeof MODEL_VERSION
  readonly mapping: ColumnMapping
  readonly records: number
  /** Probability that two records taken at random are of one person. */
  readonly prior: number
  readonly comparisons: readonly ComparisonModel[]
  readonly rules: readonly RuleReport[]
}
