import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { ExtractKind } from '../rules/kinds/all.ts'
import type { ExtractReport, KindReport, TotalLine } from '../rules/report.ts'

const LISTED = 100

/** Rows that the database found wrong, in the order of their files. */
export interface FoundFault {
  readonly file: number
  readonly line: number
  readonly field: string
  readonly fault: string
}

export async function foundFaults(tx: Tx, kind: ExtractKind, most: number): Promise<readonly FoundFault[]> {
  return rowsAs<FoundFault>(
    await tx.client.query(
      `SELECT file, line, fault_field AS field, fault FROM to_${kind} WHERE state = 'rejected' ORDER BY file, line LIMIT $1`,
      [most],
    ),
  )
}

type Counted = Omit<KindReport, 'kind' | 'inFile' | 'vanished' | 'vanishedNumbers' | 'knownAfter'>

/** Counts what becomes of the rows of a kind. `wrong`: rows that never came as far as the staging. */
export async function reconcileKind(
  tx: Tx,
  kind: ExtractKind,
  asked: { wrong: number; whole: boolean },
): Promise<KindReport> {
  const counted = rowsAs<Counted>(
    await tx.client.query(
      `SELECT ${[
        ['new', 'new'],
        ['changed', 'changed'],
        ['unchanged', 'unchanged'],
        ['older', 'older'],
        ['repeated', 'repeated'],
        ['left-out', 'leftOut'],
        ['rejected', 'rejected'],
      ]
        .map(([state, name]) => `(count(*) FILTER (WHERE state = '${state ?? ''}'))::integer AS "${name ?? ''}"`)
        .join(', ')},
         (count(*) FILTER (WHERE state = 'rejected' AND missing))::integer AS "missingLinks"
       FROM to_${kind}`,
    ),
  )[0]
  if (counted === undefined) throw new Error('A count answers one row.')
  const rejected = counted.rejected + asked.wrong
  const { new: added, changed, unchanged, older, repeated, leftOut } = counted
  return {
    kind,
    inFile: added + changed + unchanged + older + repeated + leftOut + rejected,
    ...counted,
    rejected,
    ...(await vanished(tx, kind, asked.whole)),
    knownAfter: (await known(tx, kind)) + added,
  }
}

async function vanished(
  tx: Tx,
  kind: ExtractKind,
  whole: boolean,
): Promise<Pick<KindReport, 'vanished' | 'vanishedNumbers'>> {
  if (!whole || kind === 'postcodes' || kind === 'totals') return { vanished: null, vanishedNumbers: [] }
  const { rows } = await tx.client.query<{ reference: string; of: number }>(
    `SELECT e.reference, (count(*) OVER ())::integer AS of FROM extract_row e
     WHERE e.kind = $1 AND NOT EXISTS (SELECT FROM in_${kind} s WHERE s.reference = e.reference) ORDER BY e.reference LIMIT $2`,
    [kind, LISTED],
  )
  return { vanished: rows[0]?.of ?? 0, vanishedNumbers: rows.map(({ reference }) => reference) }
}

async function known(tx: Tx, kind: ExtractKind): Promise<number> {
  if (kind === 'totals') return 0
  const { rows } = await tx.client.query<{ rows: number }>(
    kind === 'postcodes'
      ? 'SELECT count(*)::integer AS rows FROM postcode_point'
      : `SELECT count(*)::integer AS rows FROM extract_row WHERE kind = '${kind}'`,
  )
  return rows[0]?.rows ?? 0
}

/** The control totals beside the crimes of this extract, by the month in which they were recorded. */
export async function compareTotals(tx: Tx, kinds: ReadonlySet<ExtractKind>): Promise<ExtractReport['totals']> {
  if (!kinds.has('totals')) return null
  const found = kinds.has('crimes')
    ? `(SELECT count(*) FROM to_crimes c WHERE c.state NOT IN ('rejected', 'repeated', 'left-out') AND c.kind = 'crime'
        AND c.counted_month = t.month AND (t.offence_code IS NULL OR c.offence_code = t.offence_code)
        AND (t.offence_class IS NULL OR c.offence_class = t.offence_class))`
    : '0'
  const lines = rowsAs<TotalLine & { all: number; agree: number }>(
    await tx.client.query(
      `SELECT *, (count(*) OVER ())::integer AS all, (count(*) FILTER (WHERE given = found) OVER ())::integer AS agree FROM (
         SELECT to_char(t.month, 'YYYY-MM') AS month, concat_ws(' ', t.offence_code, t.offence_class) AS offence,
           t.given::integer AS given, (${found})::integer AS found
         FROM to_totals t WHERE t.state <> 'rejected') x
       ORDER BY (given = found), month, offence LIMIT $1`,
      [LISTED],
    ),
  )
  const differing = lines.filter((line) => line.given !== line.found)
  return {
    given: lines[0]?.all ?? 0,
    agree: lines[0]?.agree ?? 0,
    differing: differing.map(({ month, offence, given, found: here }) => ({ month, offence, given, found: here })),
  }
}

/** People and crimes that are restricted there by now, and stand open here since an earlier extract. */
export async function openThoughRestricted(tx: Tx, kind: ExtractKind): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ reference: string }>(
    `SELECT reference FROM to_${kind} WHERE restricted AND known IS NOT NULL ORDER BY reference LIMIT ${LISTED}`,
  )
  return rows.map(({ reference }) => reference)
}
