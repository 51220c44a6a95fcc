import type { z } from 'zod'
import { proportionFunnel } from '#calculations/funnel/proportion-funnel.ts'
import { proportionInterval } from '#calculations/rates/proportion-interval.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import { keysOf } from '#platform/edge.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FunnelPlot } from '#ui/charts/funnel-plot.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { count, decimal, plural } from '#ui/words/numbers.ts'
import { candidateHref, CANDIDATES, CONSISTENCY, PROBLEMS } from '../addresses.ts'
import { SHARES, type Share } from '../queries/consistency-rows.ts'
import { showConsistency, type AreaShares } from '../queries/show-consistency.ts'

type Model = z.output<typeof showConsistency.output>

/** Fewer areas than this show nothing of how areas differ [default]. */
const FEWEST_AREAS = 3

/** What each share counted, where the plans behind it can be listed. */
const ROWS = {
  stages: 'stages',
  reviews: 'reviews',
  quality: 'closed',
  solved: 'closed',
  'held-3': 'checks',
  'held-6': 'checks',
  'held-12': 'checks',
} as const satisfies Record<Share, string>

const HOW_COUNTED = {
  stages: 'Of the stages that fell due, those left through their gate by then.',
  reviews: 'Of the updates and reviews that fell due, those made by then.',
  quality: 'Of the plans closed and assessed, those judged good enough. Plans that nobody assessed are unknown.',
  solved:
    'Of the plans closed for what they did, those whose assessment bears out that the problem is gone or smaller.',
  'held-3': 'Of the checks three months on that could tell, those that found that it held.',
  'held-6': 'Of the checks six months on that could tell, those that found that it held.',
  'held-12': 'Of the checks twelve months on that could tell, those that found that it held.',
} as const satisfies Record<Share, string>

export const consistencyPage = page({ path: CONSISTENCY, query: showConsistency, view: consistencyView })

function consistencyView(model: Model): View {
  const { areas, since } = model
  return {
    section: 'prevent',
    title: 'Are problems worked on in the same way everywhere?',
    lead: `${plural(areas.length, 'policing area')} in your reach, since ${shortDayWithYear(since)}; counted are plans that you may open`,
    actions: [
      { text: 'Problems', href: PROBLEMS },
      { text: 'Patterns to decide on', href: CANDIDATES },
    ],
    body: (
      <>
        <h2>Where nobody works on what happens</h2>
        <Unworked model={model} />
        <h2>By area</h2>
        <ByArea areas={areas} />
        <h2>Areas set against one another</h2>
        <Funnels areas={areas} />
        <h2>Training in problem-solving</h2>
        <p class="govuk-body">
          Not yet recorded in this system: nothing here says who is trained, or that anybody is not.
        </p>
      </>
    ),
  }
}

function Unworked({ model: { unworked, areas } }: { readonly model: Model }) {
  return (
    <DataTable
      caption="Patterns that no open plan works on"
      captionHidden
      rows={unworked}
      empty={
        <EmptyState title="No pattern waits that nobody works on">
          {areas.length === 0
            ? 'Your posting covers no whole policing area.'
            : 'Where the system finds a pattern of a sort that no open plan of the area is of, the area stands here.'}
        </EmptyState>
      }
      columns={[
        { header: 'Area', cell: ({ name }) => name },
        {
          header: 'Patterns nobody works on',
          align: 'number',
          cell: ({ id, unworked: left, waiting }) => (
            <Link href={address(CANDIDATES, { area: id })}>
              {count(left)} of {count(waiting)}
            </Link>
          ),
        },
        {
          header: 'The largest',
          cell: ({ largest }) =>
            largest === null ? (
              'none'
            ) : (
              <>
                <Link href={candidateHref(largest.id)}>{largest.title}</Link>
                <span class="fp-second">{plural(largest.rows, 'row')} that you may open</span>
              </>
            ),
        },
        {
          header: 'Open plans in the area',
          align: 'number',
          cell: ({ id, openPlans }) => <Link href={address(PROBLEMS, { area: id })}>{count(openPlans)}</Link>,
        },
      ]}
    />
  )
}

