import type { z } from 'zod'
import { formatMonth, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { form, page, type View } from '#kernel/web/view.ts'
import { eventWords } from '#modules/assurance/index.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { drawHref, PROVE, sampleHref, sampleRowHref } from '../addresses.ts'
import { SIZES, type drawSampleCommand } from '../prove/draw-sample.ts'
import type { openSample, openSampleRow, Sample } from '../prove/open-sample.ts'
import type { showDrawing } from '../prove/show-drawing.ts'
import { highest } from '../rules/eff04-marking.ts'
import { VisitBanner } from './parts/visit-banner.tsx'

interface Operations {
  readonly begin: ReturnType<typeof showDrawing>
  readonly draw: ReturnType<typeof drawSampleCommand>
  readonly open: ReturnType<typeof openSample>
  readonly row: ReturnType<typeof openSampleRow>
}

/** Where rows are drawn in front of both parties, and read one by one. */
export function sampleRoutes({ begin, draw, open, row }: Operations) {
  const path = `${PROVE}/measures/:measure`
  const drawPage = page({ path, query: begin, view: drawView })
  return [
    drawPage,
    form({ path, command: draw, page: drawPage, next: ({ id }) => sampleHref(id) }),
    page({ path: `${PROVE}/samples/:id`, query: open, view: sampleView }),
    page({ path: `${PROVE}/samples/:id/rows/:number`, query: row, view: rowView }),
  ]
}

function drawView({ measure, visit, before }: z.output<Operations['begin']['output']>, context: PageContext): View {
  const months = measure.figures.map(({ month }) => month).toReversed()
  return {
    section: 'effectiveness',
    title: `Draw rows: ${measure.name}`,
    lead: 'Each party gives a number. The same numbers and the same rows give the same sample, on any machine, for ever',
    back: { href: PROVE, text: 'Prove it' },
    notice: <VisitBanner visit={visit} context={context} />,
    body: (
      <CardGrid columns="wide-narrow">
        <Card title="Draw a sample">
          {!measure.sampled || months.length === 0 ? (
            <EmptyState title="Nothing can be drawn here">
              <p>
                {measure.sampled
                  ? 'No month of it has been computed yet.'
                  : 'The rows behind this measure cannot be drawn from.'}{' '}
                <Link href={PROVE}>Choose another measure</Link>
              </p>
            </EmptyState>
          ) : (
            <ActForm
              context={context}
              submit="Draw now"
              cancel={PROVE}
              stored={{ month: months[0], size: SIZES.usual }}
            >
              <HiddenField name="measure" value={measure.code} />
              <SelectField
                name="month"
                label="Month"
                options={months.map((month) => ({ value: month, text: formatMonth(month) }))}
              />
              <TextField
                name="inspectorSeed"
                label="The inspector’s number"
                hint="Any whole number"
                width={10}
                inputmode="numeric"
              />
              <TextField
                name="forceSeed"
                label="The force’s number"
                hint="Any whole number"
                width={10}
                inputmode="numeric"
              />
              <TextField name="size" label="How many" hint={`At most ${SIZES.largest}`} width={3} inputmode="numeric" />
            </ActForm>
          )}
        </Card>
        <DataTable
          caption="Drawn before"
          rows={before}
          columns={[
            {
              header: 'Sample',
              cell: ({ id, month, size }) => (
                <Link href={sampleHref(id)}>
                  {plural(size, 'row')} of {formatMonth(getCivilMonth(month))}
                </Link>
              ),
            },
            { header: 'Numbers', cell: ({ inspectorSeed, forceSeed }) => `${inspectorSeed}, ${forceSeed}` },
            {
              header: 'Drawn',
              cell: ({ by, at }) => (
                <>
                  {by}
                  <span class="fp-second">
                    <Time instant={at} />
                  </span>
                </>
              ),
            },
          ]}
          empty={
            <EmptyState title="None has been drawn yet">
              <p>Agree on two numbers, then draw.</p>
            </EmptyState>
          }
        />
      </CardGrid>
    ),
  }
}

function sampleView({ sample, rows }: z.output<Operations['open']['output']>): View {
  return {
    section: 'effectiveness',
    title: `${plural(rows.length, 'row')} drawn: ${sample.measureName}, ${sample.month}`,
    lead: (
      <>
        Drawn by {sample.by}, <Time instant={sample.at} />, with the numbers {sample.inspectorSeed} and{' '}
        {sample.forceSeed}
      </>
    ),
    marking: highest(rows.flatMap(({ shown }) => (shown === null ? [] : [shown.marking]))),
    back: { href: drawHref(sample.measure), text: 'Draw rows' },
    body: (
      <>
        <DataTable
          caption="The rows, in the order in which they were drawn"
          captionHidden
          rows={rows}
          columns={[
            {
              header: 'Row',
              cell: ({ number, shown }) =>
                shown === null ? (
                  `${number}. Not open to you`
                ) : (
                  <Link href={sampleRowHref(sample.id, number)}>
                    {number}. {shown.title}
                  </Link>
                ),
            },
            ...['Where', 'Last outcome', 'Due', 'Met']
              .filter((label) => rows.some(({ shown }) => shown?.facts.some(([name]) => name === label)))
              .map((label) => ({
                header: label,
                cell: ({ shown }: (typeof rows)[number]) => shown?.facts.find(([name]) => name === label)?.[1] ?? '–',
              })),
          ]}
          empty={
            <EmptyState title="No row that counts is open to whoever drew">
              <p>Nothing could be drawn. The count below says how many rows the figure is made of.</p>
            </EmptyState>
          }
        />
        <HowDrawn sample={sample} />
      </>
    ),
  }
}

function HowDrawn({ sample }: { readonly sample: Sample }) {
  return (
    <Card title="How it was drawn">
      <p>
        {sample.measure}, version {sample.version}. From {plural(sample.population, 'row')} that count in the figure and
        were open to {sample.by}
        {sample.beyond > 0 && `; ${plural(sample.beyond, 'more row counts', 'more rows count')} and were not`}. Put in
        the order of their ids, shuffled by both numbers, the first taken.
      </p>
      <p class="fp-second">
        SHA-256 of the rows drawn from: <Reference>{sample.sha256 ?? 'not kept'}</Reference>
      </p>
    </Card>
  )
}

function rowView({ sample, number, shown, trail }: z.output<Operations['row']['output']>): View {
  return {
    section: 'effectiveness',
    title: shown.title,
    lead: `Row ${count(number)} of the sample of ${sample.measureName}, ${sample.month}`,
    marking: shown.marking,
    back: { href: sampleHref(sample.id), text: 'The sample' },
    body: (
      <CardGrid columns={2}>
        <Card title="What is known">
          <SummaryList rows={shown.facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))} />
          <p class="fp-second">Left out for a visitor: {lowerFirst(shown.leftOut)}</p>
        </Card>
        <DataTable
          caption="Its trail: who opened or changed it"
          rows={trail}
          columns={[
            { header: 'What', cell: ({ event }) => eventWords(event) },
            { header: 'By', cell: ({ by }) => by },
            { header: 'When', nowrap: true, cell: ({ at }) => <Time instant={at} /> },
          ]}
          empty={
            <>
              <h2 class="fp-table__caption">Its trail: who opened or changed it</h2>
              <p>Nobody has opened it by itself before. This look is the first line of its trail.</p>
            </>
          }
        />
      </CardGrid>
    ),
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
