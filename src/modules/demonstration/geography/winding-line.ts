import { normalDraw } from '#calculations/random/distributions.ts'
import { createRandom, type Random } from '#calculations/random/random.ts'

/** A point on a flat map, in degrees of latitude both ways. */
export type PlanePoint = readonly [x: number, y: number]

const SHORTEST = 0.006 // degrees, about 650 m: a shorter stretch stays straight
const LIVELINESS = 0.16
/** How much of the room between the border and the nearer seed it may use up. */
const ROOM = 0.55

/**
 * A line from start to end that winds by halving and pushing the middle aside, always the same for the same name.
 *
 * It stays inside the two triangles that the stretch makes with the seeds of its two cells. Those triangles are
 * disjoint for different borders of a Voronoi map, and along its own stretch the line never turns back: so no two
 * borders ever cross, and no cell loses its seed.
 */
export function windingLine(
  name: string,
  start: PlanePoint,
  end: PlanePoint,
  seeds: readonly [PlanePoint, PlanePoint],
): PlanePoint[] {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  const length = Math.hypot(dx, dy)
  if (length < SHORTEST) return [start, end]
  const [ux, uy] = [dx / length, dy / length]
  const rooms = seeds.map((seed) => {
    const [sx, sy] = [seed[0] - start[0], seed[1] - start[1]]
    return { foot: sx * ux + sy * uy, height: Math.abs(sy * ux - sx * uy) }
  })
  const limit = (along: number) => ROOM * Math.min(...rooms.map((room) => roomAt(room, along, length)))
  const offsets = halve(createRandom('borders').split(name), [0, length], [0, 0], limit)
  return offsets.map(([along, offset]): PlanePoint => {
    // The corners exactly as given, so that borders that meet there agree to the last bit.
    if (along === 0) return start
    if (along === length) return end
    return [start[0] + along * ux - offset * uy, start[1] + along * uy + offset * ux]
  })
}

/** How far the triangle with the seed reaches from the stretch, at so far along it. */
function roomAt({ foot, height }: { foot: number; height: number }, along: number, length: number): number {
  const rising = foot > 0 ? (along * height) / foot : Infinity
  const falling = foot < length ? ((length - along) * height) / (length - foot) : Infinity
  return Math.min(rising, falling)
}

function halve(
  random: Random,
  [from, to]: readonly [number, number],
  [first, last]: readonly [number, number],
  limit: (along: number) => number,
): (readonly [along: number, offset: number])[] {
  if (to - from < SHORTEST) {
    return [
      [from, first],
      [to, last],
    ]
  }
  const middle = (from + to) / 2
  const most = limit(middle)
  const pushed = (first + last) / 2 + normalDraw(random) * LIVELINESS * (to - from)
  const offset = Math.max(-most, Math.min(most, pushed))
  const before = halve(random, [from, middle], [first, offset], limit)
  return [...before.slice(0, -1), ...halve(random, [middle, to], [offset, last], limit)]
}
