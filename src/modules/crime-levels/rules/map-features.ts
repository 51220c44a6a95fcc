import {
  hexagonCentre,
  hexagonOutline,
  rankHexagons,
  getHexagon,
  type Hexagon,
} from '#calculations/hexagons/hexagons.ts'
import type { AreaGeometry, LngLat } from '#calculations/geometry/shapes.ts'
import { fiveSteps, type Step, type StepRange } from '#calculations/ranks/five-steps.ts'
import { decimal, plural } from '#ui/words/numbers.ts'
import type { AreaLevel } from './area-levels.ts'
import type { Level } from './level.ts'

/** An area on a map: shaded by its rate, or by nothing where it has none. */
export interface AreaFeature {
  readonly id: number
  readonly name: string
  readonly geometry: AreaGeometry
  readonly step: Step | undefined
  /** "61.2 per 1,000", "no population is loaded". */
  readonly value: string
}

/** Areas in five steps by the rank of their rate, in the order given; areas without an outline are left out. */
export function areaFeatures(
  areas: readonly AreaLevel[],
  outlines: ReadonlyMap<number, AreaGeometry>,
): { readonly features: readonly AreaFeature[]; readonly ranges: readonly StepRange[] } {
  const drawn = areas.flatMap((area) => {
    const geometry = outlines.get(area.id)
    return geometry === undefined ? [] : [{ ...area, geometry }]
  })
  const { steps, ranges } = fiveSteps(drawn.map(({ level }) => level.rate?.perThousand))
  const features = drawn.map(({ id, name, level, geometry }, i) => ({
    id,
    name,
    geometry,
    step: steps[i],
    value: rateText(level),
  }))
  return { features, ranges }
}

/** A rate in the words of a map or list. */
export function rateText({ rate, count, people }: Level): string {
  if (rate !== null) return `${decimal(rate.perThousand)} per 1,000`
  return people === null ? `${plural(count, 'row')}, no population` : 'no rate'
}

export interface CellFeature {
  readonly cell: Hexagon
  readonly count: number
  readonly step: Step
  readonly geometry: AreaGeometry
  /** From 1, of the cells that have a pin. */
  readonly pin: number | null
  readonly street: string | null
  readonly centre: LngLat
}

/** Cells in five steps by rank, most first; those with a street's name have a pin. */
export function cellFeatures(
  cells: readonly { readonly cell: string; readonly count: number; readonly street: string | null }[],
): {
  readonly features: readonly CellFeature[]
  readonly ranges: readonly StepRange[]
} {
  const streets = new Map(cells.map(({ cell, street }) => [getHexagon(cell), street]))
  const ranked = rankHexagons(new Map(cells.map(({ cell, count }) => [getHexagon(cell), count])))
  let pins = 0
  const features = ranked.cells.map(({ cell, count, step }) => {
    const street = streets.get(cell) ?? null
    if (street !== null) pins += 1
    const pin = street === null ? null : pins
    return { cell, count, step, geometry: hexagonOutline(cell), pin, street, centre: hexagonCentre(cell) }
  })
  return { features, ranges: ranked.ranges }
}
