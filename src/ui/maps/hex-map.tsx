import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import { type CountedHexagon, hexagonOutline } from '#calculations/hexagons/hexagons.ts'
import type { JSX } from 'preact'
import { formatNumber } from '#ui/charts/numbers.ts'
import { MapShape } from './map-shape.tsx'
import { type MapPin, type MapPlace, MapSvg } from './map-svg.tsx'
import { pathData } from './path-data.ts'
import { boxAround, fitProjection, heightFor } from './projection.ts'

export type MapHexagon = CountedHexagon & { readonly href?: string }

export type HexMapProps = {
  /** Unique on the page. */
  id: string
  title: string
  /** The finding, for those who cannot see the map. */
  description: string
  cells: readonly MapHexagon[]
  /** What is counted: `crimes`. */
  unit: string
  /** The force, district or ward over which the cells lie; the map is fitted to it. */
  outlines: readonly AreaGeometry[]
  pins?: readonly MapPin[]
  places?: readonly MapPlace[]
  /** True where the outline is made up by the demonstration; the map then says so on its face. */
  schematic: boolean
  /** In pixels; it shrinks with its place. */
  width?: number
}

/** Cells of the H3 grid shaded in five steps by rank, over an outline. Never without its list: see `MapFigure`. */
export function HexMap(props: HexMapProps): JSX.Element {
  const { cells, unit, outlines, pins = [], places = [], width = 560 } = props
  const box = boxAround(outlines.length > 0 ? outlines : cells.map(({ cell }) => hexagonOutline(cell)))
  const size = { width, height: heightFor(box, width) }
  const project = fitProjection(box, size)
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
      {outlines.map((outline, i) => (
        <path class="map-ground" d={pathData(outline, project)} key={i} />
      ))}
      {cells.map(({ cell, count, step, href }) => (
        <MapShape
          key={cell}
          data={pathData(hexagonOutline(cell), project)}
          step={step}
          words={`${formatNumber(count)} ${unit}`}
          href={href}
        />
      ))}
      {outlines.map((outline, i) => (
        <path class="map-outline" d={pathData(outline, project)} key={i} />
      ))}
    </MapSvg>
  )
}
