import type { ComponentChildren } from 'preact'
import type { PageContext } from '#platform/http/routes.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Form } from '#ui/forms/form.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { Timeline } from '#ui/moj/timeline.tsx'
import { dayAndTimeBeside, dayOf, dayWithYear } from '#ui/words/dates.ts'
import type { RecordHead } from '../head.ts'
import type { EntryKind, TimelineEntry, TimelinePage } from '../timeline.ts'
import { recordPaths } from './addresses.ts'

const TITLES = {
  opened: 'Opened',
  note: 'Note',
  decision: 'Decision',
  contact: 'Contact',
  stage: 'Stage',
  change: 'Change',
  closed: 'Closed',
} as const satisfies Record<EntryKind, string>

interface RecordTimelineProps {
  readonly head: Pick<RecordHead, 'kind' | 'id'>
  readonly timeline: TimelinePage
  readonly context: PageContext
  /** The address of the older page, where there is one. */
  readonly olderHref: (after: string) => string
  /** False where nothing is to be added from here. */
  readonly form?: boolean
}

/** What was done and said about the record, newest first, with the form for a note before it. */
export function RecordTimeline({ head, timeline, context, olderHref, form = true }: RecordTimelineProps) {
  return (
    <>
      {form && <NoteForm head={head} context={context} />}
      {timeline.entries.length === 0 && (
        <EmptyState title="Nothing written down yet">Add the first note: what was done, or found out.</EmptyState>
      )}
      <Timeline
        headingLevel={3}
        items={timeline.entries.map((entry) => ({
          label: { text: TITLES[entry.kind] },
          byline: { text: entry.author },
          datetime: { timestamp: entry.at, text: dayAndTimeBeside(entry.at, context.now.toISOString()) },
          children: <Entry entry={entry} />,
        }))}
      />
      {timeline.older !== null && (
        <p>
          <a class="govuk-link" href={olderHref(timeline.older)} rel="next">
            Older entries
          </a>
        </p>
      )}
    </>
  )
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const on = dayOf(entry.happenedAt)
  return (
    <>
      {!on.equals(dayOf(entry.at)) && <p class="govuk-hint">Of {dayWithYear(on)}</p>}
      <Lines text={entry.words} />
      {entry.options.length > 0 && (
        <>
          <p>Options:</p>
          <ul class="govuk-list govuk-list--bullet">
            {entry.options.map((option) => (
              <li>{option}</li>
            ))}
          </ul>
        </>
      )}
      {entry.reason !== null && entry.reason !== entry.words && <Lines text={`Why: ${entry.reason}`} />}
    </>
  )
}

/** Text as it was typed, a paragraph a line. */
function Lines({ text }: { readonly text: string }): ComponentChildren {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => <p>{line}</p>)
}

function NoteForm({ head, context }: Pick<RecordTimelineProps, 'head' | 'context'>) {
  return (
    <Form action={recordPaths.note(head)} csrf={context.csrf} idempotencyKey={`${context.key}-note`} class="fp-prose">
      <TextArea name="words" label="Add a note" rows={3} />
      <FormActions submit="Add note">
        <a class="govuk-link" href={recordPaths.decision(head)}>
          Write down a decision
        </a>
      </FormActions>
    </Form>
  )
}
