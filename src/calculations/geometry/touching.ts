import Flatbush from 'flatbush'
import { type AreaGeometry, polygonsOf } from './shapes.ts'

type Segment = readonly [ax: number, ay: number, bx: number, by: number]

const METRES_PER_DEGREE = 111_195

/**
 * Which of the others come within so many metres of an area, outlines taken as they are: those that share a border with
 * it, whether or not their corners are the same points. Ids in the order in which they were given. Right to a metre or so
 * at the size of a force, on a flat map whose degrees of longitude are shortened by latitude.
 */
export function touching<Id>(
  of: readonly AreaGeometry[],
  others: readonly { readonly id: Id; readonly geometry: AreaGeometry }[],
  metres: number,
): Id[] {
  const all = others.flatMap(({ geometry }, area) => segmentsOf(geometry).map((segment) => ({ area, segment })))
  const own = of.flatMap(segmentsOf)
  if (all.length === 0 || own.length === 0) return []
  const tree = new Flatbush(all.length)
  for (const { segment } of all) tree.add(...boxOf(segment, 0))
  tree.finish()
  const reach = metres / METRES_PER_DEGREE
  const found = new Set<number>()
  for (const segment of own) {
    const shorter = Math.cos((segment[1] * Math.PI) / 180)
    for (const index of tree.search(...boxOf(segment, reach / shorter))) {
      const near = all[index]
      if (near === undefined || found.has(near.area)) continue
      if (apart(flat(segment, shorter), flat(near.segment, shorter)) <= reach) found.add(near.area)
    }
  }
  return others.filter((_, area) => found.has(area)).map(({ id }) => id)
}

function segmentsOf(geometry: AreaGeometry): Segment[] {
  return polygonsOf(geometry).flatMap((rings) =>
    rings.flatMap((ring) =>
      ring.slice(1).map(([bx = 0, by = 0], at): Segment => {
        const [ax = 0, ay = 0] = ring[at] ?? []
        return [ax, ay, bx, by]
      }),
    ),
  )
}

function boxOf([ax, ay, bx, by]: Segment, room: number): [number, number, number, number] {
  return [Math.min(ax, bx) - room, Math.min(ay, by) - room, Math.max(ax, bx) + room, Math.max(ay, by) + room]
}

function flat([ax, ay, bx, by]: Segment, shorter: number): Segment {
  return [ax * shorter, ay, bx * shorter, by]
}

/** Nought where they cross; else the least from an end of one to the other. */
function apart(one: Segment, other: Segment): number {
  const [ax, ay, bx, by] = one
  const [cx, cy, dx, dy] = other
  const side = (px: number, py: number, [sx, sy, ex, ey]: Segment) =>
    Math.sign((ex - sx) * (py - sy) - (ey - sy) * (px - sx))
  if (side(ax, ay, other) * side(bx, by, other) < 0 && side(cx, cy, one) * side(dx, dy, one) < 0) return 0
  return Math.min(toSegment(ax, ay, other), toSegment(bx, by, other), toSegment(cx, cy, one), toSegment(dx, dy, one))
}

function toSegment(px: number, py: number, [ax, ay, bx, by]: Segment): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length))
  return Math.hypot(px - ax - along * dx, py - ay - along * dy)
}
