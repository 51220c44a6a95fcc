import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { version } from '#kernel/organisation/versions.ts'
import { findKnown } from '#kernel/parties/find-known.ts'
import { guardColumns, type Guards } from '#kernel/records/guards.ts'
import { changeRecord, lockRecord, openRecord, recordId } from '#kernel/records/record.ts'
import { partyId } from '#kernel/parties/party-id.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { civilDate, id, optionalCivilDate, optionalText, text } from '#platform/forms/fields.ts'
import { endContact, oweContact } from '../duties/owed.ts'
import { getArea } from '../queries/area.ts'
import { getKeyIndividual } from '../queries/key-individual.ts'
import { ownArea } from '../rules/eng01-own-area.ts'
import { agreementDay, reviewDay } from '../rules/kin01-review.ts'
import { WRITERS } from '../writers.ts'

const done = z.object({ id: z.string(), area: z.int() })
const seen = { id: recordId, version }
const access = { staff: WRITERS } as const
const purpose = 'neighbourhood policing'
const subjects = (_input: unknown, { id: one }: z.output<typeof done>) => [{ kind: 'key-individual', id: one }]

export const addKeyIndividual = command({
  name: 'key-individual.add',
  summary: 'Add somebody who knows the area: who, their role in the community, what for, until when',
  input: z.object({
    area: id('Area'),
    who: partyId('who it is'),
    role: text('Their role in the community', 100),
    purpose: text('What they are kept here for', 300),
    agreedOn: optionalCivilDate('The day on which they agreed'),
    reviewOn: civilDate('The review'),
  }),
  output: done.extend({ party: z.int() }),
  access,
  purpose,
  audit: {
    event: 'key-individual.added',
    subjects: (_input, output) => [
      { kind: 'key-individual', id: output.id },
      { kind: 'party', id: output.party },
    ],
    detail: ({ area, reviewOn }) => ({ area, reviewOn }),
  },
  async run(tx, { area: wanted, who, role, purpose, agreedOn, reviewOn }) {
    const now = today(tx)
    const agreed = agreedOn === null ? null : getCivilDate(agreedOn)
    refuseOn(ownArea(tx.reader, wanted), reviewDay(getCivilDate(reviewOn), now), agreementDay(agreed, now))
    const area = await getArea(tx, wanted)
    const party = await findKnown(tx, who)
    await notThereYet(tx, party.id, area.id)
    const { marking, compartment } = party
    const guards: Guards = { area: area.id, unit: null, owner: tx.reader.account, marking, compartment }
    // Its title is the role: the name stays with the party, which may be protected one day.
    const opened = await openRecord(tx, {
      kind: 'key-individual',
      title: role,
      stage: agreed === null ? 'not-agreed-yet' : 'agreed',
      words: purpose,
      guards,
    })
    await tx.db
      .insertInto('key_individual')
      .values({
        id: opened.id,
        party_id: party.id,
        role,
        purpose,
        agreed_on: agreedOn,
        review_on: reviewOn,
        ...guardColumns(guards),
      })
      .execute()
    await oweContact(tx, { id: opened.id, role, guards }, { by: 'key-individual.added', how: null })
    return { id: opened.id, area: area.id, party: party.id }
  },
})

async function notThereYet(tx: Tx, party: number, area: number): Promise<void> {
  const { rowCount } = await tx.client.query(
    'SELECT FROM key_individual WHERE party_id = $1 AND area_id = $2 AND ended_on IS NULL',
    [party, area],
  )
  if (rowCount !== 0) throw new Invalid({ who: 'They are among the key individuals of this area already.' })
}

/** Its record locked, and it as it stands. Throws NotFound, Conflict, and Invalid where it has ended. */
async function lock(tx: Tx, wanted: string, version: number) {
  const record = await lockRecord(tx, 'key-individual', wanted, version)
  const one = await getKeyIndividual(tx, wanted)
  if (one.endedOn !== null) throw new Invalid({ '': 'This tie has ended. Add them again if it is so again.' })
  return { record, one }
}

export const contactKeyIndividual = command({
  name: 'key-individual.contact',
  summary: 'Say that you talked with a key individual',
  input: z.object({ ...seen, words: optionalText('Words', 2000) }),
  output: done,
  access,
  purpose,
  audit: { event: 'key-individual.contacted', subjects },
  async run(tx, { id: wanted, version, words }) {
    const { record, one } = await lock(tx, wanted, version)
    await tx.db.updateTable('key_individual').set({ last_contact_at: tx.now }).where('id', '=', wanted).execute()
    await changeRecord(tx, record, {}, { kind: 'contact', words: words ?? 'Talked with them.' })
    const about = { id: wanted, role: one.role, guards: record.guards }
    await oweContact(tx, about, { by: 'key-individual.contacted', how: 'Talked with them' })
    return { id: wanted, area: one.area.id }
  },
})

export const reviewKeyIndividual = command({
  name: 'key-individual.review',
  summary: 'Say that a key individual is still to be kept, whether they agreed, and when it is looked at again',
  input: z.object({
    ...seen,
    agreedOn: optionalCivilDate('The day on which they agreed'),
    reviewOn: civilDate('The next review'),
  }),
  output: done,
  access,
  purpose,
  audit: { event: 'key-individual.reviewed', subjects, detail: ({ reviewOn }) => ({ reviewOn }) },
  async run(tx, { id: wanted, version, agreedOn, reviewOn }) {
    const { record, one } = await lock(tx, wanted, version)
    const agreed = agreedOn === null ? null : getCivilDate(agreedOn)
    refuseOn(reviewDay(getCivilDate(reviewOn), today(tx)), agreementDay(agreed, today(tx)))
    const set = { agreed_on: agreedOn, review_on: reviewOn }
    await tx.db.updateTable('key_individual').set(set).where('id', '=', wanted).execute()
    const stage = agreed === null ? 'not-agreed-yet' : 'agreed'
    await changeRecord(tx, record, { stage }, { kind: 'note', words: 'Looked at again: still to be kept.' })
    return { id: wanted, area: one.area.id }
  },
})

export const endKeyIndividual = command({
  name: 'key-individual.end',
  summary: 'End a tie with a key individual: they moved, or asked to be left out',
  input: z.object({ ...seen, reason: text('The reason', 500) }),
  output: done,
  access,
  purpose,
  audit: { event: 'key-individual.ended', subjects },
  async run(tx, { id: wanted, version, reason }) {
    const { record, one } = await lock(tx, wanted, version)
    const set = { ended_on: today(tx), ended_reason: reason }
    await tx.db.updateTable('key_individual').set(set).where('id', '=', wanted).execute()
    await endContact(tx, wanted, 'The tie has ended')
    await changeRecord(tx, record, { stage: 'ended', closedAt: tx.now }, { kind: 'closed', words: reason })
    return { id: wanted, area: one.area.id }
  },
})
