import type { Tx } from '#platform/db/transaction.ts'
import type { Finding, SealTrouble } from './findings.ts'
import { momentOf } from './seal.ts'

/** A month's partition of the audit that is not attached, or not there at all though months before and after it are. */
export interface AbsentMonth {
  /** `2026-05`. */
  readonly month: string
  readonly table: string
  readonly there: boolean
}

export async function absentMonths(tx: Tx): Promise<AbsentMonth[]> {
  const { rows } = await tx.client.query<{ month: string; table: string; there: boolean }>(
    `WITH part AS (
      SELECT c.relname, substring(c.relname FROM '^audit_(event|subject)_') AS of,
        to_date(right(c.relname, 7), 'YYYY_MM') AS month, c.relispartition
      FROM pg_class c WHERE c.relname ~ '^audit_(event|subject)_[0-9]{4}_[0-9]{2}$' AND c.relkind = 'r'
        AND c.relnamespace = 'public'::regnamespace
    ), wanted AS (
      SELECT base.of, generate_series(min(part.month), max(part.month), '1 month')::date AS month
      FROM part, (VALUES ('event'), ('subject')) AS base (of) GROUP BY base.of
    )
    SELECT to_char(w.month, 'YYYY-MM') AS month, 'audit_' || w.of || to_char(w.month, '_YYYY_MM') AS "table",
      p.relname IS NOT NULL AS there
    FROM wanted w LEFT JOIN part p ON p.of = w.of AND p.month = w.month
    WHERE p.relispartition IS NOT TRUE ORDER BY w.month, w.of`,
  )
  return rows
}

/** The finding for each absent month, with the seals whose rows are not all there because of it; and the other troubles. */
export function explainByMonths(
  absent: readonly AbsentMonth[],
  troubles: readonly SealTrouble[],
): { readonly findings: Finding[]; readonly rest: SealTrouble[] } {
  const findings = absent.map((month) =>
    findingFor(
      month,
      troubles.filter((trouble) => touches(trouble, month)),
    ),
  )
  const rest = troubles.filter((trouble) => !absent.some((month) => touches(trouble, month)))
  return { findings, rest }
}

function touches({ kind, seal }: SealTrouble, { month }: AbsentMonth): boolean {
  if (kind !== 'rows-missing' && kind !== 'rows-changed') return false
  const inMonth = (micros: string): string => momentOf(micros).toISOString().slice(0, 7)
  return inMonth(seal.firstAt) <= month && month <= inMonth(seal.lastAt)
}

function findingFor({ month, table, there }: AbsentMonth, troubles: readonly SealTrouble[]): Finding {
  const [first, last] = [troubles[0]?.seal, troubles.at(-1)?.seal]
  const state = there ? 'is there but detached from the audit' : 'is gone'
  const sealed = troubles.length === 1 ? '1 seal cannot' : `${troubles.length.toLocaleString('en-GB')} seals cannot`
  return {
    kind: 'month-detached',
    seals: first === undefined || last === undefined ? null : { first: first.seq, last: last.seq },
    from: `${month}-01T00:00:00.000Z`,
    to: null,
    rows: null,
    words: `The month ${month} (table ${table}) ${state}; ${sealed} be checked without it.`,
  }
}