function ByArea({ areas }: { readonly areas: readonly AreaShares[] }) {
  return (
    <DataTable
      caption="Consistency by policing area"
      captionHidden
      rows={areas}
      empty={
        <EmptyState title="No policing area lies wholly in your reach">
          Counts of a part would pass for the whole. Look at the <Link href={PROBLEMS}>plans that you may open</Link>.
        </EmptyState>
      }
      columns={[
        { header: 'Area', cell: ({ name }) => name },
        {
          header: 'Open plans',
          align: 'number',
          cell: ({ id, openPlans }) => <Link href={address(PROBLEMS, { area: id })}>{count(openPlans)}</Link>,
        },
        ...keysOf(SHARES).map((what) => ({
          header: SHARES[what],
          align: 'number' as const,
          cell: (area: AreaShares) => <ShareCell area={area} what={what} />,
        })),
      ]}
    />
  )
}

/** "5 of 7", with the plans behind it, the interval of the share, and what is unknown. */
function ShareCell({ area: { id, shares }, what }: { readonly area: AreaShares; readonly what: Share }) {
  const share = shares[what]
  if (share.of === 0 && share.unknown === 0) return <>none</>
  const unknown = share.unknown === 0 ? '' : `${share.unknown} unknown`
  if (share.of === 0) return <>{unknown}</>
  const { low, high } = proportionInterval(share.count, share.of)
  const percent = (part: number) => Math.round(part * 100)
  return (
    <>
      <Link href={address(PROBLEMS, { counted: ROWS[what], area: id })}>
        {count(share.count)} of {count(share.of)}
      </Link>
      <span class="fp-second">
        {percent(low)} to {percent(high)} in a hundred{unknown === '' ? '' : `; ${unknown}`}
      </span>
    </>
  )
}

function Funnels({ areas }: { readonly areas: readonly AreaShares[] }) {
  const shown = keysOf(SHARES).filter(
    (what) => areas.filter(({ shares }) => shares[what].of > 0).length >= FEWEST_AREAS,
  )
  return (
    <>
      {shown.length === 0 && (
        <EmptyState title="Too few areas to set against one another">
          A funnel needs {FEWEST_AREAS} areas in your reach with something to count.
        </EmptyState>
      )}
      {shown.map((what) => (
        <ShareFunnel areas={areas} what={what} />
      ))}
    </>
  )
}

function ShareFunnel({ areas, what }: { readonly areas: readonly AreaShares[]; readonly what: Share }) {
  const funnel = proportionFunnel(
    areas.map(({ id, name, shares }) => ({ id: String(id), name, count: shares[what].count, of: shares[what].of })),
  )
  const outside = funnel.areas.filter(({ place }) => place !== 'inside')
  return (
    <section class="fp-card">
      <FunnelPlot
        id={`funnel-${what}`}
        title={SHARES[what]}
        headingLevel={3}
        words={
          outside.length === 0
            ? 'All lie within what chance explains at their numbers.'
            : `Outside what chance explains: ${outside.map(({ name, side }) => `${name} (${side})`).join(', ')}.`
        }
        unit="in a hundred"
        sizeUnit="how many were counted"
        decimals={0}
        funnel={funnel}
        howCounted={
          <p>
            {HOW_COUNTED[what]} Limits are exact binomial limits around the share of all areas shown here (Spiegelhalter
            2005): by chance one area in twenty lies outside the 95% limits, and two in a thousand outside the 99.8%
            limits. These areas differ {decimal(funnel.dispersion)} times as much as chance makes them. Outside is a
            question to ask, not a finding. Small numbers have wide limits and say little.
          </p>
        }
      />
    </section>
  )
}
