import type { Tx } from '#platform/db/transaction.ts'
import type { SealTrouble } from './findings.ts'
import { rowsDigest, type DigestRow } from './rows-digest.ts'
import { headOf, NO_HEAD, SEAL_COLUMNS, type Seal } from './seal.ts'

/** A seal of the database, with what its rows come to now. */
export interface CheckedSeal {
  readonly stored: Seal
  readonly now: DigestRow
}

/** Seals looked at with one question to the database. */
const PAGE = 200

/** Every seal in order with its rows worked out again. */
export async function* checkedSeals(tx: Tx): AsyncGenerator<CheckedSeal> {
  for (let after = 0; ;) {
    const { rows } = await tx.client.query<Seal & { now: DigestRow }>(
      `SELECT ${SEAL_COLUMNS}, json_build_object('rows', d.rows, 'firstAt', d."firstAt", 'lastAt', d."lastAt",
          'digest', d.digest) AS now
      FROM (SELECT * FROM audit_seal WHERE seq > $1 ORDER BY seq LIMIT ${PAGE}) AS s
      CROSS JOIN LATERAL (${rowsDigest('s.era', 's.from_xact', 's.to_xact')}) AS d ORDER BY s.seq`,
      [after],
    )
    for (const { now, ...stored } of rows) yield { stored, now }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.seq
  }
}

/** What stood before a seal: the previous one as the database has it, and as it was exported. */
export interface Before {
  readonly stored: Seal | null
  readonly exported: Seal | null
}

/**
 * What is wrong with a seal, or null. The exported heads are believed before the database: they lie where its owner does
 * not reach.
 */
export function troubleWith({ stored, now }: CheckedSeal, exported: Seal | null, before: Before): SealTrouble | null {
  const truth = exported ?? stored
  if (now.rows < truth.rows) return { kind: 'rows-missing', seal: truth, rows: truth.rows - now.rows }
  if (now.rows > truth.rows) return { kind: 'rows-added', seal: truth, rows: now.rows - truth.rows }
  const holds = (seal: Seal, previous: Seal | null): boolean =>
    headOf(previous?.head ?? NO_HEAD, seal, now.digest) === seal.head
  const rowsHold = holds(truth, before.exported ?? before.stored)
  if (exported === null)
    return rowsHold ? broken(stored, before.stored) : { kind: 'rows-changed', seal: truth, rows: null }
  if (stored.head !== exported.head && holds(stored, before.stored))
    return { kind: 'chain-rebuilt', seal: truth, rows: null }
  if (!rowsHold) return { kind: 'rows-changed', seal: truth, rows: null }
  return same(stored, exported) ? null : { kind: 'seal-changed', seal: truth, rows: null }
}

function same(one: Seal, other: Seal): boolean {
  return one.head === other.head && headOf(NO_HEAD, one, NO_HEAD) === headOf(NO_HEAD, other, NO_HEAD)
}

/** A seal must begin where the one before it ended, or at the beginning of a later era; otherwise rows lie between. */
function broken(seal: Seal, previous: Seal | null): SealTrouble | null {
  const sameEra = previous?.era === seal.era
  const joins = sameEra ? seal.fromXact === previous.toXact : seal.fromXact === '0' && seal.era > (previous?.era ?? 0)
  return joins ? null : { kind: 'seal-changed', seal, rows: null }
}
