import type { FlatPoints } from '#calculations/place-patterns/flat-points.ts'
import { grouped } from '#calculations/grouping/grouped.ts'

/**
 * Events that hang together: each no further and no more days from another of its chain than given. The places of the events in
 * the lists, each chain in order; single events are left out.
 */
export function chainsOf(
  { x, y }: FlatPoints,
  day: readonly number[],
  { metres, days }: { readonly metres: number; readonly days: number },
): readonly (readonly number[])[] {
  const head = day.map((_, at) => at)
  const find = (at: number): number => {
    let up = at
    while (head[up] !== up) up = head[up] ?? up
    return up
  }
  for (let a = 0; a < day.length; a++)
    for (let b = a + 1; b < day.length; b++) {
      if (Math.abs((day[a] ?? 0) - (day[b] ?? 0)) > days) continue
      const apart = Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0))
      if (apart <= metres) head[find(b)] = find(a)
    }
  const chains = grouped(day.keys(), find)
  return [...chains.values()].filter((chain) => chain.length > 1)
}
