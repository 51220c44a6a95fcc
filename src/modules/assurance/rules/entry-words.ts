import { eventWords } from './event-words.ts'
import { kindWords } from './kind-words.ts'

/** A line of the audit as a sentence. Pure; names are looked up before. */

interface EntrySubject {
  readonly kind: string
  readonly id: string
  /** Somebody's name, where the subject is an account; null otherwise. */
  readonly name: string | null
}

export type Outcome = 'done' | 'intended' | 'refused' | 'missed' | 'hidden' | 'failed'

export interface EntryFacts {
  /** "PS Ellis", or "system:street-import". */
  readonly who: string
  readonly event: string
  readonly outcome: Outcome
  readonly subjects: readonly EntrySubject[]
  /** How many subjects there are in all. */
  readonly subjectCount: number
  readonly purpose: string
}

/** How an attempt ended, in a word or two. */
export const OUTCOME_WORDS = {
  done: 'done',
  intended: 'begun',
  refused: 'refused',
  missed: 'not there',
  hidden: 'not open to them',
  failed: 'failed',
} as const satisfies Record<Outcome, string>

/** "PS Ellis opened a document: 3f2a, at 14:45 on Mon 23 November, for neighbourhood review". */
export function entrySentence(facts: EntryFacts, when: string): string {
  const purpose = facts.purpose === '' ? '' : `, for ${facts.purpose}`
  return `${clause(facts)}, ${when}${purpose}`
}

function clause(facts: EntryFacts): string {
  const { who, outcome } = facts
  const deed = deedWords(facts)
  const sentences = {
    done: `${who} ${deed}`,
    intended: `${who} began this: ${deed}`,
    refused: `${who} was refused this: ${deed}`,
    failed: `${who} saw this fail: ${deed}`,
    missed: `${who} looked for ${subjectWords(facts)}, which is not there`,
    hidden: `${who} looked for ${subjectWords(facts)}, which is not open to them`,
  } as const satisfies Record<Outcome, string>
  return sentences[outcome]
}

/** "opened a document: 3f2a"; "searched the audit: PS Mills". */
export function deedWords(facts: Pick<EntryFacts, 'event' | 'subjects' | 'subjectCount'>): string {
  const deed = eventWords(facts.event)
  return facts.subjects.length === 0 ? deed : `${deed}: ${subjectWords(facts)}`
}

const SHOWN = 3

function subjectWords({
  event,
  subjects,
  subjectCount,
}: Pick<EntryFacts, 'event' | 'subjects' | 'subjectCount'>): string {
  if (subjects.length === 0) return 'something'
  const shown = subjects.slice(0, SHOWN).map((subject) => oneSubject(event, subject))
  const more = subjectCount - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more.toLocaleString('en-GB')} more` : shown.join(', ')
}

const LONG = /^([0-9a-f]{8})-[0-9a-f]{4}-/

/** Somebody's name, or a reference, with its kind where the event does not tell it; of a long one the beginning. */
function oneSubject(event: string, { kind, id, name }: EntrySubject): string {
  if (name !== null) return name
  const reference = LONG.exec(id)?.[1] ?? id
  return event.startsWith(`${kind}.`) || eventWords(event).includes(kindWords(kind))
    ? reference
    : `${kindWords(kind)} ${reference}`
}
