import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import type { Step } from '#calculations/ranks/five-steps.ts'
import type { JSX } from 'preact'
import { MapShape } from './map-shape.tsx'
import { type MapPin, type MapPlace, MapSvg } from './map-svg.tsx'
import { pathData } from './path-data.ts'
import { boxAround, fitProjection, heightFor } from './projection.ts'

export type MapArea = {
  readonly id: string
  readonly name: string
  readonly geometry: AreaGeometry
  /** From `fiveSteps`; undefined where there is no value. */
  readonly step: Step | undefined
  /** The value in words: `61.2 per 1,000`, `fewer than 5`, `not loaded`. */
  readonly value: string
  readonly href?: string
}

export type AreaMapProps = {
  /** Unique on the page. */
  id: string
  title: string
  /** The finding, for those who cannot see the map. */
  description: string
  areas: readonly MapArea[]
  /** Drawn over the areas with a firmer line: districts over wards, the force over districts. */
  outlines?: readonly AreaGeometry[]
  pins?: readonly MapPin[]
  places?: readonly MapPlace[]
  /** True where the areas are made up by the demonstration; the map then says so on its face. */
  schematic: boolean
  /** Id of the reader's own area. */
  here?: string
  /** In pixels; it shrinks with its place. */
  width?: number
}

/** Areas shaded in five steps by rank. Never without its list: put it in a `MapFigure`. */
export function AreaMap(props: AreaMapProps): JSX.Element {
  const { areas, outlines = [], pins = [], places = [], width = 560 } = props
  const box = boxAround([...areas.map(({ geometry }) => geometry), ...outlines])
  const size = { width, height: heightFor(box, width) }
  const project = fitProjection(box, size)
  const own = areas.find(({ id }) => id === props.here)
  return (
    <MapSvg
      id={props.id}
      title={props.title}
      description={props.description}
      size={size}
      project={project}
      schematic={props.schematic}
      pins={pins}
      places={places}
    >
      {areas.map((area) => (
        <MapShape
          key={area.id}
          data={pathData(area.geometry, project)}
          step={area.step}
          words={`${area.name}: ${area.value}`}
          href={area.href}
        />
      ))}
      {outlines.map((outline, i) => (
        <path class="map-outline" d={pathData(outline, project)} key={i} />
      ))}
      {own && <path class="map-here" d={pathData(own.geometry, project)} />}
    </MapSvg>
  )
}
