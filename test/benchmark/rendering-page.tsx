import { renderToString } from 'preact-render-to-string'
import { Button } from '#ui/govuk/button.tsx'
import { ErrorSummary } from '#ui/govuk/error-summary.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Table } from '#ui/govuk/table.tsx'

const NAMES = ['Reference', 'Reported', 'Place', 'Kind', 'Stage'] as const

/** What is on the page, in the macros' own words. */
export const pageContent = {
  errorSummary: {
    titleText: 'There is a problem',
    errorList: [
      { text: 'Enter the name', href: '#name' },
      { text: 'First day must be a real date, such as 27 3 2026', href: '#validFrom' },
    ],
  },
  summaryList: {
    rows: ['Owner', 'Unit', 'Area', 'Opened', 'Marking', 'Stage'].map((name, index) => ({
      key: { text: name },
      value: { text: `O’Neill & <sons> ${index}` },
      actions: { items: [{ href: `/change/${index}`, text: 'Change', visuallyHiddenText: name.toLowerCase() }] },
    })),
  },
  table: {
    caption: 'What was reported',
    firstCellIsHeader: true,
    head: NAMES.map((text) => ({ text })),
    rows: Array.from({ length: 50 }, (_, row) =>
      NAMES.map((name, column) => ({
        // One cell in ten needs escaping, as in real records.
        text: row % 10 === column ? `${name} of O'Neill & Sons <${row}>` : `${name} ${row} of ${column}`,
        ...(column === 4 && { format: 'numeric' }),
      })),
    ),
  },
  inputs: Array.from({ length: 6 }, (_, index) => ({
    id: `field-${index}`,
    name: `field-${index}`,
    label: { text: `Field ${index}` },
    hint: { text: 'As it stands on the form' },
    value: `value "${index}"`,
    ...(index === 0 && { errorMessage: { text: 'Enter the name' } }),
  })),
  button: { text: 'Save and go on' },
}

/** The same page by our components, to a string. */
export function renderOurs({ errorSummary, summaryList, table, inputs, button }: typeof pageContent): string {
  return renderToString(
    <>
      <ErrorSummary {...errorSummary} />
      <SummaryList {...summaryList} />
      <Table {...table} />
      {inputs.map((input) => (
        <Input {...input} />
      ))}
      <Button>{button.text}</Button>
    </>,
  )
}
