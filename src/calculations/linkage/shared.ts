import type { Blocks } from './blocks.ts'
import { createComparer } from './comparisons.ts'
import { createLexicon } from './lexicon.ts'
import type { Prepared } from './prepare.ts'
import { raritiesOf } from './rarity.ts'
import type { LinkageSettings } from './settings.ts'
import type { Slot } from './table.ts'

/** Prepared records as plain data, to be handed to another thread; its lists of numbers may lie in shared memory. */
export interface SharedRecords {
  readonly slots: readonly { readonly name: string; readonly kind: Slot['kind']; readonly lexicon: number }[]
  readonly lexicons: readonly (readonly string[])[]
  readonly count: number
  readonly cells: Int32Array
  readonly blocks: Blocks
  readonly owners?: Int32Array
}

export function shareRecords({ rows, blocks, owners }: Prepared): SharedRecords {
  const lexicons = [...new Set(rows.slots.map(({ lexicon }) => lexicon))]
  return {
    slots: rows.slots.map(({ name, kind, lexicon }) => ({ name, kind, lexicon: lexicons.indexOf(lexicon) })),
    lexicons: lexicons.map(({ values }) => values),
    count: rows.count,
    cells: inSharedMemory(rows.cells),
    ...(owners !== undefined && { owners: inSharedMemory(owners) }),
    blocks: {
      ...blocks,
      members: inSharedMemory(blocks.members),
      starts: inSharedMemory(blocks.starts),
      places: inSharedMemory(blocks.places),
      ends: inSharedMemory(blocks.ends),
    },
  }
}

/** The records again, on the other side. */
export function takeRecords(shared: SharedRecords, settings: LinkageSettings): Prepared {
  const lexicons = shared.lexicons.map((values) => createLexicon(values))
  const empty = createLexicon()
  const slots = shared.slots.map(({ name, kind, lexicon }) => ({ name, kind, lexicon: lexicons[lexicon] ?? empty }))
  const rows = { slots, count: shared.count, cells: shared.cells }
  return {
    rows,
    settings,
    blocks: shared.blocks,
    ...(shared.owners !== undefined && { owners: shared.owners }),
    comparer: createComparer(rows),
    rarities: slots.map((_, slot) => raritiesOf(rows, slot)),
    beliefs: slots.map(({ kind }) => settings.beliefs[kind]),
  }
}

function inSharedMemory(numbers: Int32Array): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(numbers.byteLength))
  shared.set(numbers)
  return shared
}
