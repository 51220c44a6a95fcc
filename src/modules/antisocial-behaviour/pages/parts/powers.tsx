import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { daysLeft, shortDayWithYear } from '#ui/words/dates.ts'
import { count } from '#ui/words/numbers.ts'
import type { PowerView } from '../../queries/case-model.ts'
import { POWERS } from '#kernel/antisocial-behaviour/powers.ts'

/** What was chosen, in the order of choosing: how the test is met, until when, how it stands. */
export function Powers({ powers, now }: { readonly powers: readonly PowerView[]; readonly now: Date }) {
  const today = londonDateAt(now)
  return (
    <DataTable
      caption="Powers"
      captionHidden
      rows={powers}
      empty={
        <EmptyState title="No power was chosen">
          Begin low on the ladder: advice, a warning, a contract. Each power says which test it needs.
        </EmptyState>
      }
      columns={[
        {
          header: 'Power',
          cell: ({ power, issuedBy }) => (
            <>
              {POWERS[power].name}
              <span class="fp-second">{issuedBy}</span>
            </>
          ),
        },
        {
          header: 'How its test is met',
          cell: ({ test, evidence }) => (
            <>
              {test}
              <span class="fp-second">Evidence: {evidence}</span>
            </>
          ),
        },
        { header: 'Why this one', cell: ({ reason }) => reason },
        {
          header: 'From and until',
          cell: ({ startsOn, until }) => `${shortDayWithYear(startsOn)} to ${shortDayWithYear(until)}`,
        },
        {
          header: 'State',
          phoneLabel: false,
          cell: ({ endedOn, endedReason, until }) =>
            endedOn !== null ? (
              <>
                <StateTag state="too-few">ended {shortDayWithYear(endedOn)}</StateTag>
                <span class="fp-second">{endedReason}</span>
              </>
            ) : (
              <StateTag state={until < today ? 'not-held' : 'holding'}>{daysLeft(until, today)}</StateTag>
            ),
        },
        { header: 'Breaches', align: 'number', cell: ({ breaches }) => count(breaches) },
      ]}
    />
  )
}
