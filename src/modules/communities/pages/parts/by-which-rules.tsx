import { keysOf } from '#platform/edge.ts'
import { Details } from '#ui/govuk/details.tsx'
import { communityDutyRules } from '../../duties/duty-rules.ts'
import { COMMUNITY_RULES } from '../../rules/rules.ts'

const MARKS = {
  seen: 'seen in a source',
  unverified: 'not checked with its source',
  default: 'a setting of this product',
} as const

export function ByWhichRules() {
  return (
    <Details summaryText="By which rules">
      <ul class="govuk-list govuk-list--bullet">
        {keysOf(COMMUNITY_RULES).map((code) => {
          const { title, authority, mark } = COMMUNITY_RULES[code]
          return (
            <li>
              {code} {title} ({authority}; {MARKS[mark]})
            </li>
          )
        })}
        {communityDutyRules.map(({ code, title, authority, mark }) => (
          <li>
            {code} {title} ({authority}; {MARKS[mark]})
          </li>
        ))}
      </ul>
    </Details>
  )
}
