/**
 * Rates made comparable between cells of which some have many residents and some few: how many deviations each lies
 * from the rate of all together, its deviation being what differs between cells and what chance adds at its size.
 * Exposure (residents, homes, vehicles) is above nought in every cell.
 *
 * Source: R. M. Assunção and E. A. Reis, A new proposal to adjust Moran's I for population density, Statistics in
 * Medicine 18 (1999) 2147-2162.
 */
export function standardisedRates(counts: ArrayLike<number>, exposure: ArrayLike<number>): Float64Array {
  let [events, exposed] = [0, 0]
  for (let i = 0; i < counts.length; i++) {
    events += counts[i] ?? 0
    exposed += exposure[i] ?? 0
  }
  const overall = events / exposed
  let spread = 0
  for (let i = 0; i < counts.length; i++) {
    const size = exposure[i] ?? 0
    spread += (size * ((counts[i] ?? 0) / size - overall) ** 2) / exposed
  }
  const between = spread - overall / (exposed / counts.length)
  return Float64Array.from({ length: counts.length }, (_, i) => {
    const size = exposure[i] ?? 0
    const chance = overall / size
    const variance = between + chance < 0 ? chance : between + chance
    return variance === 0 ? 0 : ((counts[i] ?? 0) / size - overall) / Math.sqrt(variance)
  })
}
