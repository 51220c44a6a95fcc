import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { sameVersion, version } from '#kernel/organisation/versions.ts'
import { MARKER_KIND_NAMES } from '#kernel/parties/markers.ts'
import { PARTY_KIND_NAMES } from '#kernel/parties/words.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, id, text } from '#platform/forms/fields.ts'
import { getMarker, getParty, markerId } from '../queries/forms.ts'
import { reviewProblem, startProblem } from '../rules/mkr01-review.ts'
import { MARKERS_ADDED_BY, MARKERS_ENDED_BY, markersByHand } from '../rules/mkr04-by-hand.ts'

/** On whom or what something was done: where its page is. */
export const done = z.object({ id: z.int(), kind: z.enum(PARTY_KIND_NAMES) })

const aboutParty = (_input: unknown, output: z.output<typeof done>) => [{ kind: 'party', id: output.id }]

export const addMarker = command({
  name: 'party-marker.add',
  summary: 'Add a marker: what whoever meets them, or goes there, must know',
  input: z.object({
    id: id('Reference'),
    marker: choice('The marker', MARKER_KIND_NAMES),
    words: text('What whoever goes there must know', 500),
    startsOn: civilDate('Known since'),
    reviewOn: civilDate('The review'),
  }),
  output: done,
  access: { staff: MARKERS_ADDED_BY },
  purpose: 'policing',
  audit: {
    event: 'party.marker-added',
    subjects: (input) => [{ kind: 'party', id: input.id }],
    detail: ({ marker, reviewOn }) => ({ marker, reviewOn }),
  },
  async run(tx, { id: wanted, marker, words, startsOn, reviewOn }) {
    const party = await getParty(tx, wanted)
    if (!markersByHand(party.kind).some(({ kind }) => kind === marker))
      throw new Invalid({ marker: 'Choose a marker from the list (rule MKR04)' })
    const now = today(tx)
    refuseOn(startProblem(getCivilDate(startsOn), now), reviewProblem(getCivilDate(reviewOn), now))
    await tx.db
      .insertInto('party_marker')
      .values({
        id: randomUUID(),
        party_id: party.id,
        kind: marker,
        words,
        starts_on: startsOn,
        review_on: reviewOn,
        source: 'entered',
        added_by: tx.reader.account,
        marking: party.marking,
        compartment_id: party.compartment,
      })
      .execute()
    return { id: party.id, kind: party.kind }
  },
})

/** It, locked and not changed since `seen`, and whose it is. Throws NotFound, Conflict, and Invalid where it has ended. */
async function lockMarker(tx: Tx, wanted: string, seen: number) {
  const marker = await getMarker(tx, wanted, 'FOR UPDATE OF m')
  sameVersion(marker, seen)
  if (marker.endedOn !== null)
    throw new Invalid({ '': 'This marker has ended already. Add a new one if it is so again.' })
  return { marker, party: await getParty(tx, marker.party) }
}

export const endMarker = command({
  name: 'party-marker.end',
  summary: 'End a marker, with the reason: it stays among what was known',
  input: z.object({ id: markerId, version, reason: text('The reason', 500) }),
  output: done,
  access: { staff: MARKERS_ENDED_BY },
  purpose: 'policing',
  audit: { event: 'party.marker-ended', subjects: aboutParty, detail: (input) => ({ marker: input.id }) },
  async run(tx, input) {
    const { marker, party } = await lockMarker(tx, input.id, input.version)
    await tx.db
      .updateTable('party_marker')
      .set({ ended_on: today(tx), ended_reason: input.reason, version: marker.version + 1 })
      .where('id', '=', marker.id)
      .execute()
    return { id: party.id, kind: party.kind }
  },
})

export const reviewMarker = command({
  name: 'party-marker.review',
  summary: 'Say that a marker still holds, what there is to know now, and when it is looked at again',
  input: z.object({
    id: markerId,
    version,
    words: text('What whoever goes there must know', 500),
    reviewOn: civilDate('The next review'),
  }),
  output: done,
  access: { staff: MARKERS_ENDED_BY },
  purpose: 'policing',
  audit: {
    event: 'party.marker-reviewed',
    subjects: aboutParty,
    detail: (input) => ({ marker: input.id, reviewOn: input.reviewOn }),
  },
  async run(tx, input) {
    const { marker, party } = await lockMarker(tx, input.id, input.version)
    refuseOn(reviewProblem(getCivilDate(input.reviewOn), today(tx)))
    await tx.db
      .updateTable('party_marker')
      .set({ review_on: input.reviewOn, words: input.words, version: marker.version + 1 })
      .where('id', '=', marker.id)
      .execute()
    return { id: party.id, kind: party.kind }
  },
})
