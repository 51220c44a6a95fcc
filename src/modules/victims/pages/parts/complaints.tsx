import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { complaintHref } from '../../addresses.ts'
import type { ComplaintView } from '../../queries/rights-model.ts'

interface Props {
  readonly victim: string
  readonly complaints: readonly ComplaintView[]
  readonly works: boolean
}

/** Complaints of the service that the code owes, the latest first. */
export function Complaints({ victim, complaints, works }: Props) {
  return (
    <>
      {complaints.map((complaint) => (
        <section>
          <p>
            <StateTag state={complaint.answeredAt === null && !complaint.voided ? 'slipping' : 'holding'}>
              complaint: {standingOf(complaint)}
            </StateTag>
          </p>
          <ComplaintFacts complaint={complaint} />
          {works && complaint.answeredAt === null && !complaint.voided && (
            <p class="govuk-body">
              <Link href={`${complaintHref(victim, complaint.id)}/answer`}>Acknowledge or answer it</Link>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

function standingOf({ voided, answeredAt, acknowledgedAt }: ComplaintView): string {
  if (voided) return 'did not happen'
  if (answeredAt !== null) return 'answered'
  return acknowledgedAt === null ? 'not acknowledged yet' : 'acknowledged'
}

export function ComplaintFacts({ complaint }: { readonly complaint: ComplaintView }) {
  const { receivedOn, words, acknowledgedAt, answeredAt, answer } = complaint
  return (
    <Definition
      of={[
        ['Came', dayWithYear(receivedOn)],
        ['Of what', words],
        ['Acknowledged', acknowledgedAt !== null && <Time instant={acknowledgedAt} />],
        ['Answered', answeredAt !== null && <Time instant={answeredAt} />],
        ['Answer', answer],
      ]}
    />
  )
}
