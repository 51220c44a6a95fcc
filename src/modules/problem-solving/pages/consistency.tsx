import type { z } from 'zod'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import { keysOf } from '#platform/edge.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import { candidateHref, CANDIDATES, CONSISTENCY, PROBLEMS } from '../addresses.ts'
import { SHARES, type Share } from '../queries/consistency-rows.ts'
import { showConsistency, type AreaShares } from '../queries/show-consistency.ts'
import { CountedShare, FEWEST_AREAS, FunnelCard } from './parts/shares.tsx'
import { Training } from './parts/training.tsx'

type Model = z.output<typeof showConsistency.output>

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
        <Training areas={areas} />
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

/** A share with the plans behind it. */
function ShareCell({ area: { id, shares }, what }: { readonly area: AreaShares; readonly what: Share }) {
  return <CountedShare share={shares[what]} href={address(PROBLEMS, { counted: ROWS[what], area: id })} />
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
  return (
    <FunnelCard
      id={what}
      title={SHARES[what]}
      counted={HOW_COUNTED[what]}
      areas={areas.map(({ id, name, shares }) => ({ id, name, share: shares[what] }))}
    />
  )
}
