import type { z } from 'zod'
import { findCivilMonth, formatMonths } from '#calculations/calendar/civil-month.ts'
import { FORCES } from '#kernel/areas/reference/forces.ts'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid, CardRows } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { FileField } from '#ui/forms/file-field.tsx'
import { Form } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { count } from '#ui/words/numbers.ts'
import { IMPORTS_A_PAGE, listStreetImports, type StreetImport } from '../queries/imports.ts'
import { IMPORTS, LEVELS } from '../rules/addresses.ts'
import { countOrDash } from './words.ts'

type Model = z.output<typeof listStreetImports.output>

/** What was imported, and the form to import more. */
export const importsPage = page({ path: IMPORTS, query: listStreetImports, view: importsView })

function importsView(model: Model, context: PageContext): View {
  return {
    section: 'prevent',
    title: 'Import street-level crime and ASB',
    lead: 'Files as they come from data.police.uk, one month of one force each',
    back: { href: LEVELS, text: 'Crime and ASB levels' },
    body: (
      <>
        <CardGrid columns={2}>
          <UploadForm model={model} context={context} />
          <Card title="Under way">
            {model.underWay.length === 0 ? (
              <EmptyState title="Nothing under way">
                <p>An import that you start runs by itself: leave the page and find it again here, or in My work.</p>
              </EmptyState>
            ) : (
              <CardRows
                rows={model.underWay.map(({ id, title, state }) => ({
                  text: (
                    <a class="govuk-link" href={`/administration/jobs/${id}`}>
                      {title}
                    </a>
                  ),
                  note: state === 'running' ? 'running' : 'waiting',
                }))}
              />
            )}
          </Card>
        </CardGrid>
        <ImportsTable imports={model.imports} />
        <Pager
          page={model.page}
          pageSize={IMPORTS_A_PAGE}
          total={model.total}
          href={(number) => `${IMPORTS}?page=${number}`}
          what="imports"
        />
      </>
    ),
  }
}

function UploadForm({ model, context }: { readonly model: Model; readonly context: PageContext }) {
  return (
    <Card title="Import a file">
      <Form
        action={IMPORTS}
        multipart
        csrf={context.csrf}
        idempotencyKey={context.key}
        errors={context.errors}
        values={{ force: model.publisher, ...context.values }}
      >
        <SelectField
          name="force"
          label="Force that published it"
          hint="Rows of another force than this installation’s own are kept for comparison."
          options={FORCES.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <FileField
          name="file"
          label="Street file"
          hint="A CSV file such as 2024-02-thames-valley-street.csv, unchanged. The same file twice changes nothing."
          accept=".csv,text/csv"
        />
        <CheckboxesField
          name="keepGood"
          label="If some rows are wrong"
          choices={[
            { value: 'yes', text: 'Load the others', hint: 'Otherwise a file with a wrong row loads nothing.' },
          ]}
        />
        <Button>Import</Button>
      </Form>
    </Card>
  )
}

function ImportsTable({ imports }: { readonly imports: readonly StreetImport[] }) {
  return (
    <DataTable
      caption="Imported"
      columns={[
        {
          header: 'File',
          cell: (row) => (
            <>
              {row.file}
              <span class="fp-second">{`${row.publisherName}, ${monthsWords(row.months)}`}</span>
            </>
          ),
        },
        { header: 'Rows', align: 'number', cell: (row) => count(row.rows) },
        { header: 'Crimes', align: 'number', cell: (row) => count(row.crimes) },
        { header: 'ASB', align: 'number', cell: (row) => count(row.asb) },
        { header: 'Rejected', align: 'number', cell: (row) => count(row.rejected) },
        { header: 'No place', align: 'number', cell: (row) => count(row.withoutPlace) },
        {
          header: 'Outside the force',
          align: 'number',
          cell: (row) => (row.outsideForce === null ? 'not known' : countOrDash(row.outsideForce)),
        },
        { header: 'There already', align: 'number', cell: (row) => count(row.alreadyPresent) },
        { header: 'Added', align: 'number', cell: (row) => <strong>{count(row.added)}</strong> },
        {
          header: 'When and by whom',
          cell: (row) => (
            <>
              <Time instant={row.at} />
              <span class="fp-second">{row.by ?? 'from the command line'}</span>
            </>
          ),
        },
      ]}
      rows={imports}
      empty={
        <EmptyState title="Nothing has been imported yet">
          <p>Download the force’s months from data.police.uk and import the files that end in “street.csv” above.</p>
        </EmptyState>
      }
    />
  )
}

function monthsWords(months: readonly string[]): string {
  const known = months.map(findCivilMonth).filter((month) => month !== undefined)
  return known.length === 0 ? 'no month' : formatMonths(known)
}
