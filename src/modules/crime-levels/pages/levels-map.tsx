import type { AreaKind } from '#kernel/areas/kinds.ts'
import { AreaMap } from '#ui/maps/area-map.tsx'
import { HexMap } from '#ui/maps/hex-map.tsx'
import { MapFigure } from '#ui/maps/map-figure.tsx'
import { MapKey } from '#ui/maps/map-key.tsx'
import { MapList } from '#ui/maps/map-list.tsx'
import { count } from '#ui/words/numbers.ts'
import type { LevelModel, Shown } from '../queries/model.ts'
import type { Overview } from '../queries/overview-model.ts'
import { areaHref, incidentsHref, levelsHref, shapesHref, type Query } from '../rules/addresses.ts'
import { areaFeatures, cellFeatures } from '../rules/map-features.ts'
import { rateWords, unitOf, whatWords } from '../rules/what.ts'
import { HowCounted } from './how-counted.tsx'
import { countWords, kindPlural, periodWords } from './words.ts'

interface LevelsMapProps {
  readonly shown: Shown
  readonly overview: Overview
  readonly by: AreaKind | null
  readonly query: Query
}

/** Where it is: by area or by cell, each with its list beside. */
export function LevelsMap(props: LevelsMapProps) {
  const { map } = props.overview
  return (
    <section class="fp-card">
      {map.view === 'cells' || props.by === null ? <CellMap {...props} /> : <AreasMap {...props} by={props.by} />}
    </section>
  )
}

function Switch({ query, view }: { readonly query: Query; readonly view: 'areas' | 'cells' }) {
  const choices = [
    { view: 'areas' as const, text: 'By area' },
    { view: 'cells' as const, text: 'By cell of about 0.7 km²' },
  ]
  return (
    <>
      {choices.map((choice) =>
        choice.view === view ? (
          <strong>{choice.text}. </strong>
        ) : (
          <>
            <a class="govuk-link" href={`${levelsHref({ ...query, map: choice.view })}#where-heading`}>
              {choice.text}
            </a>
            {'. '}
          </>
        ),
      )}
    </>
  )
}

/** A list longer than this is nobody's help; the table below has every area. */
const LISTED = 60

function AreasMap({ shown, overview, by, query }: LevelsMapProps & { readonly by: AreaKind }) {
  const { what, from, to, source } = shown
  const filters = { what, from, to, source }
  const outlines = new Map(overview.map.outlines.map(({ area, geometry }) => [area, geometry]))
  const { features, ranges } = areaFeatures(overview.areas, outlines)
  const ranked = overview.areas.toSorted((a, b) => rateOf(b.level) - rateOf(a.level))
  const highest = ranked[0]
  const unshaded = features.some(({ step }) => step === undefined)
  const more = ranked.length - LISTED
  const values = new Map(features.map(({ id, value }) => [id, value]))
  return (
    <MapFigure
      id="where"
      title={`Where: ${kindPlural(by).toLowerCase()}`}
      headingLevel={2}
      words={
        <>
          <Switch query={query} view="areas" />
          {highest?.level.rate ? `Highest: ${highest.name}.` : ''}
        </>
      }
      map={
        <AreaMap
          id="where-map"
          title={`${rateWords(what)} by area`}
          description={`${features.length} areas in five steps by rank; the list beside has the same numbers.`}
          areas={features.map(({ id, ...feature }) => ({ ...feature, id: String(id), href: areaHref(id, filters) }))}
          outlines={overview.map.outline === null ? [] : [overview.map.outline]}
          schematic={overview.map.schematic}
        />
      }
      mapKey={
        <MapKey ranges={ranges} unit={rateWords(what)} of="areas" decimals={1} {...(unshaded && { none: 'no rate' })} />
      }
      list={
        <>
          <MapList
            label={`${kindPlural(by)}, highest rate first`}
            items={ranked.slice(0, LISTED).map(({ id, name, within, level }) => ({
              name: within === null ? name : `${name}, ${within}`,
              value: values.get(id) ?? `${countWords(level.count, shown)}, no outline`,
              href: areaHref(id, filters),
            }))}
          />
          {more > 0 && (
            <p class="fp-second">
              and {count(more)} more in the <a href="#areas">table below</a>
            </p>
          )}
        </>
      }
      howCounted={
        <HowCounted shown={shown}>
          <p>Each area is shaded by the rank of its rate, a fifth of the areas to a step.</p>
        </HowCounted>
      }
      island={{ geoJsonUrl: shapesHref({ ...filters, by, map: 'areas' }) }}
    />
  )
}

function rateOf({ rate }: LevelModel): number {
  return rate?.perThousand ?? -1
}

function CellMap({ shown, overview, query }: LevelsMapProps) {
  const { what, from, to, source } = shown
  const filters = { what, from, to, source }
  const { features, ranges } = cellFeatures(overview.map.cells)
  const placed = features.reduce((sum, cell) => sum + cell.count, 0)
  const pinned = features.filter(({ pin }) => pin !== null)
  return (
    <MapFigure
      id="where"
      title={`Where: ${whatWords(what).toLowerCase()} by cell`}
      headingLevel={2}
      words={
        <>
          <Switch query={query} view="cells" />
          {`${countWords(placed, shown)} with a place, ${periodWords(shown)}, in ${count(features.length)} cells.`}
        </>
      }
      map={
        <HexMap
          id="where-map"
          title={`${whatWords(what)} by cell`}
          description={`${features.length} cells in five steps by rank; the list beside names the ten with the most.`}
          cells={features.map(({ cell, count: number, step }) => ({
            cell,
            count: number,
            step,
            href: incidentsHref({ ...filters, cell }),
          }))}
          unit={unitOf(what).many}
          outlines={overview.map.outline === null ? [] : [overview.map.outline]}
          pins={pinned.map(({ pin, centre, street }) => ({ number: pin ?? 0, at: centre, label: street ?? '' }))}
          schematic={overview.map.schematic}
        />
      }
      mapKey={<MapKey ranges={ranges} unit={unitOf(what).many} of="cells" />}
      list={
        <MapList
          label="The ten cells with the most"
          items={pinned.map(({ pin, street, count: number, cell }) => ({
            name: street ?? '',
            number: pin ?? 0,
            value: countWords(number, shown),
            href: incidentsHref({ ...filters, cell }),
          }))}
        />
      }
      howCounted={
        <HowCounted shown={shown}>
          <p>
            Cells are those of the H3 grid, resolution 8. Points of street-level data are moved to the nearest of a list
            of points, so a cell can hold what happened beside it. A cell is named by the street with the most in it.
            These are counts, not tested hot spots.
          </p>
        </HowCounted>
      }
      island={{ geoJsonUrl: shapesHref({ ...filters, map: 'cells' }) }}
    />
  )
}
