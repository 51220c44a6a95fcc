import { formatMonths } from '#calculations/calendar/civil-month.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { IntervalChart } from '#ui/charts/interval-chart.tsx'
import type { Shown } from '../queries/model.ts'
import type { Overview } from '../queries/overview-model.ts'
import { IMPORTS, incidentsHref } from '../rules/addresses.ts'
import { rateWords } from '../rules/what.ts'
import { HowCounted } from './how-counted.tsx'

interface ForcesCardProps {
  readonly shown: Shown
  readonly comparison: Overview['comparison']
}

/** The force beside others over the very same months, and beside the nation where all of it is loaded. */
export function ForcesCard({ shown, comparison: { forces, left, national } }: ForcesCardProps) {
  return (
    <section class="fp-card">
      {forces.length > 1 ? (
        <Chart shown={shown} forces={forces} national={national} />
      ) : (
        <>
          <h2 class="fp-card__title">Beside other forces</h2>
          <EmptyState title="No other force to set beside it">
            <p>
              Another force can stand here when the same months of it ({monthsWords(shown)}) and its population are
              loaded.{' '}
              <a class="govuk-link" href={IMPORTS}>
                Import a street file
              </a>
              , or choose months that both have.
            </p>
          </EmptyState>
        </>
      )}
      <p class="fp-second">
        {national === null
          ? 'No national figure is loaded: it needs every territorial force of England and Wales for these months.'
          : 'The national rate is that of the 43 territorial forces of England and Wales, taken together.'}
      </p>
      {left.length > 0 && (
        <p class="fp-second">Not compared: {left.map(({ name, why }) => `${name} (${why})`).join('; ')}.</p>
      )}
    </section>
  )
}

function monthsWords({ counted }: Shown): string {
  return counted.length === 0 ? 'none is loaded' : formatMonths(counted)
}

interface ChartProps {
  readonly shown: Shown
  readonly forces: Overview['comparison']['forces']
  readonly national: number | null
}

function Chart({ shown, forces, national }: ChartProps) {
  const own = forces[0]
  const { what, from, to, source } = shown
  const higher = forces.filter((force) => own !== undefined && force.low > own.high).length
  const lower = forces.filter((force) => own !== undefined && force.high < own.low).length
  return (
    <IntervalChart
      id="forces"
      title="Beside other forces"
      headingLevel={2}
      words={`${forces.length - 1} other ${forces.length === 2 ? 'force' : 'forces'} over the same months: ${higher} surely higher, ${lower} surely lower.`}
      unit={rateWords(what)}
      of="Force"
      rows={forces.map(({ publisher, name, perThousand, low, high }) => ({
        name,
        value: perThousand,
        low,
        high,
        here: publisher === own?.publisher,
        href: incidentsHref({ what, from, to, source, publisher }),
      }))}
      {...(national !== null && { reference: { value: national, label: 'England and Wales' } })}
      howCounted={
        <HowCounted shown={shown}>
          <p>
            Forces over the very same months, by the people who live there:{' '}
            {forces
              .map(({ name, people, midYear }) => `${name} ${people.toLocaleString('en-GB')} (mid-${midYear})`)
              .join('; ')}
            . Forces differ in what they record and in who comes in by day: a high rate is a question, not a finding.
          </p>
        </HowCounted>
      }
    />
  )
}
