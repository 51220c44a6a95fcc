import { keysOf } from '#platform/edge.ts'
import { Details } from '#ui/govuk/details.tsx'
import { FINDING_RULES } from '../../rules/rules.ts'

const MARKS = {
  seen: 'seen in a source',
  inferred: 'inferred from other reports',
  unverified: 'not checked with its source',
  default: 'a setting of this product',
} as const

/** The rules by which a finding is followed, with where each comes from. */
export function RulesList() {
  return (
    <Details summaryText="By which rules">
      <ul class="govuk-list govuk-list--bullet">
        {keysOf(FINDING_RULES).map((code) => {
          const { title, authority, mark } = FINDING_RULES[code]
          return (
            <li>
              {code} {title} ({authority}; {MARKS[mark]})
            </li>
          )
        })}
      </ul>
    </Details>
  )
}
