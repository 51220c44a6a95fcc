import type { ComponentChildren } from 'preact'
import { percentChange } from '#calculations/evaluation/counts.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { count } from '#ui/words/numbers.ts'
import type { EvaluationResult } from '../../queries/evaluation-model.ts'
import { VERDICT_WORDS } from '../../rules/evaluation-words.ts'
import { VERDICT_STATE } from './states.tsx'

interface Row {
  readonly what: string
  readonly areas: string
  readonly pair: { readonly before: number; readonly after: number } | null
  readonly says: ComponentChildren
}

/** Counts of the three groups, and beside each what it is for. */
export function EvaluationTable({ result }: { readonly result: EvaluationResult }) {
  const { treated, comparison, ring } = result
  const rows: readonly Row[] = [
    {
      what: 'Where it was done',
      areas: treated.areas.join(', '),
      pair: treated,
      says: <StateTag state={VERDICT_STATE[result.verdict]}>{VERDICT_WORDS[result.verdict]}</StateTag>,
    },
    {
      what: 'Elsewhere',
      areas: comparison?.areas.join(', ') ?? 'none chosen',
      pair: comparison,
      says: comparison === null ? 'Nothing to set it against.' : 'What happened without it.',
    },
    {
      what: 'Around it',
      areas: ring?.areas.join(', ') ?? 'none chosen',
      pair: ring,
      says: result.displacement,
    },
    { what: 'Harm', areas: 'Cambridge Crime Harm Index', pair: null, says: result.harm },
  ]
  return (
    <DataTable
      caption="Counts before and after"
      captionHidden
      rows={rows}
      empty={null}
      columns={[
        {
          header: 'Which',
          cell: ({ what, areas }) => (
            <>
              {what}
              <span class="fp-second">{areas}</span>
            </>
          ),
        },
        { header: 'Before', align: 'number', cell: ({ pair }) => (pair === null ? '–' : count(pair.before)) },
        { header: 'After', align: 'number', cell: ({ pair }) => (pair === null ? '–' : count(pair.after)) },
        { header: 'Change', align: 'number', cell: ({ pair }) => (pair === null ? '–' : changeWords(pair)) },
        { header: 'What it says', cell: ({ says }) => says },
      ]}
    />
  )
}

function changeWords(pair: { readonly before: number; readonly after: number }): string {
  const change = percentChange(pair)
  if (change === undefined) return 'none before'
  const rounded = Math.round(change)
  return rounded > 0 ? `+${rounded}%` : `${String(rounded).replace('-', '−')}%`
}
