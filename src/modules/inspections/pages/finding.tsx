import type { Measures } from '#kernel/measures/registry.ts'
import { ActionsTable } from '#kernel/records/pages/actions.tsx'
import { EvidenceTable } from '#kernel/records/pages/evidence.tsx'
import { headActions } from '#kernel/records/pages/head.tsx'
import { RecordTimeline } from '#kernel/records/pages/timeline.tsx'
import { page, type View } from '#kernel/web/view.ts'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { DONE_ON_RECORD } from '#kernel/web/parts/record-done.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { findingHref, FINDINGS } from '../addresses.ts'
import { KINDS } from '../queries/finding-model.ts'
import { openFinding, type FindingPageModel } from '../queries/open-finding.ts'
import { lifeWords } from '../rules/fnd10-lives.ts'
import { writes } from '../writers.ts'
import { Claims } from './parts/claims.tsx'
import { FindingFacts } from './parts/finding-facts.tsx'
import { FindingStanding } from './parts/finding-standing.tsx'
import { LinkedMeasures } from './parts/linked-measures.tsx'
import { ReportWords } from './parts/report-words.tsx'
import { TrackerLines } from './parts/tracker-lines.tsx'

export const findingPage = (measures: Measures) =>
  page({ path: `${FINDINGS}/:id`, query: openFinding(measures), view: findingView })

const DONE = {
  ...DONE_ON_RECORD,
  answered: 'Answer saved',
  due: 'Date set',
  linked: 'Measure linked',
  unlinked: 'Measure taken off',
  unmeasurable: 'Reason saved',
  claimed: 'Claim saved',
  'claim-withdrawn': 'Claim taken back',
  reviewed: 'Looked at again: the next time is in a month',
  tracked: 'Line of the tracker saved',
} as const

function findingView(finding: FindingPageModel, context: PageContext): View {
  const { parts, detail, inspection } = finding
  const may = writes(context.reader.roles)
  return {
    section: 'effectiveness',
    title: finding.title,
    lead: `${KINDS[finding.kind]}${finding.urgent ? ', urgent' : ''} of ${inspection.force}, ${inspection.year}, ${inspection.pillar}, question ${finding.question.number}`,
    marking: markingOf(finding),
    back: { href: FINDINGS, text: 'Findings' },
    notice: doneNotice(context, DONE),
    actions: [...(may ? actsOn(finding) : []), ...headActions(parts.head)],
    body: (
      <>
        <Overridden finding={finding} />
        <CardGrid columns={2}>
          <FindingStanding finding={finding} />
          <ReportWords finding={finding} />
        </CardGrid>
        <h2>Measured by</h2>
        <LinkedMeasures finding={finding} may={may} />
        <h2>Plan</h2>
        <ActionsTable actions={parts.actions} context={context} head={parts.head} />
        <h2>Evidence</h2>
        <EvidenceTable evidence={parts.evidence} head={parts.head} />
        <CardGrid columns="wide-narrow">
          <Card title="Timeline">
            <RecordTimeline
              head={parts.head}
              timeline={parts.timeline}
              context={context}
              olderHref={(after) => `${findingHref(finding.id)}?after=${after}`}
            />
          </Card>
          <CardGrid columns={2}>
            <Claims claims={detail.claims} />
            <TrackerLines lines={detail.tracker} lead={detail.life === null ? null : lifeWords(detail.life)} />
            <FindingFacts finding={finding} context={context} />
          </CardGrid>
        </CardGrid>
      </>
    ),
  }
}

/** The highest of anything on the page: its own, its actions', its evidence's. */
function markingOf({ marking, parts }: FindingPageModel): FindingPageModel['marking'] {
  const all = [marking, ...parts.actions.map((one) => one.marking), ...parts.evidence.map((one) => one.marking)]
  return all.includes('OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'
}

function actsOn({ id, claim, due }: FindingPageModel) {
  const act = (text: string, path: string) => ({ text, href: `${findingHref(id)}/${path}` })
  return [
    act('Answer', 'answer'),
    act('Link a measure', 'link'),
    ...(due === null ? [act('Set a date', 'due')] : []),
    claim === 'none' ? act('Claim as met', 'claim') : act('Take the claim back', 'withdraw'),
    act('Look at it again', 'review'),
    act('Enter what the tracker says', 'track'),
  ]
}

/** That it was claimed against what is shown stays for ever, also when the claim was taken back. */
function Overridden({ finding: { everOverridden, claim } }: { readonly finding: FindingPageModel }) {
  if (!everOverridden) return null
  return (
    <WarningText>
      {claim === 'overridden' ? 'It is' : 'It was once'} claimed as met against what its measures and evidence show. Who
      did so and why stands below.
    </WarningText>
  )
}
