import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { valueWords } from '#kernel/measures/words.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import type { ShownMeasure } from '../queries/show-measure.ts'
import { MEASURES } from '../rules/addresses.ts'

interface FreezeProps {
  readonly model: ShownMeasure
  readonly context: PageContext
}

/** Keeps the force's figure of a month as it stands, for whoever relies on it. */
export function FreezeCard({ model: { definition, figures, month }, context }: FreezeProps) {
  const { csrf, key, errors, values } = context
  const months = figures.map((figure) => figure.month).toReversed()
  return (
    <Card title="Freeze as evidence" id="freeze">
      <p>
        Keeps the whole force’s figure as it stands now. It is not changed any more, however often the measure is
        computed.
      </p>
      <Form
        action={`${MEASURES}/${definition.code}/freeze`}
        csrf={csrf}
        idempotencyKey={key}
        errors={errors}
        values={{ month: month ?? '', ...values }}
      >
        <SelectField
          name="month"
          label="Month"
          options={months.map((value) => ({ value, text: formatMonth(value) }))}
        />
        <TextField name="purpose" label="What it is kept for" />
        <FormActions submit="Freeze the figure" />
      </Form>
    </Card>
  )
}

/** The latest figures that somebody froze. */
export function SnapshotsTable({ model: { definition, snapshots } }: { readonly model: ShownMeasure }) {
  return (
    <DataTable
      caption="Frozen figures"
      columns={[
        { header: 'Figure of', nowrap: true, cell: ({ month }) => formatMonth(month) },
        {
          header: 'Value',
          align: 'number',
          nowrap: true,
          cell: ({ value }) => (value === null ? 'no value' : valueWords(definition.unit, value)),
        },
        { header: 'Kept for', cell: ({ purpose }) => purpose },
        { header: 'By', cell: ({ frozenBy }) => frozenBy },
        { header: 'Frozen', cell: ({ frozenAt }) => <Time instant={frozenAt} /> },
        { header: 'Version', align: 'number', cell: ({ version }) => String(version) },
      ]}
      rows={snapshots}
      empty={
        <EmptyState title="No figure has been frozen yet">
          <p>Freeze one before you rely on it in a finding, a report or a meeting.</p>
        </EmptyState>
      }
    />
  )
}
