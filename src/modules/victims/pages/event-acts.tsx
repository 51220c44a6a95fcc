import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import type { Role } from '#kernel/access/roles.ts'
import { isCourtEvent } from '#kernel/victims-code/events.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import type { Command } from '#platform/operations/define.ts'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { victimHref, VICTIMS } from '../addresses.ts'
import { correctEvent, voidEvent } from '../commands/change-event.ts'
import { logEvent } from '../commands/log-event.ts'
import { eventForm } from '../queries/open-victim.ts'
import { LOGGED_KINDS } from '../rules/event-rules.ts'
import { act } from './act.tsx'
import { timeOf } from './parts/clock.ts'
import { eventWords } from './parts/happened.tsx'
import { nameOf } from './parts/who.tsx'

function TimeFields() {
  return (
    <>
      <DateField name="happenedOn" label="Day" />
      <TextField name="happenedTime" label="Time" hint="Such as 14:30" />
      <DateField
        name="receivedOn"
        label="Day it was heard of"
        hint="Of a court: when it reached witness care. Leave it empty for now"
        optional
      />
      <TextField name="receivedTime" label="Time it was heard of" optional />
    </>
  )
}

interface EventAct {
  readonly path: string
  readonly title: string
  readonly submit: string
  readonly done: string
  readonly times: boolean
  readonly fields: ComponentChildren
}

/** An act on something that was logged: under its own address below the victim’s. */
function eventAct<I extends z.ZodType, O extends z.ZodType<{ readonly id: string }>>(
  { path, title, submit, done, times, fields }: EventAct,
  command: Command<Role, I, O>,
): readonly StaffRoute[] {
  const address = `${VICTIMS}/:id/events/:event/${path}`
  const own = page({
    path: address,
    query: eventForm,
    view: ({ page: { parts, detail }, event }, context) => {
      const { id, marking } = parts.head
      const [happened, received] = [new Date(event.happenedAt), new Date(event.receivedAt)]
      return {
        section: 'investigate',
        title,
        lead: `${eventWords(event)}. ${nameOf(detail)}`,
        marking,
        back: { href: victimHref(id), text: nameOf(detail) },
        body: (
          <ActForm
            context={context}
            submit={submit}
            cancel={victimHref(id)}
            version={event.version}
            stored={
              times
                ? {
                    happenedOn: londonDateAt(happened),
                    happenedTime: timeOf(happened),
                    ...(isCourtEvent(event.kind) && {
                      receivedOn: londonDateAt(received),
                      receivedTime: timeOf(received),
                    }),
                  }
                : {}
            }
          >
            {fields}
          </ActForm>
        ),
      }
    },
  })
  return [own, form({ path: address, command, page: own, next: ({ id }) => `${victimHref(id)}?done=${done}` })]
}

/** What happened on the case: logged, corrected, taken back. */
export const eventActRoutes: readonly StaffRoute[] = [
  ...act(
    {
      path: 'event',
      title: 'What happened on the case?',
      submit: 'Log it',
      done: 'event',
      stored: (_model, { now }) => ({ happenedOn: londonDateAt(now), happenedTime: timeOf(now) }),
      fields: () => (
        <>
          <SelectField
            name="kind"
            label="What happened"
            placeholder="Choose one"
            options={LOGGED_KINDS.map((kind) => ({ value: kind, text: eventWords({ kind }) }))}
          />
          <TimeFields />
          <TextArea
            name="details"
            label="Details"
            hint="What they are to be told: conditions, place, reasons"
            rows={3}
            optional
          />
        </>
      ),
    },
    logEvent,
  ),
  ...eventAct(
    {
      path: 'correct',
      title: 'When did it happen?',
      submit: 'Correct it',
      done: 'corrected',
      times: true,
      fields: (
        <>
          <TimeFields />
          <TextArea name="reason" label="How it is known" rows={3} />
        </>
      ),
    },
    correctEvent,
  ),
  ...eventAct(
    {
      path: 'void',
      title: 'Did it not happen?',
      submit: 'Take it back',
      done: 'voided',
      times: false,
      fields: <TextArea name="reason" label="Why it did not happen" rows={3} />,
    },
    voidEvent,
  ),
]
