import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { CheckboxesField, RadiosField } from './choice-fields.tsx'
import { DateField } from './date-field.tsx'
import { fieldId } from './fields.ts'
import { FileField } from './file-field.tsx'
import { FormErrors } from './form-errors.tsx'
import { Form } from './form.tsx'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

const choices = [
  { value: 'a', text: 'Alpha' },
  { value: 'b', text: 'Beta' },
]

function page(errors: Record<string, string>, values: Record<string, unknown>): string {
  return renderToString(
    <>
      <FormErrors errors={errors} values={values} />
      <Form action="/units" csrf="token" idempotencyKey="key" version={3} draftKey="d1" errors={errors} values={values}>
        <TextField name="name" label="Name" />
        <TextField name="people.0.name" label="Person" optional />
        <TextArea name="reason" label="Reason" />
        <SelectField name="unit" label="Unit" options={choices} placeholder="Choose a unit" />
        <RadiosField name="kind" label="Kind" choices={choices} />
        <CheckboxesField name="areas" label="Areas" choices={choices} />
        <DateField name="starts" label="Starts" />
        <FileField name="file" label="File" />
      </Form>
    </>,
  )
}

const ids = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
const links = (html: string) => [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])

describe('every error in the summary links to a control that is there', () => {
  const paths = ['name', 'people.0.name', 'reason', 'unit', 'kind', 'areas', 'starts', 'starts-month', 'file']
  const sentDate = { 'starts-day': '31', 'starts-month': '2', 'starts-year': '2026' }

  test.each([
    ['as sent', sentDate],
    ['as stored', { starts: '2026-11-23' }],
  ])('%s', (_how, values) => {
    const html = page(Object.fromEntries(paths.map((path) => [path, `${path} is wrong`])), values)
    expect(links(html)).toHaveLength(paths.length)
    for (const target of links(html)) expect(ids(html)).toContain(target)
  })

  test('a date as a whole leads to its day box', () => {
    expect(links(page({ starts: 'Start date must be a real date' }, sentDate))).toEqual(['field-starts-day'])
  })

  test('what is about the whole form has no link', () => {
    const html = page({ _version: 'Somebody else saved this at 14:45' }, {})
    expect(html).toContain('Somebody else saved this')
    expect(links(html)).toEqual([])
  })
})

test('no id on the page is there twice', () => {
  const html = page({ name: 'Enter a name', starts: 'Enter a date' }, {})
  const all = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
  expect(all.length).toBe(new Set(all).size)
})

test('a post form carries its key, version, draft and token; a get form none of them', () => {
  const html = page({}, {})
  expect(html).toContain('<input type="hidden" name="_csrf" value="token"')
  expect(html).toContain('<input type="hidden" name="_key" value="key"')
  expect(html).toContain('<input type="hidden" name="_version" value="3"')
  expect(html).toContain('<input type="hidden" name="_draft" value="d1"')
  expect(renderToString(<Form action="/search" method="get" csrf="token" version={1} />)).not.toContain('hidden')
})

test('fields show what they hold, escaped', () => {
  const html = page({}, { name: '"><script>', kind: 'b', areas: ['a', 'b'], unit: 'a', starts: '2026-01-04' })
  expect(html).not.toContain('<script>')
  expect(html).toMatch(/value="b"[^>]* checked/)
  expect(html.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2)
  expect(html).toContain('<option value="a" selected')
  expect(html).toMatch(/name="starts-day"[^>]* value="4"/)
  expect(html).toMatch(/name="starts-year"[^>]* value="2026"/)
})

test('an empty first line is kept through the browser', () => {
  expect(page({}, { reason: '\nSecond line' })).toContain('>\n\nSecond line</textarea>')
})

test('only the wrong box of a date is marked', () => {
  const html = page({ 'starts-year': 'Year must have four numbers' }, { 'starts-year': '26' })
  const marked = [...html.matchAll(/<input class="([^"]*)" id="field-starts-(\w+)"/g)].filter(([, classes]) =>
    classes?.includes('govuk-input--error'),
  )
  expect(marked.map((match) => match[2])).toEqual(['year'])
})

test('an id is always a safe one', () => {
  fc.assert(fc.property(fc.string(), (name) => /^field-[A-Za-z0-9_-]*$/.test(fieldId(name))))
})
