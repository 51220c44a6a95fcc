import type { ComponentChildren } from 'preact'
import { addDays, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { PartyPicker } from '#kernel/web/parts/party-picker.tsx'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { COMMUNITIES, communityHref, handOverHref } from '../addresses.ts'
import { addKeyIndividual } from '../commands/key-individuals.ts'
import { makeHandOver } from '../commands/make-hand-over.ts'
import { addPlace, endPlace } from '../commands/meeting-places.ts'
import { saveProfile } from '../commands/save-profile.ts'
import type { AreaHead } from '../queries/area.ts'
import { areaForm } from '../queries/hand-over.ts'
import { placeForm } from '../queries/places.ts'
import { profileForm } from '../queries/profile.ts'
import { GROUP_NAMES, GROUPS } from '../rules/lists.ts'
import { KEPT_DAYS } from '../rules/hov01-pack.ts'
import { NO_NAMES } from './parts/words.ts'

interface AreaAct {
  readonly area: AreaHead
  readonly context: PageContext
  readonly title: string
  readonly lead?: string
  readonly submit: string
  readonly stored?: Readonly<Record<string, unknown>>
  readonly version?: number
  readonly fields: ComponentChildren
  readonly islands?: readonly string[]
}

/** A page with one form about an area; what is typed is kept as a draft. */
function areaAct({ area, context, title, lead, submit, stored, version, fields, islands = [] }: AreaAct): View {
  const back = communityHref(area.id)
  return {
    section: 'prevent',
    title,
    lead: lead ?? area.name,
    back: { href: back, text: area.name },
    islands: ['autosave', ...islands],
    body: (
      <ActForm
        context={context}
        submit={submit}
        cancel={back}
        drafts
        {...(version !== undefined && { version })}
        {...(stored !== undefined && { stored })}
      >
        {fields}
      </ActForm>
    ),
  }
}

const at = (path: string) => `${COMMUNITIES}/:id/${path}`
const draftOf = (path: string) => (params: Readonly<Record<string, unknown>>) =>
  `${COMMUNITIES}/${String(params['id'])}/${path}`
const backSaying =
  (done: string) =>
  ({ area }: { readonly area: number }): string =>
    `${communityHref(area)}?done=${done}`
const groupChoices = GROUP_NAMES.map((value) => ({ value, text: GROUPS[value].words }))

const profilePage = page({
  path: at('profile'),
  query: profileForm,
  draft: draftOf('profile'),
  view: ({ area, profile }, context) =>
    areaAct({
      area,
      context,
      title: `What is ${area.name} like?`,
      lead: 'Saving counts as a review: the next is in a year. The whole force can read it',
      submit: 'Save profile',
      version: profile?.version ?? 0,
      ...(profile !== null && { stored: { ...profile } }),
      fields: (
        <>
          <TextArea name="about" label="What the area is like" hint="Who lives there, where, how. No names" rows={5} />
          <TextField name="languages" label="Languages" optional />
          <TextArea name="worries" label="What worries people" hint={NO_NAMES} rows={3} optional />
          <TextArea
            name="dates"
            label="Dates of the year"
            hint="Festivals, markets, football, school holidays"
            rows={3}
            optional
          />
          <TextArea name="remember" label="What not to forget" rows={3} optional />
        </>
      ),
    }),
})

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

const individualPage = page({
  path: at('key-individual'),
  query: areaForm,
  draft: draftOf('key-individual'),
  view: ({ area }, context) => {
    const now = londonDateAt(context.now)
    return areaAct({
      area,
      context,
      title: 'Who knows this area?',
      lead: `${area.name}. Somebody to ask and to tell, who agrees to it: no source, and no intelligence`,
      submit: 'Add key individual',
      stored: { reviewOn: addDays(now, 365) },
      islands: ['suggest'],
      fields: (
        <>
          <HiddenField name="area" value={area.id} />
          <PartyPicker
            name="who"
            label="Who it is"
            hint="Choose them while you type, or give the address of their page here"
            width={30}
          />
          <TextField
            name="role"
            label="Their role in the community"
            hint="Head teacher, imam, shopkeeper. No name"
            width={30}
          />
          <TextArea
            name="purpose"
            label="What they are kept here for"
            hint="What one asks them or tells them"
            rows={2}
          />
          <DateField
            name="agreedOn"
            label="When they agreed to be contacted"
            hint="Leave it empty where nobody has asked yet"
            optional
          />
          <DateField name="reviewOn" label="To be looked at again" hint="Within a year" />
        </>
      ),
    })
  },
})

const handOverPage = page({
  path: at('hand-over'),
  query: areaForm,
  draft: draftOf('hand-over'),
  view: ({ area }, context) =>
    areaAct({
      area,
      context,
      title: `Who has ${area.name} after you?`,
      lead: `One page of what is known, owed and heard, as it stands now. It can be read for ${KEPT_DAYS} days`,
      submit: 'Make hand-over pack',
      fields: (
        <>
          <HiddenField name="area" value={area.id} />
          <TextField name="receiver" label="Their number" hint="Collar or staff number" width={10} />
          <TextArea name="note" label="What not to forget" hint={NO_NAMES} rows={6} />
          <p class="govuk-hint">
            What is marked OFFICIAL-SENSITIVE or is in a compartment is not in a pack: hand it on by itself.
          </p>
        </>
      ),
    }),
})

export const areaFormRoutes: readonly StaffRoute[] = [
  profilePage,
  form({
    path: at('profile'),
    command: saveProfile,
    page: profilePage,
    draft: draftOf('profile'),
    next: backSaying('saved'),
  }),
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
  individualPage,
  form({
    path: at('key-individual'),
    command: addKeyIndividual,
    page: individualPage,
    draft: draftOf('key-individual'),
    next: backSaying('individual-added'),
  }),
  handOverPage,
  form({
    path: at('hand-over'),
    command: makeHandOver,
    page: handOverPage,
    draft: draftOf('hand-over'),
    next: ({ id }) => `${handOverHref(id)}?done=made`,
  }),
]
