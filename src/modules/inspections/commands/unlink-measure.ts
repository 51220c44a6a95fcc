import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, findingChanged, findingSeen } from './finding-fields.ts'
import { lockFinding } from './locked-finding.ts'

export const unlinkMeasure = command({
  name: 'finding.unlink-measure',
  summary: 'Take a measure off a finding, with the reason, which stays',
  input: z.object({ ...findingSeen, measure: text('The measure', 60), reason: text('Reason', 1000) }),
  output: findingChanged,
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: { event: 'finding.measure-unlinked', subjects: aboutFinding, detail: ({ measure }) => ({ measure }) },
  async run(tx, { id, version, measure, reason }) {
    const { record } = await lockFinding(tx, id, version)
    const { numUpdatedRows } = await tx.db
      .updateTable('finding_measure')
      .set({ unlinked_at: tx.now, unlinked_by: tx.reader.account, unlinked_reason: reason })
      .where('finding_id', '=', id)
      .where('measure', '=', measure)
      .where('unlinked_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new Invalid({ measure: 'This measure is not linked to it' })
    await changeRecord(tx, record, {})
    await addEntry(tx, id, record.guards, { kind: 'change', words: `No longer measured by ${measure}.`, reason })
    return { id }
  },
})
