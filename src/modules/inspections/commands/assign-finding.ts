import { z } from 'zod'
import { heldHere, MARKING_ANSWERS } from '#kernel/documents/rules/doc01-held-elsewhere.ts'
import { command } from '#kernel/operations.ts'
import { handOn } from '#kernel/records/hand-on.ts'
import { receiverBy } from '#kernel/records/receiver.ts'
import { lockRecord } from '#kernel/records/record.ts'
import { choice, optionalId, optionalText, text } from '#platform/forms/fields.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, findingChanged, findingSeen } from './finding-fields.ts'

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
    reason: text('Reason', 1000),
  }),
  output: findingChanged,
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: {
    event: 'finding.assigned',
    subjects: aboutFinding,
    detail: ({ team, marking, compartment }) => ({ team, marking, compartment }),
  },
  async run(tx, { id, version, number, team, reason, ...input }) {
    const record = await lockRecord(tx, 'finding', id, version)
    const marking = heldHere(input.marking)
    const owner = number === null ? null : (await receiverBy(tx, number, 'number')).id
    await handOn(tx, record, { ...record.guards, owner, unit: team, marking, compartment: input.compartment }, reason)
    return { id }
  },
})
