import type { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { HELD, OUTCOMES } from '#kernel/tactics/ends.ts'
import { tacticHref, TACTICS_HREF } from '#kernel/tactics/hrefs.ts'
import { PROBLEM_TYPES, type ProblemType } from '#kernel/tactics/problem-types.ts'
import { EFFECTS } from '#kernel/tactics/tactic.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page, type View } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form, HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { plural } from '#ui/words/numbers.ts'
import { REVIEWS } from '../addresses.ts'
import { followType, unfollowType } from '../commands/follow.ts'
import { listTactics } from '../queries/list-tactics.ts'
import { EffectTag, markWords, ownWords, surenessWords } from './parts.tsx'
import { ReviewsTable } from './reviews-table.tsx'

type Model = z.output<typeof listTactics.output>

const tacticsPage = page({ path: TACTICS_HREF, query: listTactics, view: tacticsView })

function tacticsView(model: Model, context: PageContext): View {
  const { tactics, filter } = model
  const filtered = filter.type !== null || filter.effect !== null
  return {
    section: 'prevent',
    title: 'What is known to work?',
    lead: `${plural(tactics.length, 'tactic')}; what research found, and beside it what our own plans came to`,
    notice: doneNotice(context, {
      followed: 'You are told when something is learnt about this sort of problem',
      unfollowed: 'You are not told of this any more',
    }),
    actions: [{ text: 'Reviews of policy', href: REVIEWS }],
    body: (
      <>
        <FilterBar action={TACTICS_HREF} values={filter} {...(filtered && { clearHref: TACTICS_HREF })}>
          <SelectField name="type" label="Sort of problem" placeholder="Any" options={choicesOf(PROBLEM_TYPES)} />
          <SelectField name="effect" label="Research found" placeholder="Anything" options={choicesOf(EFFECTS)} />
        </FilterBar>
        <TacticsTable model={model} filtered={filtered} />
        <p class="govuk-body">
          How sure research is comes from knowledge and was not verified; which way an effect goes was verified where
          the mark says “seen”. That a plan used a tactic and ended well does not say that the tactic did it.
        </p>
        {filter.type !== null && <Learnt model={model} type={filter.type} context={context} />}
        {filter.type === null && <Followed model={model} />}
      </>
    ),
  }
}

function TacticsTable({ model: { tactics }, filtered }: { readonly model: Model; readonly filtered: boolean }) {
  return (
    <DataTable
      caption="Tactics"
      captionHidden
      rows={tactics}
      empty={
        <EmptyState title="No tactic is like this">
          {filtered ? <Link href={TACTICS_HREF}>Show all of the library</Link> : 'The library is empty.'}
        </EmptyState>
      }
      columns={[
        {
          header: 'Tactic',
          cell: ({ code, name, target }) => (
            <>
              <Link href={tacticHref(code)}>{name}</Link>
              <span class="fp-second">Against: {target}</span>
            </>
          ),
        },
        { header: 'Research found', cell: (tactic) => <EffectTag tactic={tactic} /> },
        { header: 'How sure', cell: surenessWords, nowrap: true },
        { header: 'Mark', cell: markWords },
        { header: 'Our own plans', cell: ({ own }) => ownWords(own) },
      ]}
    />
  )
}

interface LearntProps {
  readonly model: Model
  readonly type: ProblemType
  readonly context: PageContext
}

/** Of one sort of problem: what closed plans taught, which policies rest on what, and being told of more. */
function Learnt({ model: { lessons, reviews, followed }, type, context }: LearntProps) {
  const follows = followed.includes(type)
  return (
    <>
      <h2>What our own plans taught: {PROBLEM_TYPES[type].toLowerCase()}</h2>
      <DataTable
        caption="Lessons"
        captionHidden
        rows={lessons}
        empty={
          <EmptyState title="Nothing was learnt yet that you may read">
            When a plan of this sort closes and is shared, what it taught stands here.
          </EmptyState>
        }
        columns={[
          {
            header: 'Plan',
            cell: ({ plan, reference, title }) => {
              const words = `${reference} ${title}`
              return plan === null ? words : <Link href={`/prevent/problems/${plan}`}>{words}</Link>
            },
          },
          { header: 'Area', cell: ({ areaName }) => areaName },
          { header: 'Ended', nowrap: true, cell: ({ closedOn }) => shortDayWithYear(closedOn) },
          { header: 'How', cell: ({ outcome, held }) => `${OUTCOMES[outcome]}; ${HELD[held]}` },
          { header: 'What was learnt', cell: ({ words }) => words },
        ]}
      />
      <h2>Reviews of policy: {PROBLEM_TYPES[type].toLowerCase()}</h2>
      <ReviewsTable
        reviews={reviews}
        today={londonDateAt(context.now)}
        empty={
          <EmptyState title="No policy on this was reviewed yet">
            <Link href={REVIEWS}>See all reviews of policy</Link>
          </EmptyState>
        }
      />
      <Form
        action={`${TACTICS_HREF}/${follows ? 'unfollow' : 'follow'}`}
        csrf={context.csrf}
        idempotencyKey={context.key}
      >
        <HiddenField name="type" value={type} />
        <FormActions submit={follows ? 'Do not tell me any more' : 'Tell me what is learnt about this'} />
      </Form>
    </>
  )
}

/** What the reader is told of; each opens what is known of it. */
function Followed({ model: { followed } }: { readonly model: Model }) {
  return (
    <>
      <h2>What you are told of</h2>
      {followed.length === 0 ? (
        <p class="govuk-body">Choose a sort of problem above to be told when something is learnt about it.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {followed.map((type) => (
            <li>
              <Link href={address(TACTICS_HREF, { type })}>{PROBLEM_TYPES[type]}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const typeChosen = (input: { readonly type: ProblemType }, done: string) =>
  address(TACTICS_HREF, { type: input.type, done })

export const tacticsRoutes = [
  tacticsPage,
  form({
    path: `${TACTICS_HREF}/follow`,
    command: followType,
    page: tacticsPage,
    next: (output) => typeChosen(output, 'followed'),
  }),
  form({
    path: `${TACTICS_HREF}/unfollow`,
    command: unfollowType,
    page: tacticsPage,
    next: (output) => typeChosen(output, 'unfollowed'),
  }),
]
