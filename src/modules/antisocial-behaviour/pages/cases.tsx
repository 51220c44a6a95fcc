import type { z } from 'zod'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { DutyState } from '#kernel/duties/time-cell.tsx'
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
import { SelectField } from '#ui/forms/select-field.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { caseHref, CASES, REVIEWS } from '../addresses.ts'
import { listCases, OF, type CaseLine } from '../queries/list-cases.ts'
import { CATEGORIES, categoryWord, TYPES } from '#kernel/antisocial-behaviour/lists.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { capital } from '#ui/words/capital.ts'
import { BANDS } from '../rules/asb02-risk-form.ts'
import { isOneOf, WRITERS } from '../writers.ts'
import { RiskTag } from './parts/risk.tsx'

type Model = z.output<typeof listCases.output>

export const casesPage = page({ path: CASES, query: listCases, view: casesView })

function casesView(model: Model, context: PageContext): View {
  const { cases, total, filter } = model
  const works = isOneOf(context.reader.roles, WRITERS)
  const filtered = filter.of !== 'all' || filter.state !== 'open' || filter.category !== null || filter.risk !== null
  return {
    section: 'prevent',
    title: 'Who is harmed by anti-social behaviour?',
    lead: `${plural(total, 'case')}, ${filter.state === 'open' ? 'not ended' : 'ended'}; not assessed and highest risk first; of those that you may open`,
    marking: cases.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    actions: [
      ...(works ? [{ text: 'Open a case', href: `${CASES}/new` }] : []),
      { text: 'Case reviews by year', href: REVIEWS },
    ],
    body: (
      <>
        <Counts model={model} />
        <FilterBar action={CASES} values={filter} {...(filtered && { clearHref: CASES })}>
          <SelectField name="of" label="Whose" options={choicesOf(OF)} />
          <SelectField
            name="state"
            label="State"
            options={[
              { value: 'open', text: 'Not ended' },
              { value: 'closed', text: 'Ended' },
            ]}
          />
          <SelectField
            name="category"
            label="Category"
            placeholder="Any"
            options={Object.keys(CATEGORIES).map((value) => ({
              value,
              text: capital(value),
            }))}
          />
          <SelectField
            name="risk"
            label="Risk"
            placeholder="Any"
            options={[...choicesOf(BANDS), { value: 'none', text: 'Not assessed' }]}
          />
        </FilterBar>
        <Cases cases={cases} filtered={filtered} works={works} now={context.now} />
        <Pager
          page={model.page}
          pageSize={PAGE_SIZE}
          total={total}
          what={total === 1 ? 'case' : 'cases'}
          href={(number) => address(CASES, { ...filter, page: number })}
        />
      </>
    ),
  }
}

/** Of all that have not ended. */
function Counts({ model: { counts } }: { readonly model: Model }) {
  return (
    <CardGrid columns={4}>
      <Card title="High risk" state={counts.high > 0 ? 'not-held' : undefined}>
        <KeyFigure
          large
          value={count(counts.high)}
          label={counts.high === 1 ? 'case' : 'cases'}
          href={address(CASES, { risk: 'high' })}
        />
      </Card>
      <Card title="Not assessed yet" state={counts.unassessed > 0 ? 'slipping' : undefined}>
        <KeyFigure
          large
          value={count(counts.unassessed)}
          label="somebody named"
          href={address(CASES, { risk: 'none' })}
        />
      </Card>
      <Card title="Something overdue" state={counts.overdue > 0 ? 'not-held' : undefined}>
        <KeyFigure large value={count(counts.overdue)} label={counts.overdue === 1 ? 'case' : 'cases'} />
      </Card>
      <Card title="Waiting for a case review">
        <KeyFigure large value={count(counts.reviews)} label={counts.reviews === 1 ? 'case' : 'cases'} />
      </Card>
    </CardGrid>
  )
}

interface CasesProps {
  readonly cases: readonly CaseLine[]
  readonly filtered: boolean
  readonly works: boolean
  readonly now: Date
}

function Cases({ cases, filtered, works, now }: CasesProps) {
  return (
    <DataTable
      caption="Cases of anti-social behaviour"
      captionHidden
      rows={cases}
      empty={
        filtered ? (
          <EmptyState title="No case is like this">
            <Link href={CASES}>Show all that have not ended</Link>
          </EmptyState>
        ) : (
          <EmptyState title="No case is open">
            {works ? (
              <>
                <Link href={`${CASES}/new`}>Open a case</Link> when somebody tells of behaviour that harms them or a
                place.
              </>
            ) : (
              'When somebody opens a case that you may see, it is listed here.'
            )}
          </EmptyState>
        )
      }
      columns={[
        {
          header: 'Case',
          cell: (one) => (
            <>
              <Link href={caseHref(one.id)}>{one.title}</Link>
              <span class="fp-second">
                {categoryWord(one.category)} · {TYPES[one.type]} · <Reference>{one.reference}</Reference>
              </span>
            </>
          ),
        },
        {
          header: 'Where',
          cell: ({ place, areaName }) => (
            <>
              {place}
              {areaName !== null && <span class="fp-second">{areaName}</span>}
            </>
          ),
        },
        {
          header: 'Risk',
          phoneLabel: false,
          cell: (one) => (
            <>
              <RiskTag risk={one.risk} partyKnown={one.partyKnown} />
              {one.hate && <span class="fp-second">aims at who they are</span>}
            </>
          ),
        },
        { header: 'Incidents', align: 'number', cell: ({ incidents }) => count(incidents) },
        { header: 'Powers', align: 'number', cell: ({ powers }) => count(powers) },
        {
          header: 'Owed first',
          cell: ({ owed }) =>
            owed === null ? (
              'nothing'
            ) : (
              <DutyState
                duty={{ standing: Date.parse(owed) < now.getTime() ? 'overdue' : 'not-due', dueAt: owed }}
                now={now}
              />
            ),
        },
        { header: 'Owner', cell: ({ owner }) => owner ?? 'nobody yet' },
      ]}
    />
  )
}
