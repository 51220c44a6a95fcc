import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { communityHref } from '../addresses.ts'
import { addPlace, endPlace } from '../commands/meeting-places.ts'
import { areaForm } from '../queries/hand-over.ts'
import { placeForm } from '../queries/places.ts'
import { GROUP_NAMES, GROUPS } from '../rules/lists.ts'
import { areaAct, at, backSaying, draftOf } from './parts/area-act.tsx'

const groupChoices = GROUP_NAMES.map((value) => ({ value, text: GROUPS[value].words }))

const placePage = page({
  path: at('place'),
  query: areaForm,
  draft: draftOf('place'),
  view: ({ area }, context) =>
    areaAct({
      area,
      context,
      title: 'Which group, or which place?',
      lead: `${area.name}. The whole force can read it`,
      submit: 'Add to the list',
      stored: { kind: 'place' },
      fields: (
        <>
          <HiddenField name="area" value={area.id} />
          <RadiosField
            name="kind"
            label="What is it?"
            choices={[
              { value: 'place', text: 'A place' },
              { value: 'group', text: 'A group' },
            ]}
            inline
          />
          <TextField name="name" label="Its name" width={30} />
          <CheckboxesField name="groups" label="Whom does one meet there?" choices={groupChoices} optional />
          <TextArea name="words" label="When, and how to come" rows={3} optional />
        </>
      ),
    }),
})

const placeEndPage = page({
  path: '/prevent/meeting-places/:id/end',
  query: placeForm,
  view: (place, context) => {
    const back = communityHref(place.area)
    return {
      section: 'prevent',
      title: `Take “${place.name}” off the list?`,
      lead: 'It is not shown any more',
      back: { href: back, text: 'The community' },
      body: (
        <ActForm context={context} submit="Take off the list" cancel={back} version={place.version}>
          <TextArea name="reason" label="Reason" rows={2} />
        </ActForm>
      ),
    }
  },
})

export const placeRoutes: readonly StaffRoute[] = [
  placePage,
  form({
    path: at('place'),
    command: addPlace,
    page: placePage,
    draft: draftOf('place'),
    next: backSaying('place-added'),
  }),
  placeEndPage,
  form({
    path: '/prevent/meeting-places/:id/end',
    command: endPlace,
    page: placeEndPage,
    next: backSaying('place-ended'),
  }),
]
