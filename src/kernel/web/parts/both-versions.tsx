import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'

/** One field of both versions. `name` is the form's; `theirs` is what stands now, in words. */
export interface Compared {
  readonly label: string
  readonly name: string
  readonly theirs: string
  /** Words for a value that is typed as a code. */
  readonly words?: (typed: string) => string
}

/**
 * After somebody else saved first: what was typed beside what stands now, where they differ. The form below holds what was
 * typed and the new version, so that saving it again is a choice made with both in view.
 */
export function BothVersions({
  context,
  fields,
}: {
  readonly context: PageContext
  readonly fields: readonly Compared[]
}) {
  if (context.errors['_version'] === undefined) return null
  const rows = fields
    .map((field) => ({ ...field, yours: yoursOf(context.values, field) }))
    .filter(({ yours, theirs }) => yours !== theirs)
  return (
    <DataTable
      caption="Both versions"
      rows={rows}
      columns={[
        { header: 'What', cell: (row) => row.label },
        { header: 'You typed', cell: (row) => row.yours || 'nothing' },
        { header: 'Stands now', cell: (row) => row.theirs || 'nothing' },
      ]}
      empty={<p>What you typed is the same as what stands now. There is nothing left to save.</p>}
    />
  )
}

function yoursOf(values: PageContext['values'], { name, words }: Compared): string {
  const boxes = ['year', 'month', 'day'].map((box) => values[`${name}-${box}`])
  const date = boxes.map(textOf)
  const typed = date.some((box) => box !== '')
    ? date.map((box) => box.padStart(2, '0')).join('-')
    : textOf(values[name])
  return words?.(typed) ?? typed
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
