import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { OF_ONE } from '#kernel/victims-code/events.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, optionalCivilDate, optionalText, text } from '#platform/forms/fields.ts'
import { followedIn, type OwedVictim } from '../duties/owed-victim.ts'
import { COURT_KINDS, courtDayProblem, sentenceProblem } from '../rules/event-rules.ts'
import { WITNESS_CARE } from '../writers.ts'
import { clockTime, momentOf, optionalClockTime, PURPOSE } from './fields.ts'
import { findCrime } from './find-crime.ts'
import { keepLogged } from './log-event.ts'

/** Heard of now: what a court decided counts from when it reached witness care. */
export const logCourtEvent = command({
  name: 'case-event.log-court',
  summary: 'Log what a court decided or fixed in a case, by its number: what every victim of it is owed is opened',
  input: z.object({
    crime: text('The case', 200),
    kind: choice('What happened', COURT_KINDS),
    happenedOn: civilDate('The day'),
    happenedTime: clockTime('The time'),
    /** Of a hearing: its own day and time. */
    courtOn: optionalCivilDate('The day in court'),
    courtTime: optionalClockTime('The time in court'),
    /** Of a hearing or a verdict: when sentence is given. */
    sentenceOn: optionalCivilDate('The day of the sentence'),
    sentenceTime: optionalClockTime('The time of the sentence'),
    /** The reference of the victim whom it is about, where it is about one of several. */
    about: optionalText('Whom it is about', 40),
    details: optionalText('Details', 2000),
  }),
  output: z.object({ event: z.uuid(), victims: z.array(z.uuid()).readonly(), occurrence: z.int() }),
  access: { staff: WITNESS_CARE },
  purpose: PURPOSE,
  audit: {
    event: 'case-event.court-logged',
    subjects: (_, { victims, occurrence }) => [
      { kind: 'occurrence', id: occurrence },
      ...victims.map((id) => ({ kind: 'victim', id })),
    ],
    detail: ({ kind }, { event }) => ({ kind, event }),
  },
  async run(tx, { crime, kind, happenedOn, happenedTime, about, details, ...days }) {
    const happenedAt = momentOf(happenedOn, happenedTime)
    const { takesPlaceAt, sentenceAt } = courtDays(days)
    const problem =
      courtDayProblem(kind, { takesPlaceAt, happenedAt }) ?? sentenceProblem(kind, { sentenceAt, happenedAt })
    if (problem !== null) throw new Invalid(problem)
    const { id: occurrence } = await findCrime(tx, crime)
    const seen = await followedIn(tx, occurrence)
    if (seen.length === 0)
      throw new Invalid({ crime: 'No victim of this case is followed here. Add the victim first, then log it.' })
    const victim = OF_ONE.includes(kind) ? await onlyOne(tx, seen, about) : seen[0]
    if (victim === undefined) throw new Invalid({ about: 'Choose whom it is about' })
    const event = await keepLogged(tx, victim, {
      kind,
      details,
      happenedAt,
      receivedAt: tx.now,
      takesPlaceAt,
      sentenceAt,
    })
    return { event, occurrence, victims: OF_ONE.includes(kind) ? [victim.id] : seen.map(({ id }) => id) }
  },
})

interface Days {
  readonly courtOn: string | null
  readonly courtTime: string | null
  readonly sentenceOn: string | null
  readonly sentenceTime: string | null
}

/** Courts begin at ten where no time is given. Throws Invalid for a time without its day. */
function courtDays({ courtOn, courtTime, sentenceOn, sentenceTime }: Days) {
  if (courtOn === null && courtTime !== null)
    throw new Invalid({ courtOn: 'Give the day of the hearing with its time (VCT22)' })
  if (sentenceOn === null && sentenceTime !== null)
    throw new Invalid({ sentenceOn: 'Give the day of the sentence with its time (VCT23)' })
  return {
    takesPlaceAt: courtOn === null ? null : momentOf(courtOn, courtTime ?? '10:00'),
    sentenceAt: sentenceOn === null ? null : momentOf(sentenceOn, sentenceTime ?? '10:00'),
  }
}

/** The one whom it is about: there is no other, or their reference was given. Throws Invalid, which names the references. */
async function onlyOne(tx: Tx, seen: readonly OwedVictim[], about: string | null): Promise<OwedVictim | undefined> {
  if (seen.length === 1 && about === null) return seen[0]
  const references = rowsAs<{ id: string; reference: string }>(
    await tx.client.query('SELECT id, reference FROM record WHERE id = ANY ($1::uuid[]) ORDER BY reference', [
      seen.map(({ id }) => id),
    ]),
  )
  const found = references.find(({ reference }) => reference === about?.toUpperCase())
  if (found === undefined) {
    const all = references.map(({ reference }) => reference).join(', ')
    throw new Invalid({ about: `This is about one victim. Give the reference of the one: ${all}` })
  }
  return seen.find(({ id }) => id === found.id)
}
