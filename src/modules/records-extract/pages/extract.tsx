import type { z } from 'zod'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid, CardRows } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { FileField } from '#ui/forms/file-field.tsx'
import { Form } from '#ui/forms/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { count } from '#ui/words/numbers.ts'
import { openExtract } from '../queries/open-extract.ts'
import { EXTRACTS, extractHref, mapHref, runHref } from '../rules/addresses.ts'
import { EXTRACT_KINDS } from '../rules/kinds/all.ts'
import { cameToWords } from './words.ts'

type Model = z.output<typeof openExtract.output>
interface Props {
  readonly model: Model
  readonly context: PageContext
}

/** An extract while it is put together: its files, and what can be done with them. */
export const extractPage = page({ path: `${EXTRACTS}/:id`, query: openExtract, view: extractView })

/** The two forms of that page have addresses of their own; with errors they show it again. */
export const filesPage = page({ path: `${EXTRACTS}/:id/files`, query: openExtract, view: extractView })
export const runsPage = page({ path: `${EXTRACTS}/:id/runs`, query: openExtract, view: extractView })

const DONE = { added: 'The file was added', mapped: 'The mapping was kept' }

function extractView(model: Model, context: PageContext): View {
  return {
    section: 'administration',
    title: 'Put an extract together',
    lead: `Read by the mapping ${model.mapping}, version ${model.version}`,
    back: { href: EXTRACTS, text: 'Extracts' },
    notice: doneNotice(context, DONE),
    body: (
      <>
        <Files model={model} />
        <CardGrid columns={2}>
          <AddForm model={model} context={context} />
          <RunForm model={model} context={context} />
        </CardGrid>
        {model.runs.length > 0 && (
          <Card title="What was done with it">
            <CardRows
              rows={model.runs.map((run) => ({
                text: <Link href={runHref(run.id)}>{cameToWords(run)}</Link>,
                note: <Time instant={run.at} />,
              }))}
            />
          </Card>
        )}
      </>
    ),
  }
}

function Files({ model }: { readonly model: Model }) {
  return (
    <DataTable
      caption="Files"
      columns={[
        { header: 'File', cell: ({ name }) => name },
        {
          header: 'Taken for',
          cell: ({ kind }) =>
            kind === null ? <strong>not known to the mapping</strong> : EXTRACT_KINDS[kind].words.many,
        },
        { header: 'Columns', align: 'number', cell: ({ columns }) => count(columns) },
        { header: 'kB', align: 'number', cell: ({ bytes }) => count(Math.ceil(bytes / 1000)) },
        {
          header: 'Mapping',
          phoneLabel: false,
          cell: ({ number, name }) => (
            <Link href={mapHref(model.id, number)}>
              Map its columns<span class="govuk-visually-hidden"> ({name})</span>
            </Link>
          ),
        },
      ]}
      rows={model.files}
      empty={
        <EmptyState title="No files yet">
          <p>Add the CSV files of the extract below. They go together: rows name one another by their numbers.</p>
        </EmptyState>
      }
    />
  )
}

function AddForm({ model, context }: Props) {
  return (
    <Card title="Add a file">
      <Form
        action={`${extractHref(model.id)}/files`}
        multipart
        csrf={context.csrf}
        idempotencyKey={`${context.key}-file`}
        errors={context.errors}
        values={context.values}
      >
        <FileField
          name="file"
          label="File of the extract"
          hint="CSV in UTF-8, with headings in its first line"
          accept=".csv,text/csv"
        />
        <Button classes="govuk-button--secondary">Add</Button>
      </Form>
    </Card>
  )
}

function RunForm({ model, context }: Props) {
  return (
    <Card title="Check, then import">
      <Form
        action={`${extractHref(model.id)}/runs`}
        csrf={context.csrf}
        idempotencyKey={`${context.key}-run`}
        errors={context.errors}
        values={{ way: 'check', ...context.values }}
      >
        <RadiosField
          name="way"
          label="What to do"
          choices={[
            {
              value: 'check',
              text: 'Check it',
              hint: 'A dry run: says what would become of every row, and changes nothing',
            },
            { value: 'import', text: 'Import it', hint: 'The same extract twice changes nothing' },
          ]}
        />
        <CheckboxesField
          name="keepGood"
          label="If some rows are wrong"
          choices={[{ value: 'yes', text: 'Load the others', hint: 'Otherwise one wrong row and nothing is loaded' }]}
        />
        <CheckboxesField
          name="whole"
          label="How much it is"
          choices={[
            {
              value: 'yes',
              text: 'All that the records system has',
              hint: 'Says what is no longer in it. Nothing is deleted',
            },
          ]}
        />
        <Button>Go on</Button>
      </Form>
    </Card>
  )
}
