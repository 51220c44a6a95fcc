import type { ComponentChildren, JSX } from 'preact'
import { useAssets } from '../assets-context.ts'

/** What the script that makes a map move needs; addresses of our own only. */
export type MapIsland = {
  /** GeoJSON whose features have the properties of `IslandProperties` in islands/map.ts. */
  readonly geoJsonUrl: string
  /** MapLibre's worker, served by us as a file of its own; that of the page around if left out. */
  readonly workerUrl?: string
}

type MapFigureProps = {
  /** Unique on the page; the map inside has the same with `-map`. */
  id: string
  title: string
  words: ComponentChildren
  /** `AreaMap` or `HexMap`. */
  map: ComponentChildren
  /** `MapKey`. */
  mapKey: ComponentChildren
  /** `MapList`, or a table: a map never stands without it. */
  list: ComponentChildren
  howCounted: ComponentChildren
  /** Left out where the map should stay still, as in print packs. */
  island?: MapIsland
  headingLevel?: 2 | 3 | 4
}

/** A map with its finding, key, list and method; a script may make the map move, and it stands without. */
export function MapFigure(props: MapFigureProps): JSX.Element {
  const { id, title, words, map, mapKey, list, howCounted, island, headingLevel = 3 } = props
  const Heading = `h${headingLevel}` as const
  const workerUrl = island?.workerUrl ?? useAssets()?.url('map-worker.js')
  return (
    <figure class="map-figure" aria-labelledby={`${id}-heading`}>
      <figcaption class="chart-caption">
        <Heading class="chart-heading" id={`${id}-heading`}>
          {title}
        </Heading>
        <p class="chart-words">{words}</p>
      </figcaption>
      <div class="map-and-list">
        <div class="map-side">
          <div class="map-frame">
            {map}
            {island && (
              <div
                class="map-island"
                data-geojson-url={island.geoJsonUrl}
                data-worker-url={workerUrl}
                data-label={title}
              />
            )}
          </div>
          {mapKey}
        </div>
        <div class="map-list-room">{list}</div>
      </div>
      <details class="chart-details">
        <summary>How this is counted</summary>
        <div class="chart-method">{howCounted}</div>
      </details>
    </figure>
  )
}
