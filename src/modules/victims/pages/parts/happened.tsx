import { CASE_EVENTS } from '#kernel/victims-code/events.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { capital } from '#ui/words/capital.ts'
import { victimHref } from '../../addresses.ts'
import type { ContactView, EventView } from '../../queries/victim-model.ts'
import { RESULTS, WAYS } from '../../rules/contact-results.ts'
import { isByAct } from '../../rules/event-rules.ts'

export function eventWords({ kind }: Pick<EventView, 'kind'>): string {
  return capital(CASE_EVENTS[kind].words)
}

const SOURCES = { extract: 'the records system', hand: 'somebody here', import: 'a file' } as const

interface EventsProps {
  readonly victim: string
  readonly events: readonly EventView[]
  readonly works: boolean
}

/** What happened on the case, the latest first; what was taken back stays, with its reason. */
export function Events({ victim, events, works }: EventsProps) {
  return (
    <DataTable
      caption="What happened on the case"
      captionHidden
      rows={events}
      empty={
        <EmptyState title="Nothing is logged">An arrest, bail, a charge: log it, and what is owed opens.</EmptyState>
      }
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
        { header: 'When', cell: ({ happenedAt }) => <Time instant={happenedAt} /> },
        { header: 'From', cell: ({ source, by }) => by ?? SOURCES[source] },
        {
          header: 'State',
          phoneLabel: false,
          cell: (event) => (
            <>
              {event.voidedAt !== null && <StateTag state="too-few">did not happen</StateTag>}
              {event.voidedAt === null && event.correctedReason !== null && (
                <StateTag state="too-few">corrected</StateTag>
              )}
              <span class="fp-second">{event.voidedReason ?? event.correctedReason ?? ''}</span>
            </>
          ),
        },
        {
          header: 'Change',
          cell: (event) => (works ? <Change victim={victim} event={event} /> : ''),
        },
      ]}
    />
  )
}

function Change({ victim, event }: { readonly victim: string; readonly event: EventView }) {
  if (event.voidedAt !== null || event.kind === 'crime-reported') return null
  const at = `${victimHref(victim)}/events/${event.id}`
  return (
    <>
      {event.source === 'hand' && !isByAct(event.kind) && (
        <>
          <Link href={`${at}/correct`}>Correct</Link>{' '}
        </>
      )}
      <Link href={`${at}/void`}>Take back</Link>
    </>
  )
}

/** What they were told and what was tried, the latest first. */
export function Contacts({ contacts }: { readonly contacts: readonly ContactView[] }) {
  return (
    <DataTable
      caption="Contacts"
      captionHidden
      rows={contacts}
      empty={<EmptyState title="No contact yet">Log each, also one that did not reach them.</EmptyState>}
      columns={[
        { header: 'When', cell: ({ at }) => <Time instant={at} /> },
        {
          header: 'Result',
          phoneLabel: false,
          cell: ({ result, met }) => (
            <>
              <StateTag state={result === 'told' ? 'holding' : 'too-few'}>{RESULTS[result]}</StateTag>
              {met > 0 && <span class="fp-second">{met === 1 ? 'met one thing' : `met ${met} things`}</span>}
            </>
          ),
        },
        { header: 'Way', cell: ({ way }) => WAYS[way] },
        { header: 'What was said', cell: ({ words }) => words },
        { header: 'By', cell: ({ by }) => by },
      ]}
    />
  )
}
