/** How many areas stand in the default group. */
export const GROUP_SIZE = 10

/**
 * The areas whose population is nearest to that of one, of those of its kind: at most `size`, nearest first. Nearness is by
 * how many times larger the one is than the other, so that 10,000 is as near to 5,000 as to 20,000.
 */
export function nearestByPopulation<Area extends { readonly id: number; readonly people: number | null }>(
  area: Area,
  others: readonly Area[],
  size = GROUP_SIZE,
): readonly Area[] {
  const people = area.people
  if (people === null || people <= 0) return []
  const apart = (other: Area): number => Math.abs(Math.log((other.people ?? 0) / people))
  return others
    .filter((other) => other.id !== area.id && other.people !== null && other.people > 0)
    .toSorted((a, b) => apart(a) - apart(b) || a.id - b.id)
    .slice(0, size)
}
