import type { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import { handOnRecord } from '#kernel/records/hand-on.ts'
import { recordHref } from '#kernel/records/record.ts'
import { handedOnBy } from '#kernel/records/rules/rec07-handed-on-by.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { form, page } from '#kernel/web/view.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { beginGiving } from '../queries/record-form.ts'
import { doneAt, recordFrame } from './entries.tsx'

const PATH = '/records/:kind/:id/hand-on'
type Model = z.output<typeof beginGiving.output>

export const option = ({ id, name }: { readonly id: number; readonly name: string }) => ({
  value: String(id),
  text: name,
})

function stored({ head }: Model) {
  return {
    owner: head.ownerNumber ?? head.owner,
    unit: head.unit,
    area: head.area,
    marking: head.marking,
    compartment: head.compartment,
  }
}

const handOnPage = page({
  path: PATH,
  query: beginGiving,
  view: (model, context) => {
    const { head, units, areas, compartments } = model
    const refused = handedOnBy(head.kind, head.owner, context.reader)
    const nameOf = (of: Model['units']) => (typed: string) => of.find(({ id }) => String(id) === typed)?.name ?? typed
    return {
      ...recordFrame(head),
      title: 'Who is to have it, and who may see it?',
      body:
        refused !== null ? (
          <EmptyState title="This is not yours to hand on">
            {refused.message} <Link href={recordHref(head.kind, head.id)}>Back to {head.reference}</Link>
          </EmptyState>
        ) : (
          <>
            <BothVersions
              context={context}
              fields={[
                { label: 'Owner', name: 'owner', theirs: head.ownerNumber ?? '' },
                { label: 'Unit', name: 'unit', theirs: head.unitName ?? '', words: nameOf(units) },
                { label: 'Area', name: 'area', theirs: head.areaName ?? '', words: nameOf(areas) },
                { label: 'Marking', name: 'marking', theirs: head.marking },
              ]}
            />
            <ActForm
              context={context}
              submit="Hand on"
              cancel={recordHref(head.kind, head.id)}
              version={head.version}
              stored={stored(model)}
            >
              <TextField
                name="owner"
                label="Owner"
                hint="Collar or staff number; empty for nobody"
                width={10}
                optional
              />
              <SelectField name="unit" label="Unit" placeholder="None" options={units.map(option)} optional />
              <SelectField
                name="area"
                label="Area"
                hint="Without unit and area it belongs to the whole force"
                placeholder="None"
                options={areas.map(option)}
                optional
              />
              <RadiosField
                name="marking"
                label="Marking"
                choices={MARKINGS.map((marking) => ({ value: marking, text: marking }))}
              />
              {compartments.length > 0 && (
                <SelectField
                  name="compartment"
                  label="Compartment"
                  hint="Then only its members see it, or that it is there"
                  placeholder="None"
                  options={compartments.map(option)}
                  optional
                />
              )}
              <TextArea name="reason" label="Reason" hint="It stands in the timeline" rows={3} />
            </ActForm>
          </>
        ),
    }
  },
})

export const handOnRoutes = [
  handOnPage,
  form({
    path: PATH,
    command: handOnRecord,
    page: handOnPage,
    // It may be out of one's reach by now, and then there is no page of it to go to.
    next: ({ kind, id, reached }) => (reached ? doneAt(kind, id, 'handed-on') : '/'),
  }),
]
