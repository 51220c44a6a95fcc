import type { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { TACTICS_HREF, tacticHref } from '#kernel/tactics/hrefs.ts'
import { VERDICTS } from '#kernel/tactics/ends.ts'
import { EFFECTS } from '#kernel/tactics/tactic.ts'
import { isKnownToFail } from '#kernel/tactics/tactics.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { openTactic } from '../queries/open-tactic.ts'
import { EffectTag, endWords, heldWords, markWords, surenessWords } from './parts.tsx'
import { ReviewsTable, typeWords } from './reviews-table.tsx'

type Model = z.output<typeof openTactic.output>

export const tacticPage = page({ path: tacticHref(':code'), query: openTactic, view: tacticView })

const UNSAID = 'not said in what we have'

function tacticView({ tactic, uses, reviews }: Model, context: PageContext): View {
  return {
    section: 'prevent',
    title: tactic.name,
    lead: `Against: ${tactic.target}`,
    back: { href: TACTICS_HREF, text: 'What is known to work' },
    body: (
      <>
        {isKnownToFail(tactic) && (
          <WarningText>
            Known to fail ({EFFECTS[tactic.effect]}). In a plan it is chosen by an inspector only, with the reason.
          </WarningText>
        )}
        <CardGrid columns={2}>
          <Card title="What research found">
            <Definition
              of={[
                ['Effect', <EffectTag tactic={tactic} />],
                ['How sure of the effect', `${surenessWords(tactic)} (unverified: from knowledge)`],
                ['Mechanism: how it is to work', tactic.mechanism ?? UNSAID],
                ['Moderators: where, for whom', tactic.moderators ?? UNSAID],
                ['Implementation: what it takes', tactic.implementation ?? UNSAID],
                ['Economics', tactic.costed ? 'reviews report costs and savings' : 'reviews report no costs'],
                ['Mark of the effect’s direction', markWords(tactic)],
                ['Source', tactic.seenIn ?? 'College of Policing, crime reduction toolkit, from knowledge'],
                ['Study beside', tactic.study ?? null],
              ]}
            />
          </Card>
          <OwnResult own={tactic.own} />
        </CardGrid>
        <p class="govuk-body">
          For:{' '}
          {tactic.types.map((type, at) => (
            <>
              {at > 0 && ', '}
              <Link href={address(TACTICS_HREF, { type })}>{typeWords(type).toLowerCase()}</Link>
            </>
          ))}
        </p>
        <h2>Our plans that used it</h2>
        <Uses uses={uses} />
        <h2>Policies that rest on it</h2>
        <ReviewsTable
          reviews={reviews}
          today={londonDateAt(context.now)}
          empty={
            <EmptyState title="No review of policy cites it">
              A review that cites it as evidence stands here.
            </EmptyState>
          }
        />
      </>
    ),
  }
}

function OwnResult({ own }: { readonly own: Model['tactic']['own'] }) {
  return (
    <Card title="What our own plans came to">
      {own.used === 0 ? (
        <p class="govuk-body">No plan that you may know of used it yet.</p>
      ) : (
        <Definition
          of={[
            ['Plans that used it', own.used],
            ['Not ended', own.open],
            ['Problem gone or smaller', own.better],
            ['No difference, or worse', own.notBetter],
            ['Ended otherwise', own.otherwise],
            ['Held when it was checked', own.held],
            ['Did not hold', own.notHeld],
          ]}
        />
      )}
      <p class="govuk-body">
        Counted are plans that you may open, and what others shared with the whole force. A plan does more than one
        thing: this does not say that the tactic did it.
      </p>
    </Card>
  )
}

function Uses({ uses }: Pick<Model, 'uses'>) {
  return (
    <DataTable
      caption="Plans"
      captionHidden
      rows={uses}
      empty={
        <EmptyState title="No plan used it that you may know of">
          When a response of a plan is by this tactic, the plan stands here.
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
        { header: 'Sort of problem', cell: ({ problemType }) => typeWords(problemType) },
        { header: 'Area', cell: ({ areaName }) => areaName },
        {
          header: 'Ended',
          nowrap: true,
          cell: ({ closedOn }) => (closedOn === null ? 'not yet' : shortDayWithYear(closedOn)),
        },
        { header: 'How', cell: endWords },
        { header: 'Its numbers show', cell: ({ verdict }) => (verdict === null ? 'not said' : VERDICTS[verdict]) },
        { header: 'Held', cell: heldWords },
      ]}
    />
  )
}
