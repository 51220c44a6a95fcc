import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { addMonths, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { individualsChart } from '#calculations/control-chart/individuals-chart.ts'
import { funnelPlot } from '#calculations/funnel/funnel-plot.ts'
import { Bars } from './bars.tsx'
import { ControlChart } from './control-chart.tsx'
import { SmallControlChart } from './control-chart-small.tsx'
import { controlChartWords } from './control-chart-words.ts'
import { FunnelPlot } from './funnel-plot.tsx'
import { IntervalChart } from './interval-chart.tsx'
import { decimalsFor, formatNumber } from './numbers.ts'
import { placeLabels } from './place-labels.ts'
import { spreadLabels } from './spread-labels.ts'

const start = getCivilMonth('2018-01')
const series = (values: readonly number[]) => values.map((value, i) => ({ month: addMonths(start, i), value }))
const steady = [10, 11, 10, 9, 40, 10, 11, 9, 10, 10, 9, 11]
const method = <p>Counted so.</p>

function controlChart(values: readonly number[]): string {
  return render(
    <ControlChart
      id="asb"
      title="ASB"
      chart={individualsChart(series(values))}
      unit="incidents a month"
      howCounted={method}
      target={8}
    />,
  )
}

describe('A control chart', () => {
  const html = controlChart(steady)
  test('has band, mean, target, a ring outside the limits and a dot for now, each named where it ends', () => {
    for (const mark of ['chart-band', 'chart-mean', 'chart-target', 'chart-ring', 'chart-now']) {
      expect(html).toContain(`class="${mark}"`)
    }
    for (const label of ['>now 11.0<', '>mean 12.5<', '>target 8.0<', '>upper ']) expect(html).toContain(label)
    expect(html.match(/chart-ring/g)?.length).toBe(2)
  })
  test('has its numbers as a table, and how they were counted', () => {
    expect(html).toContain('<th scope="row">May 2018</th>')
    expect(html).toContain('above the limits')
    expect(html).toContain('Counted so.')
  })
  test.each(['2023-11', '2023-10', '2023-12', '2024-01'])('from %s names months and years that never touch', (from) => {
    for (const months of [9, 13, 24, 36, 60]) {
      const chart = individualsChart(
        Array.from({ length: months }, (_, i) => ({ month: addMonths(getCivilMonth(from), i), value: i })),
      )
      const drawn = render(<ControlChart id="c" title="C" chart={chart} unit="u" howCounted={method} />)
      for (const drawing of drawn.split('<svg').slice(1)) {
        const places = [...drawing.matchAll(/chart-middle" x="([\d.]+)" y="[\d.]+">(\d{4}|[A-Z][a-z]{2})</g)]
        for (const length of [3, 4]) {
          const xs = places.filter(([, , words = '']) => words.length === length).map(([, x]) => Number(x))
          const gaps = xs.slice(1).map((x, i) => x - (xs[i] ?? 0))
          expect(Math.min(...gaps, Infinity)).toBeGreaterThan(length * 7 + 6)
        }
      }
    }
  })
  test('is points and words before twelve months on end', () => {
    const few = controlChart(steady.slice(0, 7))
    expect(few).not.toContain('chart-band')
    expect(few).not.toContain('chart-line')
    expect(few).toContain('7 months on end so far; what is usual shows after 12.')
  })
  test('says what it shows in words that stand alone', () => {
    expect(controlChartWords(individualsChart(series(steady)), 0)).toMatch(
      /^December 2018: 11, within what chance explains \(−\d+ to \d+\)\. Outside the limits before: May 2018\.$/,
    )
    const rising = individualsChart(series([1, 2, 1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9, 8, 9]))
    expect(controlChartWords(rising)).toContain('Each of the 8 months since September 2018 lies above the mean.')
    expect(controlChartWords(individualsChart([]))).toBe('No month is loaded yet.')
  })
  test('breaks its line at a gap', () => {
    const months = series(Array.from({ length: 20 }, (_, i) => 10 + (i % 3))).filter((_, i) => i !== 4)
    const small = render(<SmallControlChart id="s" title="ASB" chart={individualsChart(months)} />)
    expect(/class="chart-line" d="(M[^"]*)"/.exec(small)?.[1]?.match(/M/g)?.length).toBe(2)
  })
})

const areas = ['Abbey', 'Battle', 'Caversham', 'Church', 'Katesgrove'].map((name, i) => ({
  id: name,
  name,
  count: [500, 90, 110, 100, 20][i] ?? 0,
  personYears: 5000 + i * 700,
}))

const everyChart = () => (
  <>
    <ControlChart id="a" title="A" chart={individualsChart(series(steady))} unit="a month" howCounted={method} />
    <SmallControlChart id="b" title="B" chart={individualsChart(series(steady))} target={3} />
    <FunnelPlot
      id="c"
      title="C"
      words="Abbey is high."
      unit="per 1,000"
      sizeUnit="residents"
      funnel={funnelPlot(areas)}
      here="Church"
      howCounted={method}
    />
    <IntervalChart
      id="d"
      title="D"
      words="Abbey is high."
      unit="per 1,000"
      of="Ward"
      rows={areas.map(({ name, count }) => ({ name, value: count, low: count - 9, high: count + 9, href: '/a' }))}
      reference={{ value: 120, label: 'Reading' }}
      howCounted={method}
    />
    <Bars
      id="e"
      title="E"
      words="Abbey is high."
      unit="crimes"
      of="Ward"
      bars={[
        { label: 'Abbey', count: 1234 },
        { label: 'Park', count: undefined, words: 'fewer than 5' },
      ]}
      howCounted={method}
    />
  </>
)

describe('Every chart', () => {
  const html = render(everyChart())
  test('is named and told to those who cannot see it, by ids that come once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, names = ''] of html.matchAll(/aria-labelledby="([^"]+)"/g)) {
      for (const name of names.split(' ')) expect(ids).toContain(name)
    }
    expect(html.match(/role="img"/g)?.length).toBe(html.match(/<desc id/g)?.length)
  })
  test('has nothing inline that a strict policy refuses, and no number that is none', () => {
    expect(html).not.toMatch(/ style=|<script|<style| on[a-z]+=/)
    expect(html).not.toMatch(/NaN|undefined|Infinity/)
  })
  test('shows words where a number may not be shown', () => {
    expect(html).toContain('>fewer than 5<')
    expect(html).toContain('>1,234<')
  })
  test('with links has them in its table, where every reader finds them', () => {
    expect(html).toContain('<th scope="row"><a href="/a">Abbey</a></th>')
  })
  test('can be drawn of nothing', () => {
    const empty = render(
      <>
        <FunnelPlot id="f" title="F" words="" unit="" sizeUnit="x" funnel={funnelPlot([])} howCounted="" />
        <IntervalChart id="i" title="I" words="" unit="" of="" rows={[]} howCounted="" />
        <Bars id="j" title="J" words="" unit="" of="" bars={[]} howCounted="" />
        <ControlChart id="k" title="K" chart={individualsChart([])} unit="" howCounted="" />
      </>,
    )
    expect(empty).not.toMatch(/NaN|undefined|Infinity/)
  })
  test('draws any series without a number that is none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { maxLength: 40 }), (values) => {
        expect(controlChart(values)).not.toMatch(/NaN|undefined|Infinity/)
      }),
      { numRuns: 40 },
    )
  })
})

