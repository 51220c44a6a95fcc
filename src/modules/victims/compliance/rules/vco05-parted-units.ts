/**
 * VCO-05: of the units that owed something, those that can stand in one table: none that lies above another of them, since a table
 * whose rows hold one another counts twice. What such a unit owed itself is counted for the force, and for its area.
 */
export function partedUnits(units: Iterable<number>, parentOf: (unit: number) => number | null): ReadonlySet<number> {
  const own = new Set(units)
  const parted = new Set(own)
  for (const unit of own) {
    const seen = new Set<number>([unit])
    for (let above = parentOf(unit); above !== null && !seen.has(above); above = parentOf(above)) {
      seen.add(above)
      parted.delete(above)
    }
  }
  return parted
}
