import { boxOf, joinBoxes, type AreaGeometry, type Box, type LngLat } from '#calculations/geometry/shapes.ts'
import { geoMercator } from 'd3-geo'

/** Turns a place on the earth into one on the drawing, in pixels from its upper left. */
export type Projection = (point: LngLat) => readonly [x: number, y: number]

export type MapSize = { readonly width: number; readonly height: number }

/**
 * A Mercator projection (the one a map on screen uses) that fits the box into the size, with a little paper around.
 * Fitted by the corners of the box, and not by its outline: so no winding of rings can turn it inside out.
 */
export function fitProjection([west, south, east, north]: Box, { width, height }: MapSize, padding = 8): Projection {
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [west, south],
      [east, north],
    ],
  }
  const mercator = geoMercator().fitExtent(
    [
      [padding, padding],
      [width - padding, height - padding],
    ],
    corners,
  )
  return ([longitude, latitude]) => mercator([longitude, latitude]) ?? [0, 0]
}

/** The height at which the box just fills the width, kept between half and one and a half times the width. */
export function heightFor([west, south, east, north]: Box, width: number): number {
  const project = fitProjection([west, south, east, north], { width, height: width * 10 }, 0)
  const [, top] = project([west, north])
  const [, bottom] = project([west, south])
  return Math.round(Math.min(width * 1.5, Math.max(width / 2, bottom - top)))
}

/** The box around all the geometries. Throws RangeError when there is nothing to draw. */
export function boxAround(geometries: readonly AreaGeometry[]): Box {
  const box = joinBoxes(geometries.map(boxOf))
  if (!(box[0] <= box[2])) throw new RangeError('There is nothing to put on the map')
  return box
}
