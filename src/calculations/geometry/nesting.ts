import { createAreaIndex } from './area-index.ts'
import { insidePoints } from './representative-point.ts'
import type { AreaGeometry } from './shapes.ts'

/**
 * What share of the first area lies in the second, from 0 to 1, by points spread evenly over the first: right to
 * two or three hundredths, which is enough for outlines simplified by tens of metres.
 */
export function shareInside(child: AreaGeometry, parent: AreaGeometry): number {
  const points = insidePoints(child, 20)
  const index = createAreaIndex([{ id: 0, geometry: parent }])
  const inside = points.filter(({ point }) => index.areasAt(point).length > 0).length
  return points.length === 0 ? 0 : inside / points.length
}

/**
 * Whether the first area belongs in the second. Outlines of different sources never quite agree, so nine tenths of
 * it are asked for, not all.
 */
export function nests(child: AreaGeometry, parent: AreaGeometry, leastShare = 0.9): boolean {
  return shareInside(child, parent) >= leastShare
}
