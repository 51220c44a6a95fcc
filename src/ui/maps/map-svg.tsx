import type { LngLat } from '#calculations/geometry/shapes.ts'
import type { ComponentChildren, JSX } from 'preact'
import { place } from '#ui/charts/numbers.ts'
import { GRID } from './path-data.ts'
import type { MapSize, Projection } from './projection.ts'
import { spreadPins } from './spread-pins.ts'

/** A numbered pin; the list beside the map has the same number. */
export type MapPin = { readonly number: number; readonly at: LngLat; readonly label: string }

/** A town or the like, named on the map so that people find their way. */
export type MapPlace = { readonly name: string; readonly at: LngLat }

/** Names stand this much above their places, clear of a pin there. */
const ABOVE = 13
/** Drawn no wider than a phone shows it, in pixels: there its words keep their size. */
const SMALL = 430

/** Pins are drawn larger on a phone (see _maps.scss), and must not cover one another there either. */
const PIN_GAP = 29

type MapSvgProps = {
  /** Unique on the page. */
  id: string
  title: string
  description: string
  size: MapSize
  project: Projection
  schematic: boolean
  pins: readonly MapPin[]
  places: readonly MapPlace[]
  /** Shapes in half pixels, from `pathData`. */
  children: ComponentChildren
}

/**
 * The sheet on which every server-made map is drawn. Its shapes may be links for the mouse; people who use a
 * keyboard or a screen reader take the same links from the list, which is why the shapes are hidden from them.
 */
export function MapSvg(props: MapSvgProps): JSX.Element {
  const { id, title, description, size, project, schematic, pins, places, children } = props
  return (
    <div class="map-sheet">
      <p class="map-description" id={`${id}-desc`}>{`${title}. ${description}`}</p>
      <svg
        class={size.width > SMALL ? 'map-svg' : 'map-svg map-svg--small'}
        viewBox={`0 0 ${size.width} ${size.height}`}
        aria-hidden="true"
        focusable="false"
      >
        <g transform={`scale(${1 / GRID})`}>{children}</g>
        {places.map(({ name, at }) => {
          const [x, y] = project(at)
          return (
            <text class="map-place" x={place(x)} y={place(y - ABOVE)} key={name}>
              {name}
            </text>
          )
        })}
        <Pins pins={pins} project={project} />
        {schematic && (
          <text class="map-schematic" x={10} y={size.height - 10}>
            Schematic areas: not real boundaries
          </text>
        )}
      </svg>
    </div>
  )
}

function Pins({ pins, project }: { pins: readonly MapPin[]; project: Projection }) {
  const places = pins.map(({ at }) => {
    const [x, y] = project(at)
    return { x, y }
  })
  const spread = spreadPins(places, PIN_GAP)
  return (
    <>
      {pins.map(({ number, label }, i) => {
        const from = places[i] ?? { x: 0, y: 0 }
        const to = spread[i] ?? from
        const moved = Math.hypot(to.x - from.x, to.y - from.y) > 3
        return (
          <g class="map-pin" key={number}>
            <title>{`${number} ${label}`}</title>
            {moved && (
              <>
                <line x1={place(from.x)} y1={place(from.y)} x2={place(to.x)} y2={place(to.y)} />
                <circle class="map-pin-foot" cx={place(from.x)} cy={place(from.y)} r={2} />
              </>
            )}
            <circle cx={place(to.x)} cy={place(to.y)} r={10} />
            <text x={place(to.x)} y={place(to.y + 4.5)}>
              {number}
            </text>
          </g>
        )
      })}
    </>
  )
}
