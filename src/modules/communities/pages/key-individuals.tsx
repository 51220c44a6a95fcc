import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import { addDays, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { headActions, HeadDetails } from '#kernel/records/pages/head.tsx'
import { RecordTimeline } from '#kernel/records/pages/timeline.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Definition } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { DONE_ON_RECORD } from '#kernel/web/parts/record-done.ts'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { communityHref, KEY_INDIVIDUALS, keyIndividualHref } from '../addresses.ts'
import { contactKeyIndividual, endKeyIndividual, reviewKeyIndividual } from '../commands/key-individuals.ts'
import { keyIndividualForm, openKeyIndividual, type KeyIndividual } from '../queries/key-individual.ts'
import { writes } from '../writers.ts'
import { ReviewDay, TieState, Who } from './parts/individuals.tsx'
import { NO_NAMES } from './parts/words.ts'

type Model = z.output<typeof openKeyIndividual.output>

const DONE = {
  ...DONE_ON_RECORD,
  contacted: 'Talk written down: the next is due in 90 days',
  reviewed: 'Looked at again',
} as const

const keyIndividualPage = page({ path: `${KEY_INDIVIDUALS}/:id`, query: openKeyIndividual, view: individualView })

function individualView({ one, head, timeline }: Model, context: PageContext): View {
  const act = (text: string, path: string) => ({ text, href: `${keyIndividualHref(one.id)}/${path}` })
  const may = writes(context.reader.roles) && one.endedOn === null
  return {
    section: 'prevent',
    title: one.role,
    lead: `Key individual of ${one.area.name}, ${head.reference}. Somebody to ask and to tell: no source, and no intelligence`,
    marking: head.marking,
    back: { href: communityHref(one.area.id), text: one.area.name },
    notice: doneNotice(context, DONE),
    actions: [
      ...(may ? [act('I talked with them', 'contact'), act('Review', 'review'), act('End', 'end')] : []),
      ...headActions(head),
    ],
    body: (
      <>
        <CardGrid columns={2}>
          <Card title="Who and what for">
            <Definition
              of={[
                ['Who', <Who one={one} />],
                ['What for', one.purpose],
                ['Agreed to be contacted', one.agreedOn === null ? 'not asked yet' : shortDayWithYear(one.agreedOn)],
                ['Tie', <TieState one={one} now={context.now} />],
                [
                  'Last talk',
                  one.lastContactAt === null ? 'none yet' : <Time instant={one.lastContactAt} now={context.now} />,
                ],
                ['Review', <ReviewDay one={one} now={context.now} />],
              ]}
            />
          </Card>
          <Card title="Record">
            <HeadDetails head={head} />
          </Card>
        </CardGrid>
        <h2>Timeline</h2>
        <RecordTimeline
          head={head}
          timeline={timeline}
          context={context}
          olderHref={(after) => `${keyIndividualHref(one.id)}?after=${after}`}
        />
      </>
    ),
  }
}

interface Act {
  readonly path: 'contact' | 'review' | 'end'
  readonly title: (one: KeyIndividual) => string
  readonly submit: string
  readonly stored?: (one: KeyIndividual, now: Date) => Readonly<Record<string, unknown>>
  readonly fields: ComponentChildren
}

function actPage({ path, title, submit, stored, fields }: Act) {
  return page({
    path: `${KEY_INDIVIDUALS}/:id/${path}`,
    query: keyIndividualForm,
    view: ({ one }, context) => ({
      section: 'prevent',
      title: title(one),
      lead: `${one.role}, ${one.area.name}`,
      back: { href: keyIndividualHref(one.id), text: one.role },
      body: (
        <ActForm
          context={context}
          submit={submit}
          cancel={keyIndividualHref(one.id)}
          version={one.version}
          {...(stored !== undefined && { stored: stored(one, context.now) })}
        >
          {fields}
        </ActForm>
      ),
    }),
  })
}

const contactPage = actPage({
  path: 'contact',
  title: () => 'You talked with them?',
  submit: 'I talked with them',
  fields: <TextArea name="words" label="What it was about" hint={NO_NAMES} rows={3} optional />,
})

const reviewPage = actPage({
  path: 'review',
  title: () => 'Are they still to be kept?',
  submit: 'Still to be kept',
  stored: (one, now) => ({ agreedOn: one.agreedOn ?? '', reviewOn: addDays(londonDateAt(now), 365) }),
  fields: (
    <>
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

const endPage = actPage({
  path: 'end',
  title: (one) => `End the tie with the ${one.role}?`,
  submit: 'End the tie',
  fields: <TextArea name="reason" label="Reason" hint="They moved, or asked to be left out" rows={2} />,
})

export const keyIndividualRoutes: readonly StaffRoute[] = [
  keyIndividualPage,
  contactPage,
  form({
    path: `${KEY_INDIVIDUALS}/:id/contact`,
    command: contactKeyIndividual,
    page: contactPage,
    next: ({ id }) => `${keyIndividualHref(id)}?done=contacted`,
  }),
  reviewPage,
  form({
    path: `${KEY_INDIVIDUALS}/:id/review`,
    command: reviewKeyIndividual,
    page: reviewPage,
    next: ({ id }) => `${keyIndividualHref(id)}?done=reviewed`,
  }),
  endPage,
  form({
    path: `${KEY_INDIVIDUALS}/:id/end`,
    command: endKeyIndividual,
    page: endPage,
    next: ({ area }) => `${communityHref(area)}?done=individual-ended`,
  }),
]
