import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { ActionsTable } from '#kernel/records/pages/actions.tsx'
import { EvidenceTable } from '#kernel/records/pages/evidence.tsx'
import { headActions, HeadDetails } from '#kernel/records/pages/head.tsx'
import { RecordTimeline } from '#kernel/records/pages/timeline.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { DONE_ON_RECORD } from '#kernel/web/parts/record-done.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { dayOf, dayWithYear } from '#ui/words/dates.ts'
import { evaluationHref, problemHref, PROBLEMS } from '../addresses.ts'
import { openPlan, type PlanPageModel } from '../queries/open-plan.ts'
import { OUTCOMES, PLACE_TYPES, PROBLEM_TYPES, SOURCES } from '../reference/lists.ts'
import { actsOn } from '../rules/acts-on.ts'
import { mayBeEvaluated } from '../rules/pop15-evaluable.ts'
import { isWorked, STAGES, type Stage, type Worked } from '../rules/pop05-stages.ts'
import { isOneOf, WORKERS } from '../workers.ts'
import { CandidatesTable } from './parts/candidates-table.tsx'
import { Owed } from './parts/owed.tsx'
import { Checks, Quality } from './parts/quality.tsx'
import { Responses } from './parts/responses.tsx'
import { SolvedBefore } from './parts/similar.tsx'
import { Stages } from './parts/stages.tsx'

export const problemPage = page({ path: `${PROBLEMS}/:id`, query: openPlan, view: problemView })

const DONE = {
  ...DONE_ON_RECORD,
  proposed: 'Problem proposed: a supervisor accepts it, or says why not',
  accepted: 'Accepted: the objective comes first',
  rejected: 'Rejected',
  objective: 'Objective saved',
  scanning: 'Scanning saved',
  analysis: 'Analysis saved',
  hypothesis: 'Hypothesis added',
  judged: 'What was found is saved',
  response: 'Response added: it is to be approved',
  approved: 'Response approved',
  assessed: 'Assessment saved',
  advanced: 'On to the next stage',
  back: 'Back to the analysis',
  held: 'On hold: its clocks stand still',
  resumed: 'It goes on',
  reviewed: 'Saved: the next is owed from now',
  scored: 'Assessment of quality saved',
  'closing-proposed': 'Proposed to close it: somebody of rank decides',
  'kept-open': 'Not closed yet',
  closed: 'Closed',
  checked: 'Check saved',
  reopened: 'Opened again',
} as const

function problemView(model: PlanPageModel, context: PageContext): View {
  const { parts, plan, stage } = model
  const { head } = parts
  const works = isOneOf(context.reader.roles, WORKERS)
  const act = (path: string) => `${problemHref(head.id)}/${path}`
  return {
    section: 'prevent',
    title: head.title,
    lead: `${STAGES[stage]}. ${PROBLEM_TYPES[plan.problemType]}, ${plan.place} (${PLACE_TYPES[plan.placeType].toLowerCase()}), from ${SOURCES[plan.source]}`,
    marking: markingOf(model),
    back: { href: PROBLEMS, text: 'Problems' },
    notice: doneNotice(context, DONE),
    actions: [
      ...(works ? actsOn(model, context.reader.roles).map(({ text, path }) => ({ text, href: act(path) })) : []),
      ...(mayBeEvaluated(stage) ? [{ text: 'Did it make a difference?', href: evaluationHref(head.id) }] : []),
      ...headActions(head),
    ],
    body: (
      <>
        <Waiting model={model} />
        <CardGrid columns="wide-narrow">
          <Next model={model} works={works} />
          <Card title="Owed on it">
            <Owed duties={model.duties} title={model.parts.head.title} today={londonDateAt(context.now)} />
          </Card>
        </CardGrid>
        <Stages model={model} />
        <h2>Responses</h2>
        <Responses model={model} />
        <h2>Actions</h2>
        <ActionsTable actions={parts.actions} context={context} head={head} />
        <SolvedBefore similar={model.similar} />
        {model.candidates.length > 0 && (
          <>
            <h2>Patterns that it works on</h2>
            <CandidatesTable candidates={model.candidates} empty="" />
          </>
        )}
        <h2>Evidence</h2>
        <EvidenceTable evidence={parts.evidence} head={head} />
        <CardGrid columns="wide-narrow">
          <Card title="Timeline">
            <RecordTimeline
              head={head}
              timeline={parts.timeline}
              context={context}
              olderHref={(after) => `${problemHref(head.id)}?after=${after}`}
            />
          </Card>
          <CardGrid columns={2}>
            <Checks model={model} />
            <Quality quality={model.quality} />
            <Card title="This plan">
              <HeadDetails head={head} />
            </Card>
          </CardGrid>
        </CardGrid>
      </>
    ),
  }
}

/** The highest of anything on the page. */
function markingOf({ parts: { head, actions, evidence }, candidates }: PlanPageModel) {
  const all = [head, ...actions, ...evidence, ...candidates].map(({ marking }) => marking)
  return all.includes('OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'
}

const STANDS_STILL = {
  proposed: 'A supervisor accepts it, or rejects it with the reason.',
  'on-hold': 'It is on hold. Its clocks stand still until it goes on.',
  closed: 'It has ended.',
  rejected: 'It was rejected. Why stands on the timeline.',
} as const satisfies Record<Exclude<Stage, Worked>, string>

/** What this stage still needs, and how to go on. */
function Next({ model, works }: { readonly model: PlanPageModel; readonly works: boolean }) {
  const { stage, missing, parts } = model
  const now = isWorked(stage) ? null : STANDS_STILL[stage]
  return (
    <Card title="What is next" over={STAGES[stage]} state={missing.length > 0 ? 'slipping' : undefined}>
      {now !== null && <p class="govuk-body">{now}</p>}
      {now === null && missing.length === 0 && (
        <p class="govuk-body">
          All that this stage needs is there.{' '}
          {works && stage !== 'assessment' && (
            <Link href={`${problemHref(parts.head.id)}/advance`}>Go on to the next stage</Link>
          )}
        </p>
      )}
      {missing.length > 0 && (
        <>
          <p class="govuk-body">Before the next stage it needs:</p>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map((each) => (
              <li>{each}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

/** Somebody must decide on its end, or its end is known. */
function Waiting({ model: { plan, stage, parts } }: { readonly model: PlanPageModel }) {
  if (plan.outcome === null) return null
  const { closedAt } = parts.head
  const words =
    stage === 'closed' && closedAt !== null
      ? `Closed ${dayWithYear(dayOf(closedAt))}: ${OUTCOMES[plan.outcome]}. ${plan.outcomeReason ?? ''}`
      : `${plan.closeProposedBy ?? 'Somebody'} proposes to close it: ${OUTCOMES[plan.outcome]}. ${plan.outcomeReason ?? ''}`
  return <InsetText>{words}</InsetText>
}
