import type { Link } from '#calculations/linkage/index.ts'

export interface Point {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** What links and groups are worth beside the truth; as the peers print it. */
export interface Quality {
  readonly best: Point & { readonly bits: number }
  readonly atThreshold: Point
  readonly clustered: Point
  /** The most that is found at each precision. */
  readonly curve: readonly { readonly precision: number; readonly recall: number }[]
}

const PRECISIONS = [0.99, 0.98, 0.95, 0.9, 0.85, 0.8, 0.7]

/** Pairs by their weight, the heaviest first, beside who the records are of; pairs of one weight stand or fall together. */
export function qualityOf(
  links: readonly Link[],
  groups: readonly (readonly number[])[],
  truth: readonly (string | number)[],
  threshold: number,
): Quality {
  const total = couples(countBy(truth))
  const sorted = links.toSorted((a, b) => b.bits - a.bits)
  const recalls = PRECISIONS.map(() => 0)
  let best = { ...point(0, 0, total), bits: Infinity }
  let atThreshold = point(0, 0, total)
  let right = 0
  for (const [index, { left, right: other, bits }] of sorted.entries()) {
    if (truth[left] === truth[other]) right++
    if (sorted[index + 1]?.bits === bits) continue
    const here = point(right, index + 1, total)
    if (here.f1 > best.f1) best = { ...here, bits }
    if (bits >= threshold) atThreshold = here
    for (const [place, wanted] of PRECISIONS.entries())
      if (here.precision >= wanted) recalls[place] = Math.max(recalls[place] ?? 0, here.recall)
  }
  let rightTogether = 0
  let together = 0
  for (const group of groups) {
    together += couples([group.length])
    rightTogether += couples(countBy(group.map((record) => truth[record] ?? '')))
  }
  return {
    best,
    atThreshold,
    clustered: point(rightTogether, together, total),
    curve: PRECISIONS.map((precision, place) => ({ precision, recall: recalls[place] ?? 0 })),
  }
}

function point(right: number, found: number, total: number): Point {
  return {
    precision: found === 0 ? 1 : right / found,
    recall: total === 0 ? 1 : right / total,
    f1: (2 * right) / Math.max(1, found + total),
  }
}

function countBy(values: readonly (string | number)[]): number[] {
  const counts = new Map<string | number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()]
}

function couples(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
}
