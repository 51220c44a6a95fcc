import { createBlocks, type Blocks } from './blocks.ts'
import { createComparer, type Comparer } from './comparisons.ts'
import { raritiesOf } from './rarity.ts'
import type { Belief, LinkageSettings } from './settings.ts'
import type { Rows } from './table.ts'

/** Records made ready: which are compared, how, and how rare what they hold is. */
export interface Prepared {
  readonly rows: Rows
  readonly blocks: Blocks
  readonly comparer: Comparer
  /** For each slot. */
  readonly rarities: readonly Float32Array[]
  readonly beliefs: readonly Belief[]
  readonly settings: LinkageSettings
  /** By record, whose it is known to be; none where nothing is known. Records of one owner are not compared, nor learnt from. */
  readonly owners?: Int32Array
}

export function prepareRecords(rows: Rows, settings: LinkageSettings, owners?: Int32Array): Prepared {
  return {
    rows,
    settings,
    ...(owners !== undefined && { owners }),
    blocks: createBlocks(rows, settings),
    comparer: createComparer(rows),
    rarities: rows.slots.map((_, slot) => raritiesOf(rows, slot)),
    beliefs: rows.slots.map(({ kind }) => settings.beliefs[kind]),
  }
}
