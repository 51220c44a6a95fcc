import { Link } from '#kernel/web/parts/definition.tsx'
import { Card } from '#ui/blocks/card.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { findingHref } from '../../addresses.ts'
import { KINDS } from '../../queries/finding-model.ts'
import type { FindingView } from '../../queries/open-finding.ts'

/** What the report says, with the cause of concern that it belongs to, or the recommendations that belong to it. */
export function ReportWords({ finding: { text, detail } }: { readonly finding: FindingView }) {
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
