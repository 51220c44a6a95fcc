import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid, RuleRefused } from '#platform/errors/errors.ts'
import { timeAndDay } from '#ui/words/dates.ts'
import { findBefore, type Before } from '../imports/find-before.ts'
import { discardText, findText, hashOf } from '../imports/kept-text.ts'
import { insertCopy, insertFindings, insertInspection, insertQuestions } from '../imports/save-plan.ts'
import type { ReadReport } from '../report/model.ts'
import { readReport } from '../report/read-report.ts'
import { planOf, type Choices, type Plan } from '../rules/fnd09-choices.ts'
import { WRITERS } from '../writers.ts'

/**
 * Saves a report that the person has looked at. It is read again from the text; the answers only say what becomes of its
 * candidates. Of a mended copy, what the copy before did not have.
 */
export const saveInspection = command({
  name: 'inspection.save',
  summary: 'Save an inspection report that you have looked at',
  input: z
    .object({
      /** Of the text that was looked at, as the preview gave it. */
      sha256: z
        .string({ error: 'Look at what was read first' })
        .regex(/^[0-9a-f]{64}$/, { error: 'Look at what was read first' }),
    })
    // `candidate-3`: leave, observation, assertion, or a grade; `candidate-3-question`, `page-0-question`: a number.
    .catchall(z.unknown()),
  output: z.object({ id: z.uuid(), findings: z.array(z.uuid()).readonly(), mended: z.boolean() }),
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: {
    event: 'inspection.saved',
    subjects: (_, { findings }) => findings.map((id) => ({ kind: 'finding', id })),
    detail: ({ sha256 }, { id, mended }) => ({ sha256, inspection: id, mended }),
  },
  async run(tx, { sha256, ...choices }) {
    const text = await findText(tx)
    if (text === null) throw new RuleRefused('FND09', 'There is no report to save any more. Paste it again.')
    if (hashOf(text) !== sha256)
      throw new RuleRefused(
        'FND09',
        'The text has changed since you looked at it. Nothing was saved: look at it as it is now.',
      )
    const report = readReport(text)
    await lockInspection(tx, report)
    const before = await findBefore(tx, report, sha256)
    const plan = plannedOrRefused(report, choices, before)
    const id = before?.inspection ?? (await insertInspection(tx, report, plan))
    if (id === null) throw new RuleRefused('FND08', 'Somebody has just imported this report. Look at it again.')
    await insertCopy(tx, id, text, sha256)
    if (before === null) await insertQuestions(tx, id, plan.questions)
    else await mend(tx, id, plan, before)
    const findings = await insertFindings(tx, id, plan, report)
    await discardText(tx)
    return { id, findings, mended: before !== null }
  },
})

/** Two who import the same inspection come one after the other. */
async function lockInspection(tx: Tx, { force, year, pillar }: ReadReport): Promise<void> {
  await tx.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `inspection ${force} ${year} ${pillar}`,
  ])
}

function plannedOrRefused(report: ReadReport, choices: Choices, before: Before | null): Plan {
  if (before?.same === true)
    throw new RuleRefused(
      'FND08',
      `This very report was imported by ${before.importedBy} at ${timeAndDay(before.importedAt.toISOString())}. Nothing was saved twice.`,
    )
  if (before !== null && before.differences === null)
    throw new RuleRefused(
      'FND08',
      'The copy that was imported before cannot be read any more, so nothing can be compared.',
    )
  const planned = planOf(report, choices, before?.differences ?? null)
  if ('errors' in planned) throw new Invalid(planned.errors)
  return planned.plan
}

/** Questions and grades that the copy before did not have. What is gone from the copy stays as it was saved. */
async function mend(tx: Tx, id: string, plan: Plan, { differences }: Before): Promise<void> {
  const added = new Set(differences?.questionsAdded)
  await insertQuestions(
    tx,
    id,
    plan.questions.filter(({ number }) => added.has(number)),
  )
  for (const { number, grade } of plan.questions) {
    if (grade === null || added.has(number)) continue
    await tx.db
      .updateTable('inspection_question')
      .set({ grade: grade.toLowerCase() })
      .where('inspection_id', '=', id)
      .where('number', '=', number)
      .where('grade', 'is distinct from', grade.toLowerCase())
      .execute()
  }
  if (plan.grade !== null)
    await tx.db.updateTable('inspection').set({ grade: plan.grade.toLowerCase() }).where('id', '=', id).execute()
}
