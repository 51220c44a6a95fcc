import { z } from 'zod'
import { heldHere, MARKING_ANSWERS } from '#kernel/documents/rules/doc01-held-elsewhere.ts'
import { withinClearance } from '#kernel/documents/rules/doc02-own-clearance.ts'
import { memberOf } from '#kernel/documents/rules/doc03-own-compartment.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { changeGuards } from '#kernel/records/guards.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, optionalId, optionalText } from '#platform/forms/fields.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, findingChanged, findingSeen } from './finding-fields.ts'
import { lockFinding } from './locked-finding.ts'

/** Who answers for a finding, and who may read it. With a team, those who reach the team read it; with none, the force. */
export const assignFinding = command({
  name: 'finding.assign',
  summary: 'Give a finding to somebody, or to a team, and say who may read it',
  input: z.object({
    ...findingSeen,
    /** Collar or staff number. */
    number: optionalText('Collar or staff number', 40),
    team: optionalId('Team'),
    marking: choice('The marking', MARKING_ANSWERS),
    compartment: optionalId('Compartment'),
  }),
  output: findingChanged,
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: {
    event: 'finding.assigned',
    subjects: aboutFinding,
    detail: ({ team, marking, compartment }) => ({ team, marking, compartment }),
  },
  async run(tx, input) {
    const { record } = await lockFinding(tx, input.id, input.version)
    const marking = heldHere(input.marking)
    refuseOn(withinClearance(marking, tx.reader.clearance), memberOf(input.compartment, tx.reader.compartments))
    const owner = input.number === null ? null : await ownerBy(tx, input.number)
    const team = input.team === null ? null : await teamBy(tx, input.team)
    const guards = {
      area: record.guards.area,
      unit: team?.id ?? null,
      owner: owner?.id ?? null,
      marking,
      compartment: input.compartment,
    }
    const to = [owner?.name, team?.name].filter((name) => name !== undefined).join(', ')
    await changeRecord(tx, record, {})
    await addEntry(tx, record.id, record.guards, {
      kind: 'change',
      words: to === '' ? 'Given back: nobody answers for it now.' : `Given to ${to}.`,
    })
    // Last: what is handed on may be out of the reach of whoever did it.
    await changeGuards(tx, record.id, guards)
    return { id: record.id }
  },
})

async function ownerBy(tx: Tx, number: string): Promise<{ readonly id: string; readonly name: string }> {
  const person = await tx.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('number', '=', number)
    .where('principal', '=', 'staff')
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (person === undefined)
    throw new Invalid({ number: 'Nobody of the force has this number. Look it up under People.' })
  return person
}

async function teamBy(tx: Tx, id: number): Promise<{ readonly id: number; readonly name: string }> {
  const unit = await tx.db.selectFrom('unit').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
  if (unit === undefined) throw new Invalid({ team: 'Choose the team from the list' })
  return unit
}
