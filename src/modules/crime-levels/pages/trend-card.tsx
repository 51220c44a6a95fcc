import { ControlChart } from '#ui/charts/control-chart.tsx'
import type { LevelModel, Series, Shown } from '../queries/model.ts'
import { CHART_MONTHS } from '../rules/months.ts'
import { trendOf } from '../rules/trend.ts'
import { rateWords, unitOf, whatWords } from '../rules/what.ts'
import { HowCounted } from './how-counted.tsx'

interface TrendCardProps {
  readonly id: string
  readonly title: string
  readonly shown: Shown
  readonly level: LevelModel
  readonly series: Series
}

/** The last three years month by month, with what chance explains from twelve months on end. */
export function TrendCard({ id, title, shown, level, series }: TrendCardProps) {
  const unit =
    level.people === null
      ? `${whatWords(shown.what)}: ${unitOf(shown.what).many} a month`
      : rateWords(shown.what, 'a month')
  return (
    <section class="fp-card">
      <ControlChart
        id={id}
        title={title}
        chart={trendOf(series, level.people)}
        unit={unit}
        decimals={level.people === null ? 0 : 2}
        headingLevel={2}
        howCounted={
          <HowCounted shown={shown} level={level}>
            <p>
              Up to {CHART_MONTHS} months that end with the last month shown, each brought to 30.4 days. Limits are
              Laney’s u′: what chance and the force’s own month-to-month spread explain. They are drawn from twelve
              months on end, never across a month that is not loaded. A ring is a month outside them.
            </p>
          </HowCounted>
        }
      />
    </section>
  )
}
