import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { addMonths, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { SeriesChart } from './series-chart.tsx'
import { atSameHeight } from './series-chart-layout.ts'

const start = getCivilMonth('2025-01')
const from = addMonths(start, 12)
const months = Array.from({ length: 18 }, (_, at) => ({
  month: addMonths(start, at),
  treated: at < 12 ? 20 : 10,
  comparison: 40,
  expected: 20,
}))
const draw = (of: typeof months | readonly (Omit<(typeof months)[number], 'expected'> & { expected: null })[]) =>
  render(
    <SeriesChart
      id="series"
      title="Before and after"
      words="It dropped at once."
      description="It dropped at once."
      unit="burglaries a month"
      months={of}
      from={from}
      began="time after begins"
      howCounted={<p>Counted so.</p>}
    />,
  )

describe('A series that was interrupted', () => {
  const html = draw(months)
  test('has both areas, what was expected without it, and the interruption between two months, each named', () => {
    for (const mark of ['chart-line', 'chart-beside', 'chart-expected', 'chart-reference'])
      expect(html.match(new RegExp(`class="${mark}"`, 'g'))?.length).toBe(2)
    for (const words of ['where it was done', 'elsewhere', 'without it', 'time after begins'])
      expect(html).toContain(`>${words}<`)
  })
  test('has its own numbers as a table, latest first, and is told in words', () => {
    expect(html).toContain('<caption>Before and after: burglaries a month</caption>')
    expect(html).toContain('<th scope="row">June 2026</th>')
    expect(html.indexOf('June 2026')).toBeLessThan(html.indexOf('January 2025'))
    expect(html).toContain('<desc id="series-wide-desc">It dropped at once.</desc>')
    expect(html).toContain('>40<')
  })
  test('leaves out what was expected where there is no model, and elsewhere where nothing happened there', () => {
    const bare = draw(months.map((one) => ({ ...one, comparison: 0, expected: null })))
    expect(bare).not.toContain('class="chart-expected"')
    expect(bare).not.toContain('class="chart-beside"')
    expect(bare).not.toContain('Expected without it')
    expect(draw([])).toContain('<svg')
  })
  test('draws elsewhere at the height of the treated area before', () => {
    expect(atSameHeight(months, from)).toBe(0.5)
    expect(atSameHeight(months, start)).toBeNull()
  })
})
