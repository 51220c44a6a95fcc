import type { PageContext } from '#platform/http/routes.ts'
import { Alert } from '#ui/moj/alert.tsx'
import { timeAndDay } from '#ui/words/dates.ts'
import type { Visit } from '../../visits/visit-row.ts'

interface VisitBannerProps {
  readonly visit: Visit | null
  readonly context: Pick<PageContext, 'reader'>
}

/** Who sees what, until when; or that one of the force looks at what an inspector would be shown. */
export function VisitBanner({ visit, context: { reader } }: VisitBannerProps) {
  if (visit === null)
    return (
      <Alert title="What an inspector is shown, as you may read it">
        This is the page of a visiting inspector, as far as you may read: what they see follows from their own
        clearance.
      </Alert>
    )
  return (
    <Alert title={`You visit until ${timeAndDay(visit.endsAt)}`} showTitleAsHeading>
      {reader.name} reads what is open at {visit.clearance}, for “{visit.purpose}”. Nothing can be changed here.
      Everything that is opened is kept on the visit’s own page, which {visit.invitedBy} and auditors read.
      {visit.frozenAt !== null && ` The figures were frozen at ${timeAndDay(visit.frozenAt)}.`}
    </Alert>
  )
}
