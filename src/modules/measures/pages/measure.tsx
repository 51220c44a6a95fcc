import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { page, form, type View } from '#kernel/web/view.ts'
import { permits } from '#platform/access/decide.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { Alert } from '#ui/moj/alert.tsx'
import type { freezeCommand } from '../commands/freeze-measure.ts'
import type { exportMeasure } from '../queries/export-measure.ts'
import type { showMeasure, ShownMeasure } from '../queries/show-measure.ts'
import { exportHref, MEASURES, measureHref } from '../rules/addresses.ts'
import { ChartCard } from './chart-card.tsx'
import { Definition } from './definition.tsx'
import { BreakdownTable, EveryMonth } from './figures-table.tsx'
import { FreezeCard, SnapshotsTable } from './frozen.tsx'
import { lastMonthWords } from './words.ts'

const PATH = `${MEASURES}/:code`

interface Operations {
  readonly show: ReturnType<typeof showMeasure>
  readonly freeze: ReturnType<typeof freezeCommand>
  readonly download: ReturnType<typeof exportMeasure>
}

/** One measure: what it says, how it is counted, and where it can be kept. */
export function measurePages({ show, freeze, download }: Operations) {
  const may = (access: Operations[keyof Operations]['access'], { reader }: PageContext): boolean =>
    permits(access, reader.principal, reader.roles)
  const view = (model: ShownMeasure, context: PageContext): View => ({
    ...headOf(model, context),
    actions: may(download.access, context)
      ? [
          { text: 'Download as CSV', href: exportHref(model.definition.code, 'csv') },
          { text: 'Download for Excel', href: exportHref(model.definition.code, 'xlsx') },
        ]
      : [],
    body: <Body model={model} context={context} freezing={may(freeze.access, context)} />,
  })
  const measurePage = page({ path: PATH, query: show, view })
  const freezeForm = form({
    path: `${PATH}/freeze`,
    command: freeze,
    page: measurePage,
    next: ({ code }) => measureHref(code, { done: 'frozen' }),
  })
  return [measurePage, freezeForm]
}

function headOf(
  { definition, freshness, scope }: ShownMeasure,
  { done }: PageContext,
): Pick<View, 'section' | 'title' | 'lead' | 'warning' | 'back' | 'notice'> {
  return {
    section: 'effectiveness',
    title: scope === null ? definition.name : `${definition.name}: ${scope.name}`,
    lead: (
      <>
        {lastMonthWords(freshness.lastMonth)}
        {freshness.computedAt !== null && (
          <>
            , computed <Time instant={freshness.computedAt} />
          </>
        )}
        {freshness.sourceAt !== null && (
          <>
            , from rows of <Time instant={freshness.sourceAt} />
          </>
        )}
      </>
    ),
    ...(freshness.late !== null && { warning: freshness.late }),
    back:
      scope === null
        ? { href: MEASURES, text: 'Measures' }
        : { href: measureHref(definition.code), text: `${definition.name}, whole force` },
    ...(done === 'frozen' && {
      notice: <Alert variant="success" title="The figure is kept as it stands now." role="status" />,
    }),
  }
}

interface BodyProps {
  readonly model: ShownMeasure
  readonly context: PageContext
  readonly freezing: boolean
}

function Body({ model, context, freezing }: BodyProps) {
  const whole = model.scope === null
  return (
    <>
      <CardGrid columns="wide-narrow">
        <ChartCard model={model} />
        <Definition definition={model.definition} />
      </CardGrid>
      {model.tables.map((table) => (
        <BreakdownTable model={model} table={table} />
      ))}
      <EveryMonth model={model} />
      {whole && (
        <CardGrid columns="wide-narrow">
          <SnapshotsTable model={model} />
          {freezing && model.figures.length > 0 && <FreezeCard model={model} context={context} />}
        </CardGrid>
      )}
      {model.versions.length > 0 && (
        <DataTable
          caption="Versions"
          columns={[
            { header: 'Version', cell: ({ version }) => String(version) },
            { header: 'Figures from', cell: ({ from }) => formatMonth(from) },
            { header: 'To', cell: ({ to }) => formatMonth(to) },
            {
              header: 'Stands',
              cell: ({ version }) => (version === model.definition.version ? 'in use' : 'replaced; its figures stay'),
            },
          ]}
          rows={model.versions}
          empty={null}
        />
      )}
    </>
  )
}
