import type { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { FIXED_KINDS } from '#kernel/victims-code/events.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { COURT, COURT_LOG, victimHref, VICTIMS } from '../addresses.ts'
import { logCourtEvent } from '../commands/log-court-event.ts'
import { beginCourtEvent, MOST_TO_TELL, RECENT_DAYS, showCourt, type CourtEvent } from '../queries/show-court.ts'
import { COURT_KINDS } from '../rules/event-rules.ts'
import { timeOf } from './parts/clock.ts'
import { eventWords } from './parts/happened.tsx'
import { OwedCell, ReachCell, WhoCell } from './parts/line.tsx'
import { NextContact } from './parts/next-contact.tsx'

type Model = z.output<typeof showCourt.output>

const DONE = { logged: 'Logged: what is owed from it is open for every victim whom it is for' } as const

const courtPage = page({ path: COURT, query: showCourt, view: courtView })

function courtView({ toTell, waiting, toCome, recent }: Model, context: PageContext): View {
  const { now } = context
  return {
    section: 'investigate',
    title: 'Who is still to be told what a court decided?',
    lead: (
      <>
        {plural(waiting, 'victim')} to be told by witness care, at{' '}
        <Time instant={now.toISOString()} form="time and day" />
      </>
    ),
    marking: toTell.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    notice: doneNotice(context, DONE),
    actions: [
      { text: 'Log what a court did', href: COURT_LOG },
      { text: 'All victims', href: VICTIMS },
    ],
    body: (
      <>
        <h2>Still to be told</h2>
        <DataTable
          caption="Victims still to be told, by time left"
          captionHidden
          rows={toTell}
          empty={
            <EmptyState title="Everybody was told">
              What a court does opens what is owed. <Link href={COURT_LOG}>Log what a court did</Link>
            </EmptyState>
          }
          columns={[
            { header: 'Victim', cell: (one) => <WhoCell one={one} /> },
            { header: 'Owed', cell: ({ owed }) => <OwedCell owed={owed} now={now} /> },
            { header: 'How to reach them', cell: (one) => <ReachCell one={one} now={now} /> },
            { header: 'Next contact', phoneLabel: false, cell: (one) => <NextContact one={one} /> },
          ]}
        />
        {waiting > MOST_TO_TELL && (
          <p class="govuk-body">The {count(MOST_TO_TELL)} to whom something is due first are shown.</p>
        )}
        <h2>To come</h2>
        <CourtEvents
          caption="Hearings to come"
          events={toCome}
          now={now}
          empty={
            <EmptyState title="No hearing is to come">
              A hearing that is fixed stands here with its day. <Link href={COURT_LOG}>Log one</Link>
            </EmptyState>
          }
        />
        <h2>In the last {RECENT_DAYS} days</h2>
        <CourtEvents
          caption="What courts did"
          events={recent}
          now={now}
          empty={
            <EmptyState title="Nothing was heard from a court">
              <Link href={COURT_LOG}>Log what a court did</Link>
            </EmptyState>
          }
        />
      </>
    ),
  }
}

interface EventsProps {
  readonly caption: string
  readonly events: readonly CourtEvent[]
  readonly empty: preact.JSX.Element
  readonly now: Date
}

function CourtEvents({ caption, events, empty, now }: EventsProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={events}
      empty={empty}
      columns={[
        {
          header: 'What',
          cell: (event) => (
            <>
              {eventWords(event)}
              {event.details !== null && <span class="fp-second">{event.details}</span>}
            </>
          ),
        },
        {
          header: 'In court',
          nowrap: true,
          cell: ({ kind, takesPlaceAt }) =>
            takesPlaceAt === null ? (
              FIXED_KINDS.includes(kind) ? (
                'no day given'
              ) : (
                'over'
              )
            ) : (
              <Time instant={takesPlaceAt} now={now} />
            ),
        },
        { header: 'Case', cell: ({ victim, title }) => <Link href={victimHref(victim)}>{title}</Link> },
        { header: 'Heard of', cell: ({ receivedAt }) => <Time instant={receivedAt} now={now} /> },
        { header: 'Told', phoneLabel: false, cell: (event) => <Told event={event} /> },
        {
          header: 'Next',
          nowrap: true,
          phoneLabel: false,
          cell: ({ number, occurrence }) => (
            <Link href={address(COURT_LOG, { crime: number ?? `/prevent/occurrences/${occurrence}` })}>
              Log the next
            </Link>
          ),
        },
      ]}
    />
  )
}

function Told({ event: { owed, open } }: { readonly event: CourtEvent }) {
  if (owed === 0) return <>nothing is owed</>
  if (open === 0) return <StateTag state="holding">all told</StateTag>
  return <StateTag state="slipping">{`${count(open)} of ${count(owed)} still to tell`}</StateTag>
}

const draft = () => COURT_LOG

const logPage = page({
  path: COURT_LOG,
  query: beginCourtEvent,
  draft,
  view: ({ crime }, context) => ({
    section: 'investigate',
    title: 'What did a court do?',
    lead: 'One thing in one case. What every victim of it is owed opens at once, from now',
    back: { href: COURT, text: 'Courts' },
    islands: ['autosave'],
    body: (
      <ActForm
        context={crime === '' ? context : { ...context, values: { ...context.values, crime } }}
        submit="Log it"
        cancel={COURT}
        stored={{ happenedOn: londonDateAt(context.now), happenedTime: timeOf(context.now) }}
        drafts
      >
        <TextField name="crime" label="The case" hint="Its number in the records system, or the address of its page" />
        <SelectField
          name="kind"
          label="What happened"
          placeholder="Choose one"
          options={COURT_KINDS.map((kind) => ({ value: kind, text: eventWords({ kind }) }))}
        />
        <DateField name="happenedOn" label="Day" hint="When the court did it" />
        <TextField name="happenedTime" label="Time" hint="Such as 14:30" width={5} />
        <DateField name="courtOn" label="Day in court" hint="Of a hearing that was fixed" optional />
        <TextField name="courtTime" label="Time in court" hint="Ten unless said" width={5} optional />
        <DateField
          name="sentenceOn"
          label="Day of the sentence"
          hint="Where a hearing or a verdict says it: a personal statement is to be ready by then"
          optional
        />
        <TextField name="sentenceTime" label="Time of the sentence" hint="Ten unless said" width={5} optional />
        <TextField
          name="about"
          label="Whom it is about"
          hint="Only where it is about one of several victims: their reference"
          width={10}
          optional
        />
        <TextArea
          name="details"
          label="Details"
          hint="What they are to be told: court, conditions, reasons"
          rows={3}
          optional
        />
      </ActForm>
    ),
  }),
})

/** What witness care works from, and its one short form. */
export const courtRoutes: readonly StaffRoute[] = [
  courtPage,
  logPage,
  form({ path: COURT_LOG, command: logCourtEvent, page: logPage, draft, next: () => `${COURT}?done=logged` }),
]
