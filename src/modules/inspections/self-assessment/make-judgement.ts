import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command, query } from '#kernel/operations.ts'
import { optionalChoice } from '#kernel/organisation/paging.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Conflict, Forbidden } from '#platform/errors/errors.ts'
import { text, wholeNumber } from '#platform/forms/fields.ts'
import { GRADES } from '../reference/framework.ts'
import { getAskedQuestion } from './asked-question.ts'
import { judgementHistory, judgementModel, type Judgement } from './judgements.ts'
import { JUDGES } from './judges.ts'
import { gradeProblem } from './slf01-grade.ts'

const question = text('Question', 60)

/** A new version; the ones before stay as they were made, with who made them. */
export const makeJudgement = command({
  name: 'judgement.make',
  summary: 'Judge a question of the inspection: in words, with a grade or none',
  input: z.object({
    question,
    text: text('Judgement', 6000),
    grade: optionalChoice('the grade', GRADES),
    /** Of the judgement that stood when the person began; 0 where there was none. */
    version: wholeNumber('Version', { min: 0, max: 1_000_000 }),
  }),
  output: z.object({ question: z.string(), version: z.int() }),
  access: { staff: JUDGES },
  purpose: 'effectiveness',
  audit: {
    event: 'judgement.made',
    subjects: (input) => [{ kind: 'question', id: input.question }],
    detail: ({ grade }, { version }) => ({ grade, version }),
  },
  async run(tx, wanted) {
    if (tx.reader.account === null) throw new Forbidden()
    const asked = getAskedQuestion(wanted.question)
    refuseOn(gradeProblem(asked, wanted))
    const before = await lockLatest(tx, asked.code)
    if ((before?.version ?? 0) !== wanted.version)
      throw new Conflict(
        'Somebody else has judged this while you were working. Read theirs below, then save yours again if it still stands.',
        before,
      )
    const version = wanted.version + 1
    await tx.db
      .insertInto('judgement')
      .values({
        id: randomUUID(),
        question: asked.code,
        text: wanted.text,
        grade: wanted.grade?.toLowerCase() ?? null,
        made_by: tx.reader.account,
        made_at: tx.now,
        version,
      })
      .execute()
    return { question: asked.code, version }
  },
})

/** What stands now; two who judge the same question at once wait for one another. */
async function lockLatest(tx: Tx, code: string): Promise<Judgement | undefined> {
  await tx.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`judgement ${code}`])
  return (await judgementHistory(tx, code)).find((judgement) => judgement.question === code)
}

export const showJudgements = query({
  name: 'judgement.history',
  summary: 'Every version of the judgement on a question and on its diagnostics, the newest first',
  input: z.object({ question }),
  output: z.object({ judgements: z.array(judgementModel).readonly() }),
  access: { staff: [...JUDGES, 'auditor'] },
  purpose: 'effectiveness',
  audit: { event: 'judgement.history-opened', subjects: (input) => [{ kind: 'question', id: input.question }] },
  run: async (tx, input) => ({ judgements: await judgementHistory(tx, getAskedQuestion(input.question).code) }),
})
