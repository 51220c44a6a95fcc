import { STANDINGS } from '#kernel/victims-code/victim-rule.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { PartyPicker } from '#kernel/web/parts/party-picker.tsx'
import { form, page } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { victimHref, VICTIMS } from '../addresses.ts'
import { addVictim } from '../commands/add-victim.ts'
import { beginVictim } from '../queries/open-victim.ts'

const PATH = `${VICTIMS}/new`

const newPage = page({
  path: PATH,
  query: beginVictim,
  view: (_model, context) => ({
    section: 'investigate',
    title: 'Who else was harmed?',
    lead: 'Victims of crimes come with the extract. Add a relative, a parent, a spokesperson, a contact of a business, or one who was missed',
    back: { href: VICTIMS, text: 'Victims' },
    islands: ['suggest'],
    body: (
      <ActForm context={context} submit="Add the victim" cancel={VICTIMS}>
        <TextField name="crime" label="The crime" hint="Its number in the records system, or the address of its page" />
        <RadiosField name="standing" label="What they are" choices={choicesOf(STANDINGS)} />
        <PartyPicker name="who" label="Who it is" hint="Where they are on record" />
        <TextField name="name" label="Name" hint="Only where they are not on record" optional />
        <TextField
          name="forVictim"
          label="For whom they act"
          hint="Of a parent or spokesperson: the victim’s reference, VIC-0000-0000"
          optional
        />
      </ActForm>
    ),
  }),
})

export const newVictimRoutes = [
  newPage,
  form({ path: PATH, command: addVictim, page: newPage, next: ({ id }) => `${victimHref(id)}?done=added` }),
]
