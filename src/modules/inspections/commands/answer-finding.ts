import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { keysOf } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, optionalText } from '#platform/forms/fields.ts'
import { meet } from '../duties/owed.ts'
import { answerProblem, ANSWERS } from '../rules/fnd06-answer.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, findingChanged, findingSeen } from './finding-fields.ts'
import { lockFinding, stageOrRefused } from './locked-finding.ts'

export const answerFinding = command({
  name: 'finding.answer',
  summary: 'Answer a finding: accept it, accept it in part, or decline it with the reason',
  input: z.object({
    ...findingSeen,
    answer: choice('The answer', keysOf(ANSWERS)),
    reason: optionalText('Reason', 4000),
  }),
  output: findingChanged,
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: { event: 'finding.answered', subjects: aboutFinding, detail: ({ answer }) => ({ answer }) },
  async run(tx, { id, version, answer, reason }) {
    const problem = answerProblem(answer, reason)
    if (problem !== null) throw new Invalid({ reason: problem })
    const { record, stage } = await lockFinding(tx, id, version)
    await tx.db.updateTable('finding').set({ answer, answer_reason: reason }).where('id', '=', id).execute()
    await changeRecord(tx, record, answer === 'declined' ? {} : { stage: stageOrRefused(stage, 'start') })
    const words = `Answered: ${ANSWERS[answer]}.`
    await addEntry(tx, id, record.guards, {
      kind: 'decision',
      words,
      options: Object.values(ANSWERS),
      reason: reason ?? words,
    })
    await meet(tx, 'FIN-01', id, words)
    return { id }
  },
})
