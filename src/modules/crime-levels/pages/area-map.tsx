import { HexMap } from '#ui/maps/hex-map.tsx'
import { MapFigure } from '#ui/maps/map-figure.tsx'
import { MapKey } from '#ui/maps/map-key.tsx'
import { MapList } from '#ui/maps/map-list.tsx'
import { count } from '#ui/words/numbers.ts'
import type { AreaPageModel } from '../queries/area-model.ts'
import type { Shown } from '../queries/model.ts'
import { incidentsHref, shapesHref } from '../rules/addresses.ts'
import { cellFeatures } from '../rules/map-features.ts'
import { unitOf, whatWords } from '../rules/what.ts'
import { HowCounted } from './how-counted.tsx'
import { countWords } from './words.ts'

/** The area by cell, the cells with the most named beside. */
export function AreaCells({ shown, found }: { readonly shown: Shown; readonly found: AreaPageModel }) {
  const { what, from, to, source } = shown
  const { area, map } = found
  const { features, ranges } = cellFeatures(map.cells)
  const rows = { what, from, to, source, area: area.id }
  const pinned = features.filter(({ pin }) => pin !== null)
  return (
    <section class="fp-card">
      <MapFigure
        id="where"
        title={`Where in ${area.name}`}
        headingLevel={2}
        words={`${whatWords(what)} in ${count(features.length)} cells of about ${map.resolution === 9 ? '0.1' : '0.7'} km².`}
        map={
          <HexMap
            id="where-map"
            title={`${whatWords(what)} in ${area.name} by cell`}
            description={`${features.length} cells in five steps by rank; the list beside names those with the most.`}
            cells={features.map(({ cell, count: number, step }) => ({
              cell,
              count: number,
              step,
              href: incidentsHref({ ...rows, cell }),
            }))}
            unit={unitOf(what).many}
            outlines={map.outline === null ? [] : [map.outline]}
            pins={pinned.map(({ pin, centre, street }) => ({ number: pin ?? 0, at: centre, label: street ?? '' }))}
            schematic={area.schematic}
          />
        }
        mapKey={<MapKey ranges={ranges} unit={unitOf(what).many} of="cells" />}
        list={
          <MapList
            label="The cells with the most"
            items={pinned.map(({ pin, street, count: number, cell }) => ({
              name: street ?? '',
              number: pin ?? 0,
              value: countWords(number, shown),
              href: incidentsHref({ ...rows, cell }),
            }))}
          />
        }
        howCounted={
          <HowCounted shown={shown}>
            <p>
              Cells are those of the H3 grid, resolution {map.resolution}; at the edge only what lies within the area
              counts. Points are moved to the nearest of a list of points before they are published. These are counts,
              not tested hot spots.
            </p>
          </HowCounted>
        }
        island={{ geoJsonUrl: shapesHref(rows) }}
      />
    </section>
  )
}
