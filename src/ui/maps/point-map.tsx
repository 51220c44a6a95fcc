import { boxOf, type AreaGeometry } from '#calculations/geometry/shapes.ts'
import { AreaMap } from './area-map.tsx'

export interface PointMapProps {
  /** What the point is called. */
  readonly label: string
  readonly at: readonly [longitude: number, latitude: number]
  /** Of the area around it that is shown. */
  readonly outline: AreaGeometry
  /** Those it lies in. */
  readonly areas: readonly { readonly name: string; readonly schematic: boolean }[]
}

/** One point on a small map of the area around it. */
export function PointMap({ label, at, outline, areas }: PointMapProps) {
  const [west, south, east, north] = boxOf(outline)
  const wide = east - west > (north - south) * 2
  return (
    <AreaMap
      id="place-map"
      title="Where it is put on the map"
      description={`${label}, in ${areas.map(({ name }) => name).join(', ')}.`}
      areas={[{ id: 'outline', name: 'Area', geometry: outline, step: undefined, value: label }]}
      pins={[{ number: 1, at, label }]}
      schematic={areas.some(({ schematic }) => schematic)}
      width={wide ? 420 : 380}
    />
  )
}
