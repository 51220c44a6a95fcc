import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { evidenceViewOf, getEvidence } from '#kernel/evidence/row.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { sameVersion, version } from '#kernel/organisation/versions.ts'
import { markedWithinClearance } from '#kernel/records/rules/rec01-own-clearance.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Forbidden, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { getAskedQuestion } from './asked-question.ts'
import { JUDGES } from './judges.ts'
import { statementEvidenceProblem } from './slf02-statement-evidence.ts'
import { STATEMENT_KINDS } from './statements.ts'

export const addStatement = command({
  name: 'statement.add',
  summary: 'Say what the force does well, or lacks, on a question, with what shows it',
  input: z.object({
    question: text('Question', 60),
    kind: choice('Strength or gap', keysOf(STATEMENT_KINDS)),
    text: text('What you say', 2000),
    evidence: z
      .union([z.null(), z.literal('').transform(() => null), z.uuid({ error: 'Choose the evidence from the list' })], {
        error: 'Choose the evidence from the list',
      })
      .optional()
      .transform((id) => id ?? null),
    marking: choice('The marking', MARKINGS),
  }),
  output: z.object({ id: z.uuid(), question: z.string() }),
  access: { staff: JUDGES },
  purpose: 'effectiveness',
  audit: {
    event: 'statement.added',
    subjects: (input, { id }) => [
      { kind: 'self-statement', id },
      { kind: 'question', id: input.question },
    ],
    detail: ({ kind, evidence }) => ({ kind, evidence }),
  },
  async run(tx, { question, kind, text: words, evidence, marking }) {
    if (tx.reader.account === null) throw new Forbidden()
    const asked = getAskedQuestion(question)
    refuseOn(markedWithinClearance(marking, tx.reader.clearance))
    if (evidence !== null) {
      const named = evidenceViewOf(tx, await getEvidence(tx, evidence))
      refuseOn(statementEvidenceProblem(marking, { ...named, withdrawn: named.age === 'withdrawn' }))
    }
    const id = randomUUID()
    await tx.db
      .insertInto('self_statement')
      .values({
        id,
        question: asked.code,
        kind,
        text: words,
        evidence_id: evidence,
        made_by: tx.reader.account,
        made_at: tx.now,
        marking,
      })
      .execute()
    return { id, question: asked.code }
  },
})

export const withdrawStatement = command({
  name: 'statement.withdraw',
  summary: 'Take back what the force said of itself, with the reason: it stays to be seen',
  input: z.object({
    statement: z.uuid({ error: 'This is not the reference of a statement' }),
    version,
    reason: text('Reason', 1000),
  }),
  output: z.object({ question: z.string() }),
  access: { staff: JUDGES },
  purpose: 'effectiveness',
  audit: { event: 'statement.withdrawn', subjects: ({ statement }) => [{ kind: 'self-statement', id: statement }] },
  async run(tx, { statement, version: seen, reason }) {
    const [row] = rowsAs<{ question: string; withdrawn: boolean; version: number }>(
      await tx.client.query(
        `SELECT question, withdrawn_at IS NOT NULL AS withdrawn, version FROM self_statement WHERE id = $1 FOR UPDATE`,
        [statement],
      ),
    )
    if (row === undefined) throw new NotFound({ kind: 'self-statement', id: statement })
    if (row.withdrawn) throw new RuleRefused('SLF03', 'This was taken back already.')
    sameVersion(row, seen)
    await tx.db
      .updateTable('self_statement')
      .set({
        withdrawn_at: tx.now,
        withdrawn_by: tx.reader.account,
        withdrawn_reason: reason,
        version: row.version + 1,
      })
      .where('id', '=', statement)
      .execute()
    return { question: row.question }
  },
})
