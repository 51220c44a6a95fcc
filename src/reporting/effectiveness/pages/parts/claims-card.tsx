import { Link } from '#kernel/web/parts/definition.tsx'
import { findingHref, FreshnessTag } from '#modules/inspections/index.ts'
import { Card, CardRows } from '#ui/blocks/card.tsx'
import type { QuestionStanding } from '../../facts/question-standing.ts'

/** What we would have to prove on this question, each with what the freshest evidence behind it is worth. */
export function ClaimsCard({ claims }: Pick<QuestionStanding, 'claims'>) {
  return (
    <Card title="What we claim, and what it rests on" id="claims">
      {claims.length === 0 ? (
        <p class="fp-soft">
          Nothing is claimed: no grade of ours, no strength, no finding that we say is met. There is nothing to prove
          yet.
        </p>
      ) : (
        <CardRows
          rows={claims.map(({ words, backing, finding }) => ({
            text: finding === null ? words : <Link href={findingHref(finding)}>{words}</Link>,
            note: <FreshnessTag freshness={backing} />,
          }))}
        />
      )}
    </Card>
  )
}
