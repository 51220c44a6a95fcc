import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, id, optionalCivilDate, text } from '#platform/forms/fields.ts'
import { findOther } from '../queries/find-other.ts'
import { getLink, getParty } from '../queries/forms.ts'
import { endProblem, linkChoices } from '../rules/lnk01-by-hand.ts'
import { done } from './markers.ts'

export const addLink = command({
  name: 'party-link.add',
  summary: 'Link somebody or something to another: lives at, uses, is the partner of',
  input: z.object({
    id: id('Reference'),
    /** `lives-at`, or `lives-at-back` from the address. */
    tie: text('How they are linked', 40),
    other: text('Whom or what', 100),
    since: optionalCivilDate('Since'),
    basis: choice('What it rests on', ['fact', 'opinion']),
  }),
  output: done.extend({ link: z.int(), other: z.int() }),
  access: { staff: ['officer', 'supervisor', 'commander'] },
  purpose: 'policing',
  audit: {
    event: 'party.linked',
    subjects: (input, output) => [input.id, output.other].map((party) => ({ kind: 'party', id: party })),
    detail: ({ tie, basis }) => ({ tie, basis }),
  },
  async run(tx, { id: wanted, tie, other: words, since, basis }) {
    const party = await getParty(tx, wanted)
    const chosen = linkChoices(party.kind).find(({ code }) => code === tie)
    if (chosen === undefined) throw new Invalid({ tie: 'Choose how they are linked from the list (rule LNK01)' })
    const other = await findOther(tx, words, chosen.others)
    if (other.id === party.id) throw new Invalid({ other: 'This is the same one. Give the other end of the link.' })
    if (since !== null && since > today(tx)) throw new Invalid({ since: 'A link does not begin on a day to come.' })
    const compartment = party.compartment ?? other.compartment
    if (other.compartment !== null && other.compartment !== compartment)
      throw new Invalid({ other: 'The two are in different compartments: no link can be seen from both.' })
    const { id: link } = await tx.db
      .insertInto('party_link')
      .values({
        from_party: chosen.back ? other.id : party.id,
        to_party: chosen.back ? party.id : other.id,
        kind: chosen.kind,
        valid_from: since,
        basis,
        source: 'entered',
        // What ties two is no more open than either.
        marking: [party.marking, other.marking].includes('OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
        compartment_id: compartment,
        known_at: tx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id: party.id, kind: party.kind, link, other: other.id }
  },
})

export const endLink = command({
  name: 'party-link.end',
  summary: 'Say until when a link held that was entered here',
  input: z.object({ id: id('Link'), until: civilDate('Until') }),
  output: done,
  access: { staff: ['officer', 'supervisor', 'commander'] },
  purpose: 'policing',
  audit: {
    event: 'party.unlinked',
    subjects: (_input, output) => [{ kind: 'party', id: output.id }],
    detail: (input) => ({ link: input.id, until: input.until }),
  },
  async run(tx, input) {
    const link = await getLink(tx, input.id)
    refuseOn(endProblem(link.source))
    const until = getCivilDate(input.until)
    if (until > today(tx)) throw new Invalid({ until: 'Until must be today or before.' })
    if (link.from !== null && until < link.from) throw new Invalid({ until: 'This is before the link began.' })
    await tx.db.updateTable('party_link').set({ valid_to: until }).where('id', '=', link.id).execute()
    return { id: link.one.id, kind: link.one.kind }
  },
})
