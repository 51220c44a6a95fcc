import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { h, type ComponentType } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { rawMarkup } from '../raw.ts'
import { normaliseHtml } from '../testing/normalise.ts'
import { BackLink } from './back-link.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button } from './button.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import { Details } from './details.tsx'
import { ErrorMessage } from './error-message.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { FileUpload } from './file-upload.tsx'
import { Hint } from './hint.tsx'
import { Input } from './input.tsx'
import { InsetText } from './inset-text.tsx'
import { Label } from './label.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { Pagination } from './pagination.tsx'
import { Panel } from './panel.tsx'
import { PhaseBanner } from './phase-banner.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { SkipLink } from './skip-link.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'
import { Tag } from './tag.tsx'
import { Textarea } from './textarea.tsx'
import { WarningText } from './warning-text.tsx'

const components = {
  'back-link': BackLink,
  breadcrumbs: Breadcrumbs,
  button: Button,
  checkboxes: Checkboxes,
  'date-input': DateInput,
  details: Details,
  'error-message': ErrorMessage,
  'error-summary': ErrorSummary,
  fieldset: Fieldset,
  'file-upload': FileUpload,
  hint: Hint,
  input: Input,
  'inset-text': InsetText,
  label: Label,
  'notification-banner': NotificationBanner,
  pagination: Pagination,
  panel: Panel,
  'phase-banner': PhaseBanner,
  radios: Radios,
  select: Select,
  'skip-link': SkipLink,
  'summary-list': SummaryList,
  table: Table,
  tabs: Tabs,
  tag: Tag,
  textarea: Textarea,
  'warning-text': WarningText,
}

const require = createRequire(import.meta.url)
const Fixtures = z.object({
  fixtures: z.array(z.object({ name: z.string(), options: z.record(z.string(), z.unknown()), html: z.string() })),
})

/** Components that tell one line of text from markup: there `html` becomes children, elsewhere `text` takes both. */
const tellsTextFromMarkup = new Set(['notification-banner', 'tabs'])

/** Macro options as our props: markup becomes nodes, the component's own words its children. */
function propsFrom(component: string, options: Record<string, unknown>): Record<string, unknown> {
  const props = withNodes(options, tellsTextFromMarkup.has(component) ? 'children' : 'text')
  return 'text' in props && !tellsTextFromMarkup.has(component) ? { ...props, children: props['text'] } : props
}

function withNodes(options: object, key: string): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(options)) {
    if (/^(html|.*Html)$/.test(name)) continue
    out[name] = Array.isArray(value)
      ? value.map((item: unknown) => inner(item, key))
      : name === 'attributes'
        ? value
        : inner(value, key)
  }
  for (const [name, value] of Object.entries(options)) {
    if (typeof value !== 'string' || value === '') continue
    if (name === 'html') out[key] = rawMarkup(value)
    else if (name.endsWith('Html')) out[name.replace(/Html$/, 'Text')] = rawMarkup(value)
  }
  return out
}

function inner(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => inner(item, key))
  return typeof value === 'object' && value !== null ? withNodes(value, key) : value
}

let cases = 0

for (const [name, component] of Object.entries(components)) {
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${name}/fixtures.json`)
  const { fixtures } = Fixtures.parse(JSON.parse(readFileSync(file, 'utf8')))
  cases += fixtures.length
  describe(`${name} is the same HTML as GOV.UK Frontend's`, () => {
    test.each(fixtures)('$name', ({ options, html }) => {
      // The parsing edge: fixtures are data from the package, checked by what comes out.
      const rendered = renderToString(h(component as ComponentType<unknown>, propsFrom(name, options)))
      expect(normaliseHtml(rendered)).toBe(normaliseHtml(html))
    })
  })
}

test('every published fixture of every component built was run', () => {
  expect(Object.keys(components)).toHaveLength(27)
  expect(cases).toBe(537)
})
