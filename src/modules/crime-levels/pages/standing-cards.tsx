import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FunnelPlot } from '#ui/charts/funnel-plot.tsx'
import { IntervalChart } from '#ui/charts/interval-chart.tsx'
import { count, decimal } from '#ui/words/numbers.ts'
import type { AreaPageModel } from '../queries/area-model.ts'
import type { Shown } from '../queries/model.ts'
import { areaHref } from '../rules/addresses.ts'
import { GROUP_SIZE } from '../rules/similar-areas.ts'
import { FEWEST_AREAS, funnelOf, placeWords } from '../rules/standing.ts'
import { rateWords } from '../rules/what.ts'
import { HowCounted } from './how-counted.tsx'
import { kindPlural } from './words.ts'

interface StandingProps {
  readonly shown: Shown
  readonly found: AreaPageModel
}

/** All areas of the kind on one funnel, this one marked. */
export function FunnelCard({ shown, found }: StandingProps) {
  const { area, peers, place } = found
  const kinds = kindPlural(area.kind).toLowerCase()
  if (peers.length < FEWEST_AREAS || place === null)
    return (
      <section class="fp-card">
        <h2 class="fp-card__title">Among its kind</h2>
        <EmptyState title="Too few areas to tell">
          <p>A funnel needs {FEWEST_AREAS} areas of one kind with people and months loaded.</p>
        </EmptyState>
      </section>
    )
  const funnel = funnelOf(
    peers.flatMap(({ id, name, level }) =>
      level.rate === null ? [] : [{ id, name, count: level.count, personYears: level.rate.personYears }],
    ),
  )
  return (
    <section class="fp-card">
      <FunnelPlot
        id="funnel"
        title={`Among ${count(peers.length)} ${kinds}`}
        headingLevel={2}
        words={`${area.name} lies ${placeWords(place)}.`}
        unit={rateWords(shown.what)}
        sizeUnit="residents times years"
        funnel={funnel}
        here={String(area.id)}
        howCounted={
          <HowCounted shown={shown}>
            <p>
              These areas differ {decimal(funnel.dispersion)} times more than chance would make them
              {funnel.widened &&
                ', so the limits are widened by that: an area outside is unusual even among places that are all different'}
              . Outside is a question to ask, not a finding.
            </p>
          </HowCounted>
        }
      />
    </section>
  )
}

/** The areas nearest to it by population, and it among them. */
export function GroupCard({ shown, found }: StandingProps) {
  const { area, peers, group, besideGroup } = found
  const { what, from, to, source } = shown
  const rows = peers.flatMap(({ id, name, within, level: { rate } }) =>
    rate === null || (id !== area.id && !group.includes(id))
      ? []
      : [{ id, name: within === null ? name : `${name}, ${within}`, rate }],
  )
  if (rows.length < 2 || besideGroup === null) return null
  return (
    <section class="fp-card">
      <IntervalChart
        id="group"
        title="Beside areas of its size"
        headingLevel={2}
        words={besideGroup}
        unit={rateWords(what)}
        of="Area"
        rows={rows.map(({ id, name, rate }) => ({
          name,
          value: rate.perThousand,
          low: rate.low,
          high: rate.high,
          here: id === area.id,
          href: areaHref(id, { what, from, to, source }),
        }))}
        howCounted={
          <HowCounted shown={shown}>
            <p>
              The group is chosen by rule: of the other {kindPlural(area.kind).toLowerCase()}, the {GROUP_SIZE} whose
              population is nearest, by how many times larger or smaller. It is alike in size only, not in what the
              place is like.
            </p>
          </HowCounted>
        }
      />
    </section>
  )
}
