import { DueTime } from '#kernel/duties/time-cell.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { victimHref, VICTIMS } from '../addresses.ts'
import { logContact } from '../commands/log-contact.ts'
import { victimForm } from '../queries/open-victim.ts'
import type { OwedView, VictimDetail } from '../queries/victim-model.ts'
import { WAYS } from '../rules/contact-results.ts'
import { WhatToSay } from './parts/owed.tsx'
import { nameOf } from './parts/who.tsx'

const PATH = `${VICTIMS}/:id/contact`
const draft = ({ id }: Readonly<Record<string, unknown>>) => `${victimHref(String(id))}/contact`

/**
 * The way stands there already when one comes from the list; what they were told is ticked, each by itself; and the button says
 * what came of it. Three taps, and words where there is time.
 */
const contactPage = page({
  path: PATH,
  query: victimForm,
  draft,
  view: ({ parts: { head }, detail, owed }, context) => ({
    section: 'investigate',
    title: 'What were they told?',
    lead: `${nameOf(detail)}. ${head.title}`,
    marking: head.marking,
    back: { href: victimHref(head.id), text: nameOf(detail) },
    islands: ['autosave'],
    body: (
      <ActForm
        context={asTapped(context)}
        submit="They were told"
        as={{ name: 'result', value: 'told' }}
        more={<OtherResults />}
        cancel={victimHref(head.id)}
        version={head.version}
        stored={{ way: detail.way ?? '' }}
        drafts
      >
        <Before detail={detail} />
        <OwedChoices owed={owed} now={context.now} />
        <SelectField name="way" label="Way" placeholder="Choose one" options={choicesOf(WAYS)} />
        <TextArea
          name="words"
          label="What was said"
          hint="Left out, what you ticked says it. That there is no safe way needs its reason"
          rows={2}
          optional
        />
      </ActForm>
    ),
  }),
})

/** A way that was just tapped goes before that of an older draft. */
function asTapped(context: PageContext): PageContext {
  const way = new URLSearchParams(context.url.split('?')[1] ?? '').get('way')
  if (way === null || !Object.hasOwn(WAYS, way) || Object.keys(context.errors).length > 0) return context
  return { ...context, values: { ...context.values, way } }
}

/** What did not reach them: it meets nothing, but for what they may turn down. */
function OtherResults() {
  const secondary = { classes: 'govuk-button--secondary', name: 'result', preventDoubleClick: true }
  return (
    <>
      <Button {...secondary} value="attempted">
        Tried, not reached
      </Button>
      <Button {...secondary} value="declined">
        They do not want to hear it
      </Button>
      <Button {...secondary} value="no-safe-contact">
        No safe way to reach them
      </Button>
    </>
  )
}

/** What must be known before anybody dials. */
function Before({ detail }: { readonly detail: VictimDetail }) {
  const { noSafeContactSince, way, times, language, notToTell } = detail
  if (noSafeContactSince !== null)
    return <WarningText>No safe way to reach them. Log only a contact that they made.</WarningText>
  const wishes = [way === null ? null : WAYS[way], times, language].filter((one) => one !== null).join(', ')
  return (
    <>
      {notToTell !== null && <WarningText>Must not know that we call: {notToTell}</WarningText>}
      {wishes !== '' && <p class="govuk-body">How they wish to be reached: {wishes}.</p>}
    </>
  )
}

/** What a contact can meet, each to be ticked by itself, with when it is due and what must be said. */
function OwedChoices({ owed, now }: { readonly owed: readonly OwedView[]; readonly now: Date }) {
  const told = owed.filter(({ byContact }) => byContact)
  if (told.length === 0) return <p class="govuk-body">Nothing is owed now that a contact meets.</p>
  return (
    <CheckboxesField
      name="duties"
      label="Which of these were they told?"
      hint="Tick only what they were told in this contact. An attempt meets nothing"
      choices={told.map((one) => ({
        value: one.id,
        text: one.what,
        hint: (
          <>
            <DueTime dueAt={one.dueAt} now={now} />
            <WhatToSay of={one} />
          </>
        ),
      }))}
      optional
    />
  )
}

export const contactRoutes: readonly StaffRoute[] = [
  contactPage,
  form({
    path: PATH,
    command: logContact,
    page: contactPage,
    draft,
    next: ({ id }) => `${victimHref(id)}?done=logged`,
  }),
]
