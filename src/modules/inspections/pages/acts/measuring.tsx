import type { Measures } from '#kernel/measures/registry.ts'
import type { StaffRoute } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { linkMeasure } from '../../commands/link-measure.ts'
import { sayUnmeasurable } from '../../commands/say-unmeasurable.ts'
import { unlinkMeasure } from '../../commands/unlink-measure.ts'
import { DIRECTIONS } from '../../rules/fnd07-linked-measure.ts'
import { act, backSaying, Reason } from './act.tsx'

/** What shows that a finding is met. */
export function measuringRoutes(measures: Measures): readonly StaffRoute[] {
  return [
    ...act(
      measures,
      {
        path: 'link',
        title: 'What shows that it is met?',
        submit: 'Link measure',
        stored: () => ({ direction: 'at-least', holdMonths: '6' }),
        fields: (model) => (
          <>
            <SelectField
              name="measure"
              label="Measure"
              placeholder="Choose a measure"
              options={model.measures.map(({ code, name, unit, question }) => ({
                value: code,
                text: `${question}: ${name} (${unit})`,
              }))}
            />
            <RadiosField
              name="direction"
              label="It is met while the figure is"
              choices={choicesOf(DIRECTIONS)}
              inline
            />
            <TextField name="target" label="Target" hint="In the measure’s own unit" width={5} />
            <TextField name="holdMonths" label="Months on end" hint="For how many it must hold" width={3} />
          </>
        ),
      },
      linkMeasure(measures),
      backSaying('linked'),
    ),
    ...act(
      measures,
      {
        path: 'unlink',
        title: 'Take a measure off this finding?',
        lead: 'That it was linked, and why it no longer is, stays on the timeline',
        submit: 'Take it off',
        stored: ({ finding }) => ({ measure: finding.measures[0]?.code ?? '' }),
        fields: ({ finding }, context) => (
          <>
            <SelectField
              name="measure"
              label="Measure"
              options={finding.measures
                .toSorted((a, b) => Number(context.url.endsWith(b.code)) - Number(context.url.endsWith(a.code)))
                .map(({ code, name }) => ({ value: code, text: name }))}
            />
            <Reason />
          </>
        ),
      },
      unlinkMeasure,
      backSaying('unlinked'),
    ),
    ...act(
      measures,
      {
        path: 'unmeasurable',
        title: 'Why can it not be measured yet?',
        lead: 'It says so until a measure is linked, and never looks green',
        submit: 'Save reason',
        stored: ({ finding }) => ({ reason: finding.detail.unmeasurableReason ?? '' }),
        fields: Reason,
      },
      sayUnmeasurable,
      backSaying('unmeasurable'),
    ),
  ]
}
