import { MARKINGS, type Marking } from '#platform/access/reader.ts'

/** EFF04 What is put together is marked as the highest of what is in it; of nothing, OFFICIAL. */
export function highest(markings: readonly Marking[]): Marking {
  return MARKINGS.findLast((marking) => markings.includes(marking)) ?? 'OFFICIAL'
}
