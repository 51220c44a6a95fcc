import type { z } from 'zod'
import { formatMonth, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { keysOf } from '#platform/edge.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { CANDIDATES, PROBLEMS } from '../addresses.ts'
import { listPlans } from '../queries/list-plans.ts'
import { COUNTED, SCOPES } from '../queries/plan-rows.ts'
import { PROBLEM_TYPES } from '../reference/lists.ts'
import { STAGES, WORKED } from '../rules/pop05-stages.ts'
import { isOneOf, WORKERS } from '../workers.ts'
import { PlansTable } from './parts/plans-table.tsx'

type Model = z.output<typeof listPlans.output>

export const problemsPage = page({ path: PROBLEMS, query: listPlans, view: problemsView })

function problemsView(model: Model, context: PageContext): View {
  const { plans, total, filter } = model
  const works = isOneOf(context.reader.roles, WORKERS)
  const filtered =
    filter.of !== 'all' ||
    filter.stage !== 'open' ||
    filter.type !== null ||
    filter.area !== null ||
    filter.counted !== null
  return {
    section: 'prevent',
    title: 'Which problems are worked on?',
    lead: leadOf(model),
    marking: plans.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    notice: doneNotice(context, { proposed: 'Problem proposed' }),
    actions: [
      ...(works ? [{ text: 'Propose a problem', href: `${PROBLEMS}/new` }] : []),
      { text: 'Patterns to decide on', href: CANDIDATES },
    ],
    body: (
      <>
        <Stages model={model} />
        <FilterBar action={PROBLEMS} values={filter} {...(filtered && { clearHref: PROBLEMS })}>
          <SelectField name="of" label="Whose" options={choicesOf(SCOPES)} />
          <SelectField
            name="stage"
            label="Stage"
            placeholder={filter.counted === null ? 'Not ended' : 'Any'}
            options={[{ value: 'open', text: 'Not ended' }, ...choicesOf(STAGES)]}
          />
          <SelectField name="type" label="Sort of problem" placeholder="Any" options={choicesOf(PROBLEM_TYPES)} />
          <SelectField name="area" label="Area" placeholder="Any" options={model.areas} />
        </FilterBar>
        <PlansTable plans={plans} empty={<Empty filtered={filtered} works={works} />} />
        <Pager
          page={model.page}
          pageSize={PAGE_SIZE}
          total={total}
          what={total === 1 ? 'plan' : 'plans'}
          href={(number) => address(PROBLEMS, { ...filter, page: number })}
        />
      </>
    ),
  }
}

function leadOf({ total, filter }: Model): string {
  const plans = plural(total, 'plan')
  if (filter.counted !== null) {
    const when = filter.month === null ? 'the last twelve months' : formatMonth(getCivilMonth(filter.month))
    return `${plans} of which ${COUNTED[filter.counted]} in ${when}`
  }
  const stage = filter.stage === null || filter.stage === 'open' ? 'not ended' : STAGES[filter.stage].toLowerCase()
  return `${plans}, ${stage}, newest first; of those that you may open`
}

/** How many stand at each stage; each opens its list. */
function Stages({ model: { stages, filter } }: { readonly model: Model }) {
  const at = keysOf(STAGES).filter((stage) => WORKED.some((one) => one === stage) || (stages[stage] ?? 0) > 0)
  return (
    <CardGrid columns={5}>
      {at.map((stage) => (
        <Card title={STAGES[stage]}>
          <KeyFigure
            large
            value={count(stages[stage] ?? 0)}
            label={stages[stage] === 1 ? 'plan' : 'plans'}
            href={address(PROBLEMS, { ...filter, stage })}
          />
        </Card>
      ))}
    </CardGrid>
  )
}

function Empty({ filtered, works }: { readonly filtered: boolean; readonly works: boolean }) {
  if (filtered)
    return (
      <EmptyState title="No plan is like this">
        <Link href={PROBLEMS}>Show all that have not ended</Link>
      </EmptyState>
    )
  return (
    <EmptyState title="No problem is worked on">
      {works ? (
        <>
          <Link href={CANDIDATES}>Look at the patterns</Link> that were found in your area, or{' '}
          <Link href={`${PROBLEMS}/new`}>propose a problem</Link>.
        </>
      ) : (
        'When somebody works on a problem that you may open, its plan is listed here.'
      )}
    </EmptyState>
  )
}