describe('Areas on a funnel', () => {
  test('beyond the scale are named with their rate on its edge', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      id: `${i}`,
      name: `W${i}`,
      count: 50 + i,
      personYears: 1000 + 90 * i,
    }))
    const centre = { id: 'c', name: 'Centre', count: 4000, personYears: 2000 }
    const html = render(
      <FunnelPlot
        id="f"
        title="F"
        words=""
        unit="u"
        sizeUnit="s"
        funnel={funnelPlot([...many, centre])}
        howCounted=""
      />,
    )
    expect(html).toContain('Centre 2,000, off the scale')
  })
})

describe('Labels', () => {
  test('never stand on one another when there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 12 }), (places) => {
        const spread = spreadLabels(places, 15, 0, 300).toSorted((a, b) => a - b)
        for (let i = 1; i < spread.length; i++) expect((spread[i] ?? 0) - (spread[i - 1] ?? 0)).toBeGreaterThan(14.99)
        for (const at of spread) expect(at >= 0 && at <= 300).toBe(true)
      }),
    )
  })
  test('of areas are left out rather than laid over another', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => ({ x: 50 + i, y: 50, words: `Area ${i}` }))
    const room = { left: 0, right: 400, top: 0, bottom: 100 }
    const placed = placeLabels(crowd, room)
    expect(placed.length).toBeGreaterThan(0)
    expect(placed.length).toBeLessThan(10)
  })
})

test('Numbers part thousands, and take a true minus', () => {
  expect(formatNumber(-1234.56, 1)).toBe('−1,234.6')
  expect(decimalsFor([5, 5.5, 6])).toBe(1)
  expect(decimalsFor([5, 10])).toBe(0)
})
