import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { guardColumns } from '../records/guards.ts'
import type { RecordRow } from '../records/record.ts'
import { addEntry } from '../records/timeline.ts'
import { scoreOf, type Answers, type Instrument } from './instrument.ts'
import { assessmentProblem } from './rules/asm01-answered.ts'

export interface NewAssessment {
  readonly answers: Answers
  readonly judgement: string
  /** Why it is another than what the answers suggest. */
  readonly reason: string | null
}

/**
 * Keeps an assessment of a locked record, after the one before it, which stays as it was, and writes it on the timeline. Throws
 * Invalid by field (ASM01, ASM02). Gives its id and its score.
 */
export async function addAssessment(
  tx: Tx,
  record: RecordRow,
  instrument: Instrument,
  { answers, judgement, reason }: NewAssessment,
): Promise<{ readonly id: string; readonly score: number }> {
  const { account } = tx.reader
  if (account === null) throw new Forbidden()
  const problem = assessmentProblem(instrument, answers, judgement, reason)
  if (problem !== null) throw new Invalid(problem)
  const id = randomUUID()
  const score = scoreOf(instrument, answers)
  const suggestion = instrument.suggest(answers)
  await tx.db
    .insertInto('assessment')
    .values({
      id,
      record_id: record.id,
      instrument: instrument.code,
      instrument_version: instrument.version,
      answers: JSON.stringify(answers),
      score,
      suggestion,
      judgement,
      reason: judgement === suggestion ? null : reason,
      previous_id: await latestId(tx, record.id, instrument.code),
      made_by: account,
      made_at: tx.now,
      ...guardColumns(record.guards),
    })
    .execute()
  const words = `${instrument.title}: ${instrument.judgements[judgement] ?? judgement}, ${score} of ${mostOf(instrument)}.`
  await addEntry(tx, record.id, record.guards, { kind: 'note', words, ...(reason !== null && { reason }) })
  return { id, score }
}

export function mostOf({ items, scale }: Pick<Instrument, 'items' | 'scale'>): number {
  return items.filter(({ scored }) => scored !== false).length * (scale.length - 1)
}

async function latestId(tx: Tx, record: string, instrument: string): Promise<string | null> {
  const [row] = rowsAs<{ id: string }>(
    await tx.client.query(
      'SELECT id FROM assessment WHERE record_id = $1 AND instrument = $2 ORDER BY made_at DESC, id LIMIT 1',
      [record, instrument],
    ),
  )
  return row?.id ?? null
}
