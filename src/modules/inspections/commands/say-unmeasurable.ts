import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { text } from '#platform/forms/fields.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, findingChanged, findingSeen } from './finding-fields.ts'
import { lockFinding } from './locked-finding.ts'

export const sayUnmeasurable = command({
  name: 'finding.say-unmeasurable',
  summary: 'Say why a finding cannot be measured yet',
  input: z.object({ ...findingSeen, reason: text('Reason', 1000) }),
  output: findingChanged,
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: { event: 'finding.said-unmeasurable', subjects: aboutFinding },
  async run(tx, { id, version, reason }) {
    const { record } = await lockFinding(tx, id, version)
    await tx.db.updateTable('finding').set({ unmeasurable_reason: reason }).where('id', '=', id).execute()
    await changeRecord(tx, record, {})
    await addEntry(tx, id, record.guards, { kind: 'change', words: 'Not yet measurable.', reason })
    return { id }
  },
})
