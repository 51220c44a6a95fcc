import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { civilDate } from '#platform/forms/fields.ts'
import { dayWithYear } from '#ui/words/dates.ts'
import { openByDate } from '../duties/owed.ts'
import { dueProblem } from '../rules/fnd11-due.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, findingChanged, findingSeen } from './finding-fields.ts'
import { lockFinding, owedOn } from './locked-finding.ts'

export const setDue = command({
  name: 'finding.set-due',
  summary: 'Set the day by which a finding is to be met, where its report gives none',
  input: z.object({ ...findingSeen, due: civilDate('The day') }),
  output: findingChanged,
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: { event: 'finding.due-set', subjects: aboutFinding, detail: ({ due }) => ({ due }) },
  async run(tx, { id, version, due }) {
    const finding = await lockFinding(tx, id, version)
    const { record, due: stands } = finding
    const day = getCivilDate(due)
    refuseOn(dueProblem(stands, day, today(tx)))
    await tx.db.updateTable('finding').set({ due }).where('id', '=', id).execute()
    await changeRecord(tx, record, {})
    await addEntry(tx, id, record.guards, { kind: 'change', words: `To be met by ${dayWithYear(due)}.` })
    if (finding.owes) await openByDate(tx, owedOn(finding), day, 'finding.due-set')
    return { id }
  },
})
