import type { z } from 'zod'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { form, page, type View } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { keysOf } from '#platform/edge.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { dayAndTime, shortDayWithYear } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import { CANDIDATES, PROBLEMS } from '../addresses.ts'
import { lookAgain } from '../commands/decide-candidate.ts'
import { PATTERN_KINDS } from '../patterns/pattern.ts'
import { CANDIDATE_STATES } from '../queries/candidate-model.ts'
import { listCandidates } from '../queries/list-candidates.ts'
import { isOneOf, WORKERS } from '../workers.ts'
import { CandidatesTable } from './parts/candidates-table.tsx'

type Model = z.output<typeof listCandidates.output>

const candidatesPage = page({ path: CANDIDATES, query: listCandidates, view: candidatesView })

export const candidatesRoutes = [
  candidatesPage,
  form({
    path: `${CANDIDATES}/look-again`,
    command: lookAgain,
    page: candidatesPage,
    next: () => `${CANDIDATES}?done=asked`,
  }),
]

const DONE = {
  asked: 'The system looks again: come back in a minute or two',
  rejected: 'Rejected: it comes again only if it grows',
  merged: 'Merged',
}

function candidatesView(model: Model, context: PageContext): View {
  const { candidates, total, filter } = model
  const filtered = filter.state !== null || filter.kind !== null || filter.area !== null
  return {
    section: 'prevent',
    title: 'Which patterns should be worked on?',
    lead: `${plural(total, 'pattern')}, ${CANDIDATE_STATES[stateOf(filter.state)]}, in your area; the clearest first`,
    marking: candidates.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    notice: doneNotice(context, DONE),
    actions: [{ text: 'Problems', href: PROBLEMS }],
    body: (
      <>
        <Kinds model={model} />
        <FilterBar action={CANDIDATES} values={filter} {...(filtered && { clearHref: CANDIDATES })}>
          <SelectField name="state" label="State" placeholder="To be decided" options={choicesOf(CANDIDATE_STATES)} />
          <SelectField name="kind" label="Kind" placeholder="Any" options={choicesOf(PATTERN_KINDS)} />
          <SelectField name="area" label="Area" placeholder="Any" options={model.areas} />
        </FilterBar>
        <CandidatesTable
          candidates={candidates}
          empty={
            <EmptyState title={filtered ? 'No pattern is like this' : 'No pattern waits for a decision'}>
              {filtered ? (
                <Link href={CANDIDATES}>Show all that wait for a decision</Link>
              ) : (
                'The system looks every night through what victims and callers reported; what it finds in your area is listed here.'
              )}
            </EmptyState>
          }
        />
        <Pager
          page={model.page}
          pageSize={PAGE_SIZE}
          total={total}
          what={total === 1 ? 'pattern' : 'patterns'}
          href={(number) => address(CANDIDATES, { ...filter, page: number })}
        />
        <Looked look={model.look} />
        {isOneOf(context.reader.roles, WORKERS) && (
          <Form action={`${CANDIDATES}/look-again`} csrf={context.csrf} idempotencyKey={context.key}>
            <FormActions submit="Look again now" />
          </Form>
        )}
      </>
    ),
  }
}

function stateOf(state: string | null): keyof typeof CANDIDATE_STATES {
  return keysOf(CANDIDATE_STATES).find((one) => one === state) ?? 'open'
}

/** How many wait, of each kind; each opens its list. */
function Kinds({ model: { open } }: { readonly model: Model }) {
  const found = keysOf(PATTERN_KINDS).filter((kind) => (open[kind] ?? 0) > 0)
  if (found.length === 0) return null
  return (
    <CardGrid columns={5}>
      {found.map((kind) => (
        <Card title={PATTERN_KINDS[kind]}>
          <KeyFigure large value={count(open[kind] ?? 0)} label="to be decided" href={address(CANDIDATES, { kind })} />
        </Card>
      ))}
    </CardGrid>
  )
}

/** When it was looked, at what, and what could not be looked for, with why. */
function Looked({ look }: Pick<Model, 'look'>) {
  if (look === null) return <p class="govuk-body">The system has not looked yet.</p>
  return (
    <>
      <p class="govuk-body">
        Looked {dayAndTime(look.lookedAt)} at {shortDayWithYear(look.firstOn)} to {shortDayWithYear(look.lastOn)}: what
        victims and callers reported, never what searches found. In no compartment.
      </p>
      {look.refusals.length > 0 && (
        <Details summaryText="What was not looked for, and why">
          <ul class="govuk-list govuk-list--bullet">
            {look.refusals.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
