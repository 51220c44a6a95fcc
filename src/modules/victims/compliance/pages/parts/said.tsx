import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { count } from '#ui/words/numbers.ts'
import { QUESTIONS } from '../../rules/feedback.ts'
import type { Said as SaidModel } from '../../queries/said.ts'
import { countWords } from './cell.tsx'

/** What victims said who were drawn by lot, of the whole force. */
export function Said({ said }: { readonly said: SaidModel | null }) {
  if (said === null || said.drawn === 0)
    return (
      <EmptyState title="Nobody was drawn to be called back">
        A sergeant draws some of those whom the team told something in a month; what they say stands here.
      </EmptyState>
    )
  return (
    <>
      <p class="govuk-body">
        Whole force. Of {count(said.drawn)} drawn by lot among those told something in these months, {count(said.asked)}{' '}
        were asked. Those whom somebody chose to ask are not counted.
      </p>
      <DataTable
        caption="What victims said"
        captionHidden
        rows={said.questions}
        empty={null}
        columns={[
          { header: 'Asked', cell: ({ question }) => QUESTIONS[question] },
          { header: 'Yes', align: 'number', cell: ({ yes }) => countWords(yes) },
          { header: 'No', align: 'number', cell: ({ no }) => countWords(no) },
          { header: 'Not sure', align: 'number', cell: ({ unsure }) => countWords(unsure) },
        ]}
      />
    </>
  )
}
