import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { ageOn, EVIDENCE_AGES } from '#kernel/evidence/rules/evd01-age.ts'
import { today } from '#kernel/organisation/today.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export const STATEMENT_KINDS = { strength: 'Strength', gap: 'Gap' } as const

/** What the force says of itself: a strength, or a gap that it discloses itself. */
export const statementModel = z.object({
  id: z.uuid(),
  question: z.string(),
  kind: z.enum(['strength', 'gap']),
  text: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  marking: z.enum(MARKINGS),
  /** Null where it names none, or none that is open to this reader: the two read alike. */
  evidence: z
    .object({ id: z.uuid(), title: z.string(), observedOn: z.string(), age: z.enum(EVIDENCE_AGES) })
    .nullable(),
  withdrawn: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
  version: z.int(),
})
export type Statement = z.output<typeof statementModel>

interface Row extends Omit<Statement, 'at' | 'evidence' | 'withdrawn'> {
  readonly at: Date
  readonly evidenceId: string | null
  readonly evidenceTitle: string | null
  readonly observedOn: string | null
  readonly keepsDays: number | null
  readonly evidenceWithdrawn: string | null
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: string | null
  readonly withdrawnReason: string | null
}

/**
 * The statements under a code (`PEEL2016` for a whole framework, `PEEL2016/E1` for a question and its diagnostics) that this
 * reader may see, those that stand first and the newest of them first. One statement.
 */
export async function statementsUnder(tx: Tx, code: string): Promise<readonly Statement[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT s.id, s.question, s.kind, s.text, a.name AS by, s.made_at AS at, s.marking, s.version,
        e.id AS "evidenceId", e.title AS "evidenceTitle", e.observed_on::text AS "observedOn", e.keeps_days AS "keepsDays",
        (e.withdrawn_at AT TIME ZONE 'Europe/London')::date::text AS "evidenceWithdrawn",
        s.withdrawn_at AS "withdrawnAt", w.name AS "withdrawnBy", s.withdrawn_reason AS "withdrawnReason"
      FROM self_statement s JOIN account a ON a.id = s.made_by LEFT JOIN account w ON w.id = s.withdrawn_by
        LEFT JOIN evidence e ON e.id = s.evidence_id
      WHERE s.question = $1 OR starts_with(s.question, $1 || '/') OR starts_with(s.question, $1 || '.')
      ORDER BY s.withdrawn_at IS NOT NULL, s.made_at DESC, s.id`,
      [code],
    ),
  )
  return rows.map((row) => statementOf(tx, row))
}

function statementOf(tx: Tx, row: Row): Statement {
  const { id, question, kind, text, by, marking, version } = row
  return {
    id,
    question,
    kind,
    text,
    by,
    marking,
    version,
    at: row.at.toISOString(),
    evidence: evidenceOf(tx, row),
    withdrawn:
      row.withdrawnAt === null
        ? null
        : { at: row.withdrawnAt.toISOString(), by: row.withdrawnBy ?? '', reason: row.withdrawnReason ?? '' },
  }
}

function evidenceOf(tx: Tx, row: Row): Statement['evidence'] {
  const { evidenceId: id, evidenceTitle: title, observedOn, keepsDays, evidenceWithdrawn } = row
  if (id === null || title === null || observedOn === null || keepsDays === null) return null
  const withdrawnOn = evidenceWithdrawn === null ? null : getCivilDate(evidenceWithdrawn)
  const age = ageOn({ observedOn: getCivilDate(observedOn), keepsDays, withdrawnOn }, today(tx))
  return { id, title, observedOn, age }
}
