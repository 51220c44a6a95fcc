import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import type { Content } from '#ui/govuk/options.ts'
import { count } from '#ui/words/numbers.ts'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { candidateHref, problemHref } from '../../addresses.ts'
import { CANDIDATE_STATES, type CandidateView } from '../../queries/candidate-model.ts'
import { PATTERN_KINDS } from '../../patterns/pattern.ts'
import { patternTitle, patternWhy } from '../../rules/pattern-words.ts'

/** Patterns, one a row: what and where, why it is shown, what became of it. */
export function CandidatesTable({
  candidates,
  empty,
}: {
  readonly candidates: readonly CandidateView[]
  readonly empty: Content
}) {
  return (
    <DataTable
      caption="Patterns"
      captionHidden
      rows={candidates}
      empty={empty}
      columns={[
        {
          header: 'Pattern',
          cell: (candidate) => (
            <>
              <Link href={candidateHref(candidate.id)}>{patternTitle(candidate)}</Link>
              <span class="fp-second">
                {PATTERN_KINDS[candidate.kind]} · {candidate.areaName}
              </span>
            </>
          ),
        },
        { header: 'Rows', align: 'number', cell: ({ rows }) => count(rows) },
        { header: 'Why it is shown', cell: patternWhy },
        { header: 'Since', nowrap: true, cell: ({ firstOn }) => shortDayWithYear(firstOn) },
        { header: 'State', cell: state },
      ]}
    />
  )
}

function state({ state: at, plan, reason, decidedBy }: CandidateView) {
  const by = decidedBy === null ? '' : ` by ${decidedBy}`
  return (
    <>
      {CANDIDATE_STATES[at]}
      {at === 'open' ? '' : by}
      {plan !== null && (
        <span class="fp-second">
          <Link href={problemHref(plan.id)}>{plan.title}</Link>
        </span>
      )}
      {reason !== null && <span class="fp-second">{at === 'open' ? `Said before: ${reason}` : reason}</span>}
    </>
  )
}
