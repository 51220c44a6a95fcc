import type { Measures } from '#kernel/measures/registry.ts'
import type { StaffRoute } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { claimMet } from '../../commands/claim-met.ts'
import { trackFinding } from '../../commands/track-finding.ts'
import { withdrawClaim } from '../../commands/withdraw-claim.ts'
import { missingForClaim } from '../../rules/fnd02-claim.ts'
import { rankOf } from '../../rules/fnd03-rank.ts'
import { ENTRY_STATUSES } from '../../rules/fnd05-inspectorate.ts'
import { act, backSaying, Reason, type ActModel } from './act.tsx'

/** Whether it is met: as the force says, and as the inspectorate does. */
export function claimingRoutes(measures: Measures): readonly StaffRoute[] {
  return [
    ...act(
      measures,
      {
        path: 'claim',
        title: 'Is this finding met?',
        submit: 'Claim that it is met',
        fields: claimFields,
      },
      claimMet(measures),
      backSaying('claimed'),
    ),
    ...act(
      measures,
      {
        path: 'withdraw',
        title: 'Take the claim back?',
        lead: 'The claim stays on the page, as taken back',
        submit: 'Take the claim back',
        fields: Reason,
      },
      withdrawClaim,
      backSaying('claim-withdrawn'),
    ),
    ...act(
      measures,
      {
        path: 'track',
        title: 'What does the inspectorate’s tracker say?',
        lead: 'Only the inspectorate changes its status: enter what it wrote, and when',
        submit: 'Save line',
        fields: () => (
          <>
            <RadiosField name="status" label="It says" choices={choicesOf(ENTRY_STATUSES)} />
            <DateField name="on" label="On" hint="The day on the tracker" />
            <TextArea name="words" label="Its words" hint="Needed for a comment" rows={4} optional />
          </>
        ),
      },
      trackFinding,
      backSaying('tracked'),
    ),
  ]
}

function claimFields({ finding }: ActModel, { reader }: PageContext) {
  const missing = missingForClaim({ measures: finding.measures, evidence: finding.evidence.freshness })
  const rank = rankOf(reader.roles)
  return (
    <>
      {missing.length === 0 ? (
        <p>Every linked measure holds its target and the evidence is fresh.</p>
      ) : (
        <>
          <p>This is missing before it can be claimed as met:</p>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map((each) => (
              <li>{each}</li>
            ))}
          </ul>
          {rank === null ? (
            <p>Only a chief officer, or whoever stands above the inspection lead, may claim it all the same.</p>
          ) : (
            <TextArea
              name="reason"
              label="Why it is met all the same"
              hint={`You may claim it as ${rank}. With this reason it shows as claimed against what is shown, for ever`}
              rows={5}
            />
          )}
        </>
      )}
    </>
  )
}
