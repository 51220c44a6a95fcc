import type { z } from 'zod'
import { DutyState } from '#kernel/duties/time-cell.tsx'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { STANDINGS } from '#kernel/victims-code/victim-rule.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { victimHref, VICTIMS } from '../addresses.ts'
import { listVictims, OF, SHOWN, type VictimLine } from '../queries/list-victims.ts'
import { isWriter } from '../writers.ts'
import { choicesOf } from './parts/choices.ts'

type Model = z.output<typeof listVictims.output>

export const victimsPage = page({ path: VICTIMS, query: listVictims, view: victimsView })

function victimsView(model: Model, context: PageContext): View {
  const { victims, total, filter } = model
  const filtered = filter.of !== 'all' || filter.show !== 'all'
  return {
    section: 'investigate',
    title: 'Which victims are owed something?',
    lead: `${plural(total, 'victim')}, those who are owed something soonest first; of those that you may open`,
    marking: victims.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    actions: isWriter(context.reader.roles) ? [{ text: 'Add a victim', href: `${VICTIMS}/new` }] : [],
    body: (
      <>
        <Counts model={model} />
        <FilterBar action={VICTIMS} values={filter} {...(filtered && { clearHref: VICTIMS })}>
          <SelectField name="of" label="Whose" options={choicesOf(OF)} />
          <SelectField name="show" label="Which" options={choicesOf(SHOWN)} />
        </FilterBar>
        <Victims victims={victims} filtered={filtered} now={context.now} />
        <Pager
          page={model.page}
          pageSize={PAGE_SIZE}
          total={total}
          what={total === 1 ? 'victim' : 'victims'}
          href={(number) => address(VICTIMS, { ...filter, page: number })}
        />
      </>
    ),
  }
}

function Counts({ model: { counts, filter } }: { readonly model: Model }) {
  const href = (show: string) => address(VICTIMS, { of: filter.of, show })
  const words = (number: number) => (number === 1 ? 'victim' : 'victims')
  return (
    <CardGrid columns={4}>
      <Card title="Something overdue" state={counts.overdue > 0 ? 'not-held' : undefined}>
        <KeyFigure large value={count(counts.overdue)} label={words(counts.overdue)} href={href('overdue')} />
      </Card>
      <Card title="Something due soon" state={counts.soon > 0 ? 'slipping' : undefined}>
        <KeyFigure large value={count(counts.soon)} label={words(counts.soon)} href={href('soon')} />
      </Card>
      <Card title="Not told anything yet">
        <KeyFigure large value={count(counts.silent)} label={words(counts.silent)} href={href('silent')} />
      </Card>
      <Card title="No safe way to reach them">
        <KeyFigure large value={count(counts.unsafe)} label={words(counts.unsafe)} href={href('unsafe')} />
      </Card>
    </CardGrid>
  )
}

interface VictimsProps {
  readonly victims: readonly VictimLine[]
  readonly filtered: boolean
  readonly now: Date
}

function Victims({ victims, filtered, now }: VictimsProps) {
  return (
    <DataTable
      caption="Victims"
      captionHidden
      rows={victims}
      empty={
        filtered ? (
          <EmptyState title="No victim is like this">
            <Link href={VICTIMS}>Show all who are followed</Link>
          </EmptyState>
        ) : (
          <EmptyState title="No victim is followed">
            Victims of crimes come with the extract of the records system. Others are added by hand.
          </EmptyState>
        )
      }
      columns={[
        {
          header: 'Victim',
          cell: (one) => (
            <>
              <Link href={victimHref(one.id)}>{one.name}</Link>
              <span class="fp-second">
                {one.title} · <Reference>{one.reference}</Reference>
              </span>
            </>
          ),
        },
        {
          header: 'Rights',
          cell: ({ enhanced, standing }) => (
            <>
              {enhanced ? 'enhanced' : 'standard'}
              <span class="fp-second">{STANDINGS[standing]}</span>
            </>
          ),
        },
        {
          header: 'Owed first',
          cell: ({ owedAt, owedWhat, title }) =>
            owedWhat === null ? 'nothing' : <FirstOwed at={owedAt} what={owedWhat} of={title} now={now} />,
        },
        { header: 'Owed', align: 'number', cell: ({ open }) => count(open) },
        { header: 'Overdue', align: 'number', cell: ({ overdue }) => count(overdue) },
        {
          header: 'Last told',
          cell: ({ toldAt, unsafe }) => (
            <>
              {unsafe && <StateTag state="not-held">no safe way</StateTag>}
              {toldAt === null ? 'nothing yet' : <Time instant={toldAt} now={now} />}
            </>
          ),
        },
        { header: 'Owner', cell: ({ owner, areaName }) => owner ?? areaName ?? 'nobody yet' },
      ]}
    />
  )
}

interface FirstProps {
  readonly at: string | null
  readonly what: string
  /** The record’s own title, which is left off. */
  readonly of: string
  readonly now: Date
}

function FirstOwed({ at, what, of, now }: FirstProps) {
  const words = what.endsWith(`: ${of}`) ? what.slice(0, -of.length - 2) : what
  if (at === null) return <>{words}</>
  const standing = Date.parse(at) < now.getTime() ? 'overdue' : 'not-due'
  return (
    <>
      <DutyState duty={{ standing, dueAt: at }} now={now} />
      <span class="fp-second">{words}</span>
    </>
  )
}
