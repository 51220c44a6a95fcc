import type { Measures } from '#kernel/measures/registry.ts'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { findingHref, FINDINGS, inspectionHref, recommendationHref, withFilters } from '../addresses.ts'
import { KINDS } from '../queries/finding-model.ts'
import { questionKey } from '../queries/list-findings.ts'
import { openFinding, type FindingView } from '../queries/open-finding.ts'
import { ANSWERS } from '../rules/fnd06-answer.ts'
import { INSPECTORATE_STATUSES } from '../rules/fnd05-inspectorate.ts'
import { lifeWords } from '../rules/fnd10-lives.ts'
import { STAGES } from '../rules/fnd04-stages.ts'
import { writes } from '../writers.ts'
import { todayOf } from './findings.tsx'
import { Claims } from './parts/claims.tsx'
import { Definition, Link } from './parts/definition.tsx'
import { doneNotice } from './parts/done-notice.tsx'
import { Due } from './parts/findings-table.tsx'
import { LinkedMeasures } from './parts/linked-measures.tsx'
import { ColourTag, FreshnessTag } from './parts/states.tsx'
import { TrackerLines } from './parts/tracker-lines.tsx'

export const findingPage = (measures: Measures) =>
  page({ path: `${FINDINGS}/:id`, query: openFinding(measures), view: findingView })

const DONE = {
  assigned: 'Given on',
  answered: 'Answer saved',
  due: 'Date set',
  linked: 'Measure linked',
  unlinked: 'Measure taken off',
  unmeasurable: 'Reason saved',
  claimed: 'Claim saved',
  withdrawn: 'Claim taken back',
  tracked: 'Line of the tracker saved',
} as const

function findingView(finding: FindingView, context: PageContext): View {
  const may = writes(context.reader.roles)
  return {
    section: 'effectiveness',
    title: finding.title,
    lead: `${KINDS[finding.kind]}${finding.urgent ? ', urgent' : ''} of ${finding.inspection.force}, ${finding.inspection.year}, ${finding.inspection.pillar}, question ${finding.question.number}`,
    marking: finding.marking,
    back: { href: FINDINGS, text: 'Findings' },
    notice: doneNotice(context, DONE),
    actions: may ? actsOn(finding) : [],
    body: (
      <>
        {finding.everOverridden && (
          <WarningText>
            {finding.claim === 'overridden'
              ? 'It is claimed as met against its measure.'
              : 'It was once claimed as met against its measure.'}{' '}
            Who did so and why stands below.
          </WarningText>
        )}
        <CardGrid columns="wide-narrow">
          <div>
            <Words finding={finding} />
            <LinkedMeasures finding={finding} may={may} />
            <Claims claims={finding.detail.claims} />
          </div>
          <div>
            <Standing finding={finding} />
            <Facts finding={finding} context={context} />
            <TrackerLines
              lines={finding.detail.tracker}
              lead={finding.detail.life === null ? null : lifeWords(finding.detail.life)}
            />
          </div>
        </CardGrid>
      </>
    ),
  }
}

function actsOn({ id, claim, due }: FindingView) {
  const act = (text: string, path: string) => ({ text, href: `${findingHref(id)}/${path}` })
  return [
    act('Answer', 'answer'),
    act('Give to somebody', 'assign'),
    act('Link a measure', 'link'),
    ...(due === null ? [act('Set a date', 'due')] : []),
    claim === 'none' ? act('Claim as met', 'claim') : act('Take the claim back', 'withdraw'),
    act('Enter what the tracker says', 'track'),
  ]
}

function Words({ finding: { text, detail } }: { readonly finding: FindingView }) {
  return (
    <Card title="In the report’s words">
      <InsetText>
        {detail.leadIn !== null && <p>{detail.leadIn}</p>}
        <p>{text}</p>
      </InsetText>
      {detail.parent !== null && (
        <p>
          A recommendation on the {KINDS[detail.parent.kind].toLowerCase()}{' '}
          <Link href={findingHref(detail.parent.id)}>{detail.parent.title}</Link>
        </p>
      )}
      {detail.parts.length > 0 && (
        <>
          <p>Its recommendations:</p>
          <ul class="govuk-list govuk-list--bullet">
            {detail.parts.map((part) => (
              <li>
                <Link href={findingHref(part.id)}>{part.title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {detail.answerReason !== null && <p>Our answer: {detail.answerReason}</p>}
    </Card>
  )
}

/** The colour with everything that it follows from. */
function Standing({ finding: { colour, reasons, evidence, detail } }: { readonly finding: FindingView }) {
  return (
    <Card title="How it stands">
      <p>
        <ColourTag colour={colour} />
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      {detail.unmeasurableReason !== null && <p>Why it cannot be measured: {detail.unmeasurableReason}</p>}
      <p>
        Evidence: <FreshnessTag freshness={evidence.freshness} />
        {evidence.newest !== null && ` of ${dayWithYear(evidence.newest)}`}
      </p>
    </Card>
  )
}

function Facts({ finding, context }: { readonly finding: FindingView; readonly context: PageContext }) {
  const { detail, due, question, inspection, owner, team, answer } = finding
  return (
    <Card title="What is known of it">
      <Definition
        of={[
          ['Reference', <Reference>{finding.reference}</Reference>],
          ['Inspection', <Link href={inspectionHref(inspection.id)}>{`${inspection.force} ${inspection.year}`}</Link>],
          ['Question', <Link href={withFilters(FINDINGS, { question: questionKey(finding) })}>{question.title}</Link>],
          ['The force says', STAGES[finding.stage]],
          ['The inspectorate says', INSPECTORATE_STATUSES[finding.inspectorate]],
          ['Answer', answer !== null && ANSWERS[answer]],
          ['Due', due === null ? detail.dueWords : <Due due={due} today={todayOf(context)} />],
          ['Because the report says', due !== null && detail.dueWords],
          ['Owner', owner !== null && <Link href={`/people/${owner.id}`}>{owner.name}</Link>],
          ['Team', team?.name],
          ['Published', detail.publishedOn !== null && dayWithYear(detail.publishedOn)],
          ['Imported', <Time instant={detail.openedAt} />],
          ['Marking', finding.marking],
          [
            'National',
            detail.national.length > 0 &&
              detail.national.map(({ id, title, number }) => (
                <p>
                  <Link href={recommendationHref(id)}>{title}</Link>
                  {number !== null && ` (${number})`}
                </p>
              )),
          ],
        ]}
      />
    </Card>
  )
}
