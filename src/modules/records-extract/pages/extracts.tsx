import type { z } from 'zod'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid, CardRows } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { Form } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { count } from '#ui/words/numbers.ts'
import { listExtracts, RUNS_A_PAGE } from '../queries/list-extracts.ts'
import type { RunLine } from '../queries/run-line.ts'
import { EXTRACTS, extractHref, mappingHref, runHref } from '../rules/addresses.ts'
import { cameToWords } from './words.ts'

type Model = z.output<typeof listExtracts.output>

/** What came from the records system, what is being put together, and by which mappings. */
export const extractsPage = page({ path: EXTRACTS, query: listExtracts, view: extractsView })

function extractsView(model: Model, context: PageContext): View {
  return {
    section: 'administration',
    title: 'What came from the records system?',
    lead: `Extracts of ${model.recordsSystem ?? 'the force’s own system'}: crimes, people, places, and what ties them`,
    body: (
      <>
        <CardGrid columns={3}>
          <BeginForm model={model} context={context} />
          <Card title="Put together">
            <Open model={model} />
          </Card>
          <Card title="Mappings">
            <CardRows
              rows={model.mappings.map(({ name, version }) => ({
                text: <Link href={mappingHref(name)}>{`${name} (JSON)`}</Link>,
                note: version === 0 ? 'always there' : `version ${version}`,
              }))}
            />
          </Card>
        </CardGrid>
        <Runs runs={model.runs} />
        <Pager
          page={model.page}
          pageSize={RUNS_A_PAGE}
          total={model.total}
          href={(number) => `${EXTRACTS}?page=${number}`}
          what="runs"
        />
      </>
    ),
  }
}

function BeginForm({ model, context }: { readonly model: Model; readonly context: PageContext }) {
  return (
    <Card title="Begin an extract">
      <Form
        action={EXTRACTS}
        csrf={context.csrf}
        idempotencyKey={context.key}
        errors={context.errors}
        values={{ mapping: model.mappings.at(-1)?.name ?? '', ...context.values }}
      >
        <SelectField
          name="mapping"
          label="Mapping"
          hint="How its columns are read. You can map the files of another system once they are here."
          options={model.mappings.map(({ name }) => ({ value: name, text: name }))}
        />
        <Button>Begin</Button>
      </Form>
    </Card>
  )
}

function Open({ model }: { readonly model: Model }) {
  if (model.open.length === 0 && model.underWay.length === 0)
    return (
      <EmptyState title="Nothing is waiting">
        <p>An extract that is begun and not imported stands here.</p>
      </EmptyState>
    )
  return (
    <CardRows
      rows={[
        ...model.underWay.map(({ id, title, state }) => ({
          text: <Link href={`/administration/jobs/${id}`}>{title}</Link>,
          note: state === 'running' ? 'running' : 'waiting',
        })),
        ...model.open.map(({ id, begunAt, by, files }) => ({
          text: (
            <Link href={extractHref(id)}>
              Begun <Time instant={begunAt} /> by {by}
            </Link>
          ),
          note: `${count(files)} files`,
        })),
      ]}
    />
  )
}

function Runs({ runs }: { readonly runs: readonly RunLine[] }) {
  return (
    <DataTable
      caption="Checked and imported"
      columns={[
        {
          header: 'When and by whom',
          cell: (run) => (
            <>
              <Link href={runHref(run.id)}>
                <Time instant={run.at} />
              </Link>
              <span class="fp-second">{run.by ?? 'from the command line'}</span>
            </>
          ),
        },
        { header: 'What came of it', cell: cameToWords },
        { header: 'Mapping', cell: (run) => `${run.mapping}, version ${run.version}` },
        { header: 'Rows', align: 'number', cell: (run) => count(run.rows) },
        { header: 'Rejected', align: 'number', cell: (run) => count(run.rejected) },
      ]}
      rows={runs}
      empty={
        <EmptyState title="No extract has come yet">
          <p>Begin one, add its files, and check it: a check changes nothing and says what would be.</p>
        </EmptyState>
      }
    />
  )
}
