import type { LimitedPoint, Signal } from './control-chart.ts'

const LONG_RUN = 8

/**
 * Every signal in the points, in order of time, by two rules: one month outside the limits (W. A. Shewhart, Economic control
 * of quality of manufactured product, 1931), and eight months or more on end on one side of the mean (Western Electric,
 * Statistical quality control handbook, 1956, rule 4). A month on the mean ends a run.
 */
export function findSignals(points: readonly LimitedPoint[], mean: number): Signal[] {
  return [...outsideLimits(points), ...longRuns(points, mean)].sort((a, b) =>
    (a.months[0] ?? '') < (b.months[0] ?? '') ? -1 : 1,
  )
}

function outsideLimits(points: readonly LimitedPoint[]): Signal[] {
  return points.flatMap(({ month, outside }) =>
    outside ? [{ rule: 'outside-limits' as const, side: outside, months: [month] }] : [],
  )
}

function longRuns(points: readonly LimitedPoint[], mean: number): Signal[] {
  const signals: Signal[] = []
  let run: LimitedPoint[] = []
  let side = 0
  const close = () => {
    if (side !== 0 && run.length >= LONG_RUN) {
      const months = run.map(({ month }) => month)
      signals.push({ rule: 'eight-on-a-side', side: side > 0 ? 'above' : 'below', months })
    }
  }
  for (const point of points) {
    const here = Math.sign(point.value - mean)
    if (here !== side) {
      close()
      run = []
      side = here
    }
    run.push(point)
  }
  close()
  return signals
}
