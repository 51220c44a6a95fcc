import { DataTable } from '#ui/blocks/data-table.tsx'
import { count } from '#ui/words/numbers.ts'
import type { Reading } from '../../queries/reading-model.ts'

/** What was not read, or is not sure, with its line and what to do about it. */
export function ReadWarnings({ warnings }: { readonly warnings: Reading['warnings'] }) {
  if (warnings.length === 0) return null
  return (
    <DataTable
      caption="Look at these before you save"
      rows={warnings}
      empty={null}
      columns={[
        { header: 'What', cell: ({ text }) => text },
        { header: 'What to do', cell: ({ advice }) => advice },
        { header: 'Line', align: 'number', cell: ({ line }) => count(line) },
        { header: 'Rule', cell: ({ rule }) => rule },
      ]}
    />
  )
}
