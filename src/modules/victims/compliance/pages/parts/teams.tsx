import { proportionFunnel } from '#calculations/funnel/proportion-funnel.ts'
import type { PlacedArea } from '#calculations/funnel/funnel-plot.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FunnelPlot } from '#ui/charts/funnel-plot.tsx'
import { decimal } from '#ui/words/numbers.ts'
import { COMPLIANCE_DUTIES } from '../../addresses.ts'
import type { ComplianceModel } from '../compliance.tsx'
import { countWords } from './cell.tsx'

type Team = ComplianceModel['teams'][number]

/** Fewer teams than this show nothing of how teams differ [default]. */
const FEWEST_TEAMS = 3
const MOST_NAMED = 5

/** Every team of the force set against the others; those that lie low named as plainly as those that lie high. */
export function Teams({ model }: { readonly model: ComplianceModel }) {
  const shown = model.teams.flatMap(({ id, name, inTime, owed }) =>
    id !== null && typeof inTime === 'number' && typeof owed === 'number' && owed > 0
      ? [{ id: String(id), name, count: inTime, of: owed }]
      : [],
  )
  return (
    <>
      {shown.length < FEWEST_TEAMS ? (
        <EmptyState title="Too few teams to set against one another">
          A funnel needs {FEWEST_TEAMS} teams whose numbers may be shown.
        </EmptyState>
      ) : (
        <TeamFunnel teams={shown} />
      )}
      <TeamTable model={model} />
    </>
  )
}

function TeamFunnel({ teams }: { readonly teams: Parameters<typeof proportionFunnel>[0] }) {
  const funnel = proportionFunnel(teams)
  const outside = (side: PlacedArea['side']) =>
    funnel.areas
      .filter((team) => team.place !== 'inside' && team.side === side)
      .toSorted((a, b) => (side === 'below' ? a.rate - b.rate : b.rate - a.rate))
  return (
    <>
      <CardGrid columns={2}>
        <Outside title="Below what chance explains" teams={outside('below')} />
        <Outside title="Above what chance explains" teams={outside('above')} />
      </CardGrid>
      <section class="fp-card">
        <FunnelPlot
          id="teams"
          title="The code kept in time, by team"
          headingLevel={3}
          words={
            funnel.areas.every(({ place }) => place === 'inside')
              ? 'All lie within what chance explains at their numbers.'
              : 'Those outside what chance explains are named above, low and high alike.'
          }
          unit="in a hundred"
          sizeUnit="how many were owed"
          decimals={0}
          funnel={funnel}
          howCounted={
            <p>
              Of what was owed and due, what was met in time, standard and enhanced together. Limits are exact binomial
              limits around the share of all teams shown here (Spiegelhalter 2005): by chance one team in twenty lies
              outside the 95% limits, and two in a thousand outside the 99.8% limits. These teams differ{' '}
              {decimal(funnel.dispersion)} times as much as chance makes them. Outside is a question to ask, not a
              finding: what a team is owed to do differs too.
            </p>
          }
        />
      </section>
    </>
  )
}

function Outside({ title, teams }: { readonly title: string; readonly teams: readonly PlacedArea[] }) {
  return (
    <Card title={title} headingLevel={3}>
      {teams.length === 0 ? (
        <p class="govuk-body">No team</p>
      ) : (
        <ul class="govuk-list">
          {teams.slice(0, MOST_NAMED).map(({ name, rate, count, size }) => (
            <li>
              {name}: {decimal(rate, 0)} in a hundred ({count} of {size})
            </li>
          ))}
          {teams.length > MOST_NAMED && <li>and {teams.length - MOST_NAMED} more, in the table</li>}
        </ul>
      )}
    </Card>
  )
}

function TeamTable({ model: { teams, month, period } }: { readonly model: ComplianceModel }) {
  return (
    <DataTable
      caption="By team"
      captionHidden
      rows={teams}
      empty={<EmptyState title="No team owed anything">In the months that were chosen.</EmptyState>}
      columns={[
        {
          header: 'Team',
          cell: ({ id, name }: Team) =>
            id === null ? name : <Link href={address(COMPLIANCE_DUTIES, { month, period, unit: id })}>{name}</Link>,
        },
        { header: 'Met in time', align: 'number', cell: ({ inTime }: Team) => countWords(inTime) },
        { header: 'Owed', align: 'number', cell: ({ owed }: Team) => countWords(owed) },
        {
          header: 'In a hundred',
          align: 'number',
          cell: ({ inTime, owed }: Team) =>
            typeof inTime !== 'number' || typeof owed !== 'number'
              ? 'withheld'
              : owed === 0
                ? 'nothing owed'
                : decimal((100 * inTime) / owed, 0),
        },
      ]}
    />
  )
}
