import { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { ownUnit } from '#kernel/organisation/posting/own-unit.ts'
import { partyId } from '#kernel/parties/party-id.ts'
import { guardColumns, type Guards } from '#kernel/records/guards.ts'
import { openRecord } from '#kernel/records/record.ts'
import { readReference } from '#kernel/records/reference.ts'
import { codeInForce } from '#kernel/victims-code/code-in-force.ts'
import { STANDINGS } from '#kernel/victims-code/victim-rule.ts'
import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, optionalText, text } from '#platform/forms/fields.ts'
import { metByAct, oweFor } from '../duties/owed.ts'
import { flagsOfOffence, victimTitle } from '../rules/of-crime.ts'
import { whoIsNamed } from '../rules/who-is-named.ts'
import { WRITERS } from '../writers.ts'
import { PURPOSE, victimChanged } from './fields.ts'
import { findCrime } from './find-crime.ts'
import { getVictim } from './locked-victim.ts'

const optionalParty = z
  .union([z.null(), z.literal('').transform(() => null), partyId('who it is')])
  .optional()
  .transform((value) => value ?? null)
/** Known to the force from now on: what follows a report is owed to them from now, by the code of the day of the report. */
export const addVictim = command({
  name: 'victim.add',
  summary: 'Add a victim of a crime: a further one, a relative, a parent, a spokesperson or a business contact',
  input: z.object({
    crime: text('The crime', 200),
    standing: choice('What they are', keysOf(STANDINGS)),
    /** Somebody who is on record; else a name. */
    who: optionalParty,
    name: optionalText('Name', 200),
    /** The reference of the victim for whom they act. */
    forVictim: optionalText('For whom they act', 40),
  }),
  output: victimChanged.extend({ occurrence: z.int() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim.added',
    subjects: ({ who }, { id, occurrence }) => [
      { kind: 'victim', id },
      { kind: 'occurrence', id: occurrence },
      ...(who === null ? [] : [{ kind: 'party', id: who }]),
    ],
    detail: ({ standing }) => ({ standing }),
  },
  async run(tx, { crime: typed, standing, who, name, forVictim }) {
    const problem = whoIsNamed(standing, { who, name, forVictim })
    if (problem !== null) throw new Invalid(problem)
    const crime = await findCrime(tx, typed)
    const party = who === null ? null : await findParty(tx, who, crime.id)
    const other = forVictim === null ? null : await findOther(tx, forVictim, crime.id)
    const guards: Guards = {
      ...(other === null ? await ownUnit(tx) : { unit: other.unit, area: other.area }),
      owner: tx.reader.account,
      marking: [crime.marking, party?.marking, other?.marking].includes('OFFICIAL-SENSITIVE')
        ? 'OFFICIAL-SENSITIVE'
        : 'OFFICIAL',
      compartment: oneCompartment(crime.compartment, party?.compartment ?? null, other?.compartment ?? null),
    }
    const reportedAt = crime.reportedAt ?? tx.now
    const title = victimTitle(crime.offence, crime.number)
    const { id } = await openRecord(tx, { kind: 'victim', title, stage: 'open', words: crime.number ?? '', guards })
    await tx.db
      .insertInto('victim')
      .values({
        id,
        occurrence_id: crime.id,
        party_id: who,
        name,
        standing,
        for_victim: other?.id ?? null,
        source: 'hand',
        code: codeInForce(londonDateAt(reportedAt)),
        reported_at: reportedAt,
        flags: [...flagsOfOffence(crime.offenceCode, crime.offenceClass)],
        ...guardColumns(guards),
      })
      .execute()
    await oweFor(tx, await getVictim(tx, id), { id, kind: 'crime-reported', happenedAt: tx.now, receivedAt: tx.now })
    await metByAct(tx, id, 'recording', 'Recorded as a crime before they were added')
    return { id, occurrence: crime.id }
  },
})

async function findParty(tx: Tx, id: number, occurrence: number) {
  const [found] = rowsAs<{ marking: Marking; compartment: number | null; here: boolean }>(
    await tx.client.query(
      `SELECT marking, compartment_id AS compartment,
        EXISTS (SELECT FROM victim v WHERE v.occurrence_id = $2 AND v.party_id = party.id) AS here
      FROM party WHERE id = $1 AND kind IN ('person', 'organisation')`,
      [id, occurrence],
    ),
  )
  if (found === undefined)
    throw new Invalid({
      who: 'There is no person or organisation that you may open with this. Choose one from the list.',
    })
  if (found.here) throw new Invalid({ who: 'They are a victim of this crime here already. Open their page.' })
  return found
}

/** The same answer whether there is no such victim or they are hidden. */
async function findOther(tx: Tx, typed: string, occurrence: number): Promise<Guards & { readonly id: string }> {
  const [row] = rowsAs<{ id: string }>(
    await tx.client.query('SELECT v.id FROM victim v JOIN record r ON r.id = v.id WHERE r.reference = $1', [
      readReference(typed),
    ]),
  )
  if (row === undefined) throw new Invalid({ forVictim: 'There is no victim with this reference that you may open' })
  const { occurrence: of, guards } = await getVictim(tx, row.id)
  if (of !== occurrence) throw new Invalid({ forVictim: 'This is a victim of another crime' })
  return { id: row.id, ...guards }
}

function oneCompartment(...all: readonly (number | null)[]): number | null {
  const inside = [...new Set(all.filter((one) => one !== null))]
  if (inside.length > 1)
    throw new Invalid({ who: 'The crime and whom it harms are in two compartments. Ask a records custodian.' })
  return inside[0] ?? null
}
