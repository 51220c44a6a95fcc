import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { count } from '#ui/words/numbers.ts'
import { HELPED_QUESTION, QUESTIONS } from '../../rules/feedback.ts'
import type { Said as SaidModel } from '../../queries/said.ts'
import { countWords } from './cell.tsx'

/** What victims said who were drawn by lot, and of their own pages; of the whole force. */
export function Said({ said }: { readonly said: SaidModel | null }) {
  const drawn = said !== null && said.drawn > 0 ? said : null
  const rows = [
    ...(drawn?.questions.map(({ question, ...answers }) => ({ asked: QUESTIONS[question], ...answers })) ?? []),
    ...(said === null || said.helped === null ? [] : [{ asked: HELPED_QUESTION, ...said.helped }]),
  ]
  if (said === null || rows.length === 0)
    return (
      <EmptyState title="Nobody was drawn to be called back">
        A sergeant draws some of those whom the team told something in a month; what they say stands here, and whether
        their own page helped those who said so on it.
      </EmptyState>
    )
  return (
    <>
      <p class="govuk-body">
        Whole force.{' '}
        {drawn === null
          ? 'Nobody was drawn to be called back.'
          : `Of ${count(drawn.drawn)} drawn by lot among those told something in these months, ${count(drawn.asked)} were asked. Those whom somebody chose to ask are not counted.`}{' '}
        {said.helped !== null && 'What was said on their own page nobody asked them for.'}
      </p>
      <DataTable
        caption="What victims said"
        captionHidden
        rows={rows}
        empty={null}
        columns={[
          { header: 'Asked', cell: ({ asked }) => asked },
          { header: 'Yes', align: 'number', cell: ({ yes }) => countWords(yes) },
          { header: 'No', align: 'number', cell: ({ no }) => countWords(no) },
          { header: 'Not sure', align: 'number', cell: ({ unsure }) => countWords(unsure) },
        ]}
      />
    </>
  )
}
