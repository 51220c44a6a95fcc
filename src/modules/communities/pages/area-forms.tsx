import { addDays, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { PartyPicker } from '#kernel/web/parts/party-picker.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import { DateField } from '#ui/forms/date-field.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { handOverHref } from '../addresses.ts'
import { addKeyIndividual } from '../commands/key-individuals.ts'
import { makeHandOver } from '../commands/make-hand-over.ts'
import { saveProfile } from '../commands/save-profile.ts'
import { areaForm } from '../queries/hand-over.ts'
import { profileForm } from '../queries/profile.ts'
import { KEPT_DAYS } from '../rules/hov01-pack.ts'
import { areaAct, at, backSaying, draftOf } from './parts/area-act.tsx'
import { NO_NAMES } from './parts/words.ts'

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
