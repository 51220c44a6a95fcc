import { boxOfRings } from './shapes.ts'

/** `faults` forbid the use of a geometry; `blemishes` are told to the person who sent it, and it is used as it is. */
export type GeometryCheck = { readonly faults: readonly string[]; readonly blemishes: readonly string[] }

/**
 * What is wrong with a geometry read from a file, in words for the person who sent it.
 *
 * Faults: the kind, the number of points, rings that do not close, coordinates that are not longitude and latitude in
 * WGS84 (eastings and northings, or the wrong way about, are named as such), holes outside their outline. Blemishes,
 * which published boundaries are full of once simplified: slivers without area, outlines that cross themselves.
 */
export function validateGeometry(geometry: unknown): GeometryCheck {
  const faults: string[] = []
  const blemishes: string[] = []
  if (!isRecord(geometry)) return { faults: ['There is no geometry.'], blemishes }
  const { type, coordinates } = geometry
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    const found = typeof type === 'string' ? `a ${type}` : 'neither'
    return { faults: [`An area is a Polygon or a MultiPolygon; this is ${found}.`], blemishes }
  }
  if (!Array.isArray(coordinates) || coordinates.length === 0) {
    return { faults: ['The geometry has no coordinates.'], blemishes }
  }
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates
  let flat = 0
  polygons.forEach((polygon, i) => {
    const where = polygons.length > 1 ? `polygon ${i + 1}: ` : ''
    const check = checkPolygon(polygon)
    faults.push(...check.faults.map((fault) => sentence(where + fault)))
    blemishes.push(...check.blemishes.map((blemish) => sentence(where + blemish)))
    if (check.blemishes.some((blemish) => blemish === `the outline${NO_AREA}`)) flat++
  })
  if (flat === polygons.length) faults.push('No part of it has any area.')
  return { faults, blemishes }
}

const NO_AREA = ' has no area: all its points lie on one line.'

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

function checkPolygon(polygon: unknown): GeometryCheck {
  if (!Array.isArray(polygon) || polygon.length === 0) return { faults: ['it has no outline.'], blemishes: [] }
  const rings: number[][][] = []
  const faults: string[] = []
  const blemishes: string[] = []
  polygon.forEach((ring: unknown, i) => {
    const name = i === 0 ? 'the outline' : `hole ${i}`
    const points = readRing(ring)
    const fault = points === undefined ? `${name} is not a list of points.` : findRingFault(points, name)
    if (fault !== undefined) faults.push(fault)
    if (fault !== undefined || !points) return
    rings.push(points)
    const blemish = findRingBlemish(points, name)
    if (blemish !== undefined) blemishes.push(blemish)
  })
  const [outline, ...holes] = rings
  if (faults.length > 0 || !outline) return { faults, blemishes }
  const [west, south, east, north] = boxOfRings([outline])
  holes.forEach((hole, i) => {
    const box = boxOfRings([hole])
    if (box[0] < west || box[1] < south || box[2] > east || box[3] > north) {
      faults.push(`hole ${i + 1} reaches outside the outline.`)
    }
  })
  return { faults, blemishes }
}

function findRingFault(points: readonly number[][], name: string): string | undefined {
  if (points.length < 4) {
    return `${name} has ${points.length} points; a closed ring needs at least 4, the last the same as the first.`
  }
  const [first, last] = [points[0] ?? [], points.at(-1) ?? []]
  if (first[0] !== last[0] || first[1] !== last[1]) {
    return `${name} is not closed: it starts at ${first.join(', ')} and ends at ${last.join(', ')}.`
  }
  const wrong = points.find(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 90)
  if (wrong) return outOfRange(wrong, name)
  const [west, south, east, north] = boxOfRings([points])
  if (west > 49 && east < 61 && south > -9 && north < 3) {
    return `${name} seems to have latitude before longitude; GeoJSON puts longitude first.`
  }
  return undefined
}

function findRingBlemish(points: readonly number[][], name: string): string | undefined {
  const [origin = [], ...rest] = points
  const [x0 = 0, y0 = 0] = origin
  const [x1 = 0, y1 = 0] = rest.find(([x, y]) => x !== x0 || y !== y0) ?? origin
  const flat = rest.every(([x = 0, y = 0]) => (x1 - x0) * (y - y0) === (y1 - y0) * (x - x0))
  const [west, south, east, north] = boxOfRings([points])
  if (flat || west === east || south === north) return name + NO_AREA
  return findCrossing(points, name)
}

function outOfRange([x = 0, y = 0]: readonly number[], name: string): string {
  if (x >= 0 && x <= 700_000 && y >= 0 && y <= 1_300_000) {
    return (
      `${name} looks like eastings and northings (${x}, ${y}). ` +
      'Turn it into longitude and latitude (WGS84, EPSG:4326) first.'
    )
  }
  return `${name} has a point out of range: longitude ${x}, latitude ${y}.`
}

/** Finds two edges that cross. Swept from west to east, so that long outlines take no long time. */
function findCrossing(points: readonly number[][], name: string): string | undefined {
  const edges = points.slice(1).map((end, i) => edgeOf(points[i] ?? end, end, i))
  const sorted = edges.filter(({ x1, y1, x2, y2 }) => x1 !== x2 || y1 !== y2).sort((a, b) => a.west - b.west)
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i]
    for (let j = i + 1; a && j < sorted.length; j++) {
      const b = sorted[j]
      if (!b || b.west > a.east) break
      if (crosses(a, b)) return `${name} crosses itself near ${a.x1}, ${a.y1}.`
    }
  }
  return undefined
}

type Edge = { x1: number; y1: number; x2: number; y2: number; west: number; east: number; place: number }

function edgeOf([x1 = 0, y1 = 0]: readonly number[], [x2 = 0, y2 = 0]: readonly number[], place: number): Edge {
  return { x1, y1, x2, y2, west: Math.min(x1, x2), east: Math.max(x1, x2), place }
}

/** Whether the insides of two edges cross; edges that touch or share an end do not. */
function crosses(a: Edge, b: Edge): boolean {
  const side = (e: Edge, x: number, y: number) => Math.sign((e.x2 - e.x1) * (y - e.y1) - (e.y2 - e.y1) * (x - e.x1))
  return side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 && side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0
}

function readRing(ring: unknown): number[][] | undefined {
  if (!Array.isArray(ring)) return undefined
  const points: number[][] = []
  for (const point of ring as unknown[]) {
    if (!Array.isArray(point)) return undefined
    const [x, y]: unknown[] = point
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return undefined
    points.push([x, y])
  }
  return points
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
