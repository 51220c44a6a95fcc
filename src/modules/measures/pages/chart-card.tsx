import { DECIMALS } from '#kernel/measures/words.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { ControlChart } from '#ui/charts/control-chart.tsx'
import type { ShownMeasure } from '../queries/show-measure.ts'
import { CHART_MONTHS, chartOf } from '../rules/chart-of.ts'
import { UNIT_WORDS } from './words.ts'

/** Month by month, with what chance explains from twelve months on end; points and words before that. */
export function ChartCard({ model: { definition, figures, scope } }: { readonly model: ShownMeasure }) {
  const { unit, name, source } = definition
  const chart = chartOf(unit, figures)
  if (chart.points.length === 0)
    return (
      <EmptyState title="No evidence yet">
        {figures.length > 0 ? (
          <p>Every figure here is withheld, or has nothing to be set against.</p>
        ) : (
          <p>
            Nothing has been computed for {scope?.name ?? 'the force'}. It is done every day at 05:00 and after each
            import, once there are rows: {source}
          </p>
        )}
      </EmptyState>
    )
  return (
    <section class="fp-card">
      <ControlChart
        id="measure-chart"
        title={`${name}, ${scope?.name ?? 'whole force'}, month by month`}
        chart={chart}
        unit={UNIT_WORDS[unit]}
        decimals={DECIMALS[unit]}
        headingLevel={2}
        howCounted={
          <>
            <p>
              Up to {CHART_MONTHS} months. Limits are what chance and the usual spread from month to month explain:{' '}
              {unit === 'per 1,000 people'
                ? 'Laney’s u′, by residents and days of each month.'
                : 'three times the mean moving range over 1.128 (XmR).'}{' '}
              They are drawn from twelve months on end, never across a month without a value. A ring is a month outside
              them.
            </p>
            <p>{source}</p>
          </>
        }
      />
    </section>
  )
}
