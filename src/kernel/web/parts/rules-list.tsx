import { Details } from '#ui/govuk/details.tsx'
import type { SourcedRule } from '../../organisation/rules/rule.ts'

const MARKS: Readonly<Record<SourcedRule['mark'], string>> = {
  seen: 'seen in a source',
  inferred: 'inferred from other sources',
  unverified: 'not checked with its source',
  default: 'a setting of this product',
}

/** The rules that a page goes by, by code, with where each comes from. */
export function RulesList({ rules }: { readonly rules: Readonly<Record<string, SourcedRule>> }) {
  return (
    <Details summaryText="By which rules">
      <ul class="govuk-list govuk-list--bullet">
        {Object.entries(rules).map(([code, { title, authority, mark }]) => (
          <li>
            {code} {title} ({authority}; {MARKS[mark]})
          </li>
        ))}
      </ul>
    </Details>
  )
}
