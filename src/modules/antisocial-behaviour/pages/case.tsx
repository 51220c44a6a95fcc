import { DueTime } from '#kernel/duties/time-cell.tsx'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { ActionsTable } from '#kernel/records/pages/actions.tsx'
import { headActions, HeadDetails } from '#kernel/records/pages/head.tsx'
import { RecordTimeline } from '#kernel/records/pages/timeline.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { DONE_ON_RECORD } from '#kernel/web/parts/record-done.ts'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid, CardRows } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { plural } from '#ui/words/numbers.ts'
import { caseHref, CASES } from '../addresses.ts'
import type { CasePageModel } from '../queries/case-model.ts'
import { openCase } from '../queries/open-case.ts'
import { CATEGORIES, categoryWord, OUTCOMES, TYPES } from '#kernel/antisocial-behaviour/lists.ts'
import { actsOn } from '../rules/acts.ts'
import { CaseReview } from './parts/review.tsx'
import { Powers } from './parts/powers.tsx'
import { RiskCard } from './parts/risk-card.tsx'

export const casePage = page({ path: `${CASES}/:id`, query: openCase, view: caseView })

const DONE = {
  ...DONE_ON_RECORD,
  started: 'Case opened',
  linked: 'Incident linked',
  assessed: 'Risk assessed: its review is owed from now',
  reviewed: 'Risk reviewed',
  chosen: 'Power chosen: you are told before it runs out',
  breached: 'Breach written down',
  'power-ended': 'Power ended',
  applied: 'Application entered: acknowledge it within two working days',
  acknowledged: 'Acknowledged',
  recommended: 'Recommendation added: it is an action of the case',
  held: 'Review written down: tell them the outcome',
  told: 'Told in writing',
  appealed: 'Appeal entered: somebody else decides on it',
  closed: 'Case ended',
} as const

function caseView(model: CasePageModel, context: PageContext): View {
  const { parts, detail } = model
  const { head } = parts
  const closed = head.closedAt !== null
  const all = [head, ...parts.actions]
  return {
    section: 'prevent',
    title: head.title,
    lead: `${CATEGORIES[detail.category]}. ${TYPES[detail.type]}, ${detail.place}`,
    marking: all.some(({ marking }) => marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    back: { href: CASES, text: 'Anti-social behaviour' },
    notice: doneNotice(context, DONE),
    actions: [
      ...actsOn(detail, closed, context.reader.roles).map(({ text, path }) => ({
        text,
        href: `${caseHref(head.id)}/${path}`,
      })),
      ...headActions(head),
    ],
    body: (
      <>
        {detail.outcome !== null && <InsetText>{`Ended: ${OUTCOMES[detail.outcome]}.`}</InsetText>}
        <CardGrid columns={3}>
          <RiskCard model={model} />
          <Card title="Whom it harms">
            <Harmed model={model} />
          </Card>
          <Card title="Owed on it">
            <Owed model={model} now={context.now} />
          </Card>
        </CardGrid>
        <CaseReview review={detail.review} />
        <h2>Powers</h2>
        <Powers powers={detail.powers} now={context.now} />
        <h2>Incidents</h2>
        <Incidents model={model} />
        <h2>Actions</h2>
        <ActionsTable actions={parts.actions} context={context} head={head} />
        <CardGrid columns="wide-narrow">
          <Card title="Timeline">
            <RecordTimeline
              head={head}
              timeline={parts.timeline}
              context={context}
              olderHref={(after) => `${caseHref(head.id)}?after=${after}`}
            />
          </Card>
          <Card title="This case">
            <HeadDetails head={head} />
          </Card>
        </CardGrid>
      </>
    ),
  }
}

/** Who, where the reader may open them; and whether they told of it before. */
function Harmed({ model: { detail, before } }: { readonly model: CasePageModel }) {
  const { who, partyKnown, hate } = detail
  if (!partyKnown) return <p class="govuk-body">A community or a place, and nobody by name.</p>
  if (who === null) return <p class="govuk-body">Somebody whom you may not open.</p>
  return (
    <Definition
      of={[
        ['Who', <Link href={partyHref(who.kind, who.id)}>{who.label}</Link>],
        [
          'Before',
          before === null || before.cases + before.incidents === 0
            ? 'nothing else that you may open'
            : `${plural(before.cases, 'other case')}; told of or hit by ${plural(before.incidents, 'incident')} of anti-social behaviour in 12 months`,
        ],
        ['Hate', hate && 'It aims at who they are: record a hate incident or crime as well'],
      ]}
    />
  )
}

function Owed({ model: { duties }, now }: { readonly model: CasePageModel; readonly now: Date }) {
  if (duties.length === 0) return <p class="govuk-body">Nothing is owed on it.</p>
  return (
    <CardRows
      rows={duties.map(({ id, title, dueAt }) => ({
        text: <Link href={`/work/duties/${id}`}>{title.split(':')[0] ?? title}</Link>,
        note: <DueTime dueAt={dueAt} now={now} />,
      }))}
    />
  )
}

function Incidents({ model: { incidents } }: { readonly model: CasePageModel }) {
  return (
    <DataTable
      caption="Incidents"
      captionHidden
      rows={incidents}
      empty={
        <EmptyState title="No incident is linked">
          Link what was reported, by its number: reports that qualify are counted for a case review.
        </EmptyState>
      }
      columns={[
        {
          header: 'Incident',
          cell: ({ id, reference }) => <Link href={`/prevent/occurrences/${id}`}>{reference ?? `Incident ${id}`}</Link>,
        },
        { header: 'Type', cell: ({ type }) => TYPES[type] },
        { header: 'Category', cell: ({ category }) => categoryWord(category) },
        { header: 'Where', cell: ({ place }) => (place === '' ? 'no place' : place) },
        { header: 'Month', cell: ({ month }) => month, nowrap: true },
      ]}
    />
  )
}
