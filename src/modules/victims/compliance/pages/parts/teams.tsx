import { proportionFunnel } from '#calculations/funnel/proportion-funnel.ts'
import type { PlacedArea } from '#calculations/funnel/funnel-plot.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { ChartTable } from '#ui/charts/chart-table.tsx'
import { FunnelPlot, placeWords } from '#ui/charts/funnel-plot.tsx'
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
  if (shown.length >= FEWEST_TEAMS) return <TeamFunnel model={model} teams={shown} />
  return (
    <>
      <EmptyState title="Too few teams to set against one another">
        A funnel needs {FEWEST_TEAMS} teams whose numbers may be shown.
      </EmptyState>
      <TeamTable model={model} />
    </>
  )
}

/** Where each team lies in the funnel, by id. */
type Places = ReadonlyMap<string, PlacedArea>

interface TeamFunnelProps {
  readonly model: ComplianceModel
  readonly teams: Parameters<typeof proportionFunnel>[0]
}

function TeamFunnel({ model, teams }: TeamFunnelProps) {
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
          table={<PlacedTeams model={model} places={new Map(funnel.areas.map((team) => [team.id, team]))} />}
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

function inAHundred({ inTime, owed }: Team): string {
  if (typeof inTime !== 'number' || typeof owed !== 'number') return 'withheld'
  return owed === 0 ? 'nothing owed' : decimal((100 * inTime) / owed, 0)
}

/** The numbers of the chart, and those of the teams that are not in it. */
function PlacedTeams({ model, places }: { readonly model: ComplianceModel; readonly places: Places }) {
  return (
    <ChartTable
      caption="By team"
      columns={[
        { heading: 'Team' },
        { heading: 'Met in time', numeric: true },
        { heading: 'Owed', numeric: true },
        { heading: 'In a hundred', numeric: true },
        { heading: 'Where it lies' },
      ]}
      rows={model.teams.map((team) => {
        const placed = places.get(String(team.id))
        return [
          <TeamLink team={team} model={model} />,
          countWords(team.inTime),
          countWords(team.owed),
          inAHundred(team),
          placed === undefined ? 'not in the chart' : placeWords(placed),
        ]
      })}
    />
  )
}

function TeamTable({ model }: { readonly model: ComplianceModel }) {
  return (
    <DataTable
      caption="By team"
      captionHidden
      rows={model.teams}
      empty={<EmptyState title="No team owed anything">In the months that were chosen.</EmptyState>}
      columns={[
        { header: 'Team', cell: (team: Team) => <TeamLink team={team} model={model} /> },
        { header: 'Met in time', align: 'number', cell: ({ inTime }: Team) => countWords(inTime) },
        { header: 'Owed', align: 'number', cell: ({ owed }: Team) => countWords(owed) },
        { header: 'In a hundred', align: 'number', cell: inAHundred },
      ]}
    />
  )
}

function TeamLink({ team: { id, name }, model }: { readonly team: Team; readonly model: ComplianceModel }) {
  const { month, period } = model
  return id === null ? <>{name}</> : <Link href={address(COMPLIANCE_DUTIES, { month, period, unit: id })}>{name}</Link>
}
