import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMonths, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { individualsChart } from '#calculations/control-chart/individuals-chart.ts'
import { funnelPlot } from '#calculations/funnel/funnel-plot.ts'
import { launchChromium } from '#ui/testing/chromium.ts'
import { buildAssets } from '../../../scripts/build-assets.mjs'
import { Bars } from './bars.tsx'
import { ControlChart } from './control-chart.tsx'
import { FunnelPlot } from './funnel-plot.tsx'
import { IntervalChart } from './interval-chart.tsx'

const names = ['Abbey', 'Windsor and Maidenhead', 'Caversham', 'Church', 'Katesgrove', 'Vale of White Horse']
const months = [10, 11, 10, 9, 40, 10, 11, 9, 10, 10, 9, 11, 12, 8].map((value, i) => ({
  month: addMonths(getCivilMonth('2018-01'), i),
  value,
}))
const body = render(
  <main class="fp-content">
    <h1>Charts</h1>
    <ControlChart
      id="a"
      title="ASB"
      chart={individualsChart(months)}
      unit="a month"
      target={8}
      howCounted="So."
      headingLevel={2}
    />
    <FunnelPlot
      id="b"
      title="Wards by size"
      words="Abbey is high."
      unit="crimes per 1,000 residents a year"
      sizeUnit="residents"
      funnel={funnelPlot(
        names.map((name, i) => ({ id: name, name, count: 90 + i * i * 40, personYears: 4000 + i * 900 })),
      )}
      here="Church"
      howCounted="So."
      headingLevel={2}
    />
    <IntervalChart
      id="c"
      title="Wards beside one another"
      words="Abbey is high."
      unit="crimes per 1,000 residents a year"
      of="Ward"
      rows={names.map((name, i) => ({
        name,
        value: 80 - i * 9,
        low: 70 - i * 9,
        high: 95 - i * 9,
        here: i === 3,
        href: '#',
      }))}
      reference={{ value: 60, label: 'Thames Valley' }}
      howCounted="So."
      headingLevel={2}
    />
    <Bars
      id="d"
      title="Types"
      words="Most is violence."
      unit="crimes"
      of="Type"
      bars={names.map((label, i) => ({ label, count: 4000 - i * 700 }))}
      howCounted="So."
      headingLevel={2}
    />
  </main>,
)

let browser: Browser
let css: string

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'charts-'))
  const [manifest, launched] = await Promise.all([buildAssets(folder), launchChromium()])
  browser = launched
  css = await readFile(join(folder, manifest['staff.css'] ?? ''), 'utf8')
  await rm(folder, { recursive: true, force: true })
})

afterAll(async () => {
  await browser?.close()
})

test.each([
  ['by day at a desk', 'light', 1280],
  ['by night at a desk', 'dark', 1280],
  ['by day on a phone', 'light', 390],
  ['by night on a small phone', 'dark', 320],
] as const)('Charts can be read by everybody, %s', async (_where, colorScheme, width) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
  try {
    const page = await context.newPage()
    await page.setContent(
      `<!doctype html><html lang="en"><head><title>Charts</title><meta name="viewport" content="width=device-width">` +
        `<style>${css}</style></head><body class="fp-staff">${body}</body></html>`,
    )
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)

    // One drawing of each chart shows, its words at least 11 px high and none of them outside it.
    const drawings = page.locator('.chart-room .chart-svg:visible')
    expect(await drawings.count()).toBe(4)
    const faults = await drawings.evaluateAll((all) =>
      all.flatMap((svg) => {
        const room = svg.getBoundingClientRect()
        return [...svg.querySelectorAll('text')].flatMap((text) => {
          const box = text.getBoundingClientRect()
          const scale = room.width / Number(svg.getAttribute('width'))
          const small = Number.parseFloat(getComputedStyle(text).fontSize) * scale < 11
          const outside = box.left < room.left - 2 || box.right > room.right + 2
          return small || outside ? [`${text.textContent} ${small ? 'is small' : 'runs out'}`] : []
        })
      }),
    )
    expect(faults).toEqual([])
    await page.getByText('The numbers as a table').first().click()
    expect(await page.locator('.chart-table').first().isVisible()).toBe(true)
  } finally {
    await context.close()
  }
})
