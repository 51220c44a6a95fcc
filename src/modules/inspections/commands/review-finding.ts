import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { text } from '#platform/forms/fields.ts'
import { meet, openReview } from '../duties/owed.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, findingChanged, findingSeen } from './finding-fields.ts'
import { lockFinding, owedOn } from './locked-finding.ts'

export const reviewFinding = command({
  name: 'finding.review',
  summary: 'Look at a finding again: what its chart says, what is done next',
  input: z.object({ ...findingSeen, words: text('What was seen', 4000) }),
  output: findingChanged,
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: { event: 'finding.reviewed', subjects: aboutFinding },
  async run(tx, { id, version, words }) {
    const finding = await lockFinding(tx, id, version)
    await changeRecord(tx, finding.record, {})
    await addEntry(tx, id, finding.record.guards, { kind: 'note', words: `Looked at again. ${words}` })
    await meet(tx, 'FIN-03', id, 'Looked at again')
    if (finding.owes) await openReview(tx, owedOn(finding), 'finding.reviewed')
    return { id }
  },
})
