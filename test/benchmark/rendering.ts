import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nunjucks from 'nunjucks'
import { normaliseHtml } from '#ui/testing/normalise.ts'
import { figure, median, type Figure } from './figure.ts'
import { pageContent, renderOurs } from './rendering-page.tsx'

/** Short and many, by turns, so that whatever else the machine does weighs on both. */
const ROUNDS = 17
const ROUND_MS = 400

const TEMPLATE = `
{% from "govuk/components/error-summary/macro.njk" import govukErrorSummary %}
{% from "govuk/components/summary-list/macro.njk" import govukSummaryList %}
{% from "govuk/components/table/macro.njk" import govukTable %}
{% from "govuk/components/input/macro.njk" import govukInput %}
{% from "govuk/components/button/macro.njk" import govukButton %}
{{ govukErrorSummary(errorSummary) }}
{{ govukSummaryList(summaryList) }}
{{ govukTable(table) }}
{% for input in inputs %}{{ govukInput(input) }}{% endfor %}
{{ govukButton(button) }}`

/** One page (error summary, summary list, table of 50 rows, six inputs, button) by our components and by the macros. */
export function run(): Promise<Figure[]> {
  const folder = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([join(folder, 'dist')]), {
    autoescape: true,
  })
  // Compiled once, as a server in production would have it.
  const template = nunjucks.compile(TEMPLATE, environment)
  const ours = () => renderOurs(pageContent)
  const theirs = () => template.render(pageContent)
  if (normaliseHtml(ours()) !== normaliseHtml(theirs())) throw new Error('The two pages are not the same page.')
  const rounds = Array.from({ length: ROUNDS }, () => ({ ours: perSecond(ours), theirs: perSecond(theirs) })).slice(5)
  return Promise.resolve([
    figure({
      part: 'rendering',
      name: 'A page to a string',
      value: median(rounds.map((round) => round.ours)),
      unit: 'pages/s',
      against: {
        reference: 'Nunjucks with GOV.UK Frontend’s macros',
        value: median(rounds.map((round) => round.theirs)),
      },
      aim: { words: 'ten times', atLeast: 10 },
      rows: pageContent.table.rows.length,
      role: 'none',
      storeBytes: null,
      note: `${Math.round(ours().length / 1_024)} KB of HTML, the same by both (compared); median of ${rounds.length} rounds by turns`,
    }),
  ])
}

function perSecond(render: () => string): number {
  const started = performance.now()
  let pages = 0
  while (performance.now() - started < ROUND_MS) {
    render()
    pages++
  }
  return pages / ((performance.now() - started) / 1_000)
}
