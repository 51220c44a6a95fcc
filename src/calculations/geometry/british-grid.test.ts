import { describe, expect, it } from 'vitest'
import { fromBritishGrid } from './british-grid.ts'

describe('A point of the British National Grid', () => {
  // Known positions, each with its grid reference; five metres are some 0.00005° north and 0.00007° east.
  it.each([
    ['the water tower of Caister, the survey’s own example', 651_409.903, 313_177.27, 1.716074, 52.657977],
    ['the transit circle at Greenwich, west of the meridian of today', 538_885, 177_322, -0.001475, 51.47782],
  ])('%s is where it is', (_, easting, northing, longitude, latitude) => {
    const [x, y] = fromBritishGrid(easting, northing)
    expect(Math.abs(y - latitude)).toBeLessThan(0.00005)
    expect(Math.abs(x - longitude)).toBeLessThan(0.00007)
  })
})
