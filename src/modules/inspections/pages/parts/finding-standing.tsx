import { Card } from '#ui/blocks/card.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import type { FindingView } from '../../queries/open-finding.ts'
import { INSPECTORATE_STATUSES } from '../../rules/fnd05-inspectorate.ts'
import { STAGES } from '../../rules/fnd04-stages.ts'
import { colourState, ColourTag, FreshnessTag } from './states.tsx'

/** The colour with everything that it follows from, and the two statuses apart from it. */
export function FindingStanding({ finding }: { readonly finding: FindingView }) {
  const { colour, reasons, evidence, detail, stage, inspectorate } = finding
  return (
    <Card title="How it stands" state={colourState(colour)}>
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
      <p>
        The force says: <strong>{STAGES[stage]}</strong>. The inspectorate says:{' '}
        <strong>{INSPECTORATE_STATUSES[inspectorate]}</strong>.
      </p>
    </Card>
  )
}
