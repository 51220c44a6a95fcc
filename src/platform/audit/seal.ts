import { createHash } from 'node:crypto'

/** A seal: which transactions it covers, what stood in them, and the head of the chain after it. */
export interface Seal {
  /** From 1, without a gap. */
  readonly seq: number
  readonly era: number
  /** Transaction numbers from (inclusive) to (exclusive); text, since they need 64 bits. */
  readonly fromXact: string
  readonly toXact: string
  readonly rows: number
  /** When the first and last of the rows say that they happened: microseconds since 1970, as text. */
  readonly firstAt: string
  readonly lastAt: string
  readonly sealedAt: Date
  /** 64 hexadecimal digits. */
  readonly head: string
}

export type UnheadedSeal = Omit<Seal, 'head'>

/** The chain begins here. */
export const NO_HEAD = '0'.repeat(64)

/**
 * SHA-256 of the previous head (32 bytes), what the seal says of itself, and the digest of its rows (32 bytes): so that
 * neither a row, nor a seal's own columns, nor its place in the chain can change unseen.
 */
export function headOf(previousHead: string, seal: UnheadedSeal, rowsDigest: string): string {
  const { seq, era, fromXact, toXact, rows, firstAt, lastAt, sealedAt } = seal
  return createHash('sha256')
    .update(Buffer.from(previousHead, 'hex'))
    .update(JSON.stringify([seq, era, fromXact, toXact, rows, firstAt, lastAt, sealedAt.toISOString()]))
    .update(Buffer.from(rowsDigest, 'hex'))
    .digest('hex')
}

/** Columns of a `Seal`, from `audit_seal` under the alias `s`. */
export const SEAL_COLUMNS = `s.seq, s.era, s.from_xact::text AS "fromXact", s.to_xact::text AS "toXact",
  s.row_count AS rows, (extract(epoch FROM s.first_at) * 1000000)::bigint::text AS "firstAt",
  (extract(epoch FROM s.last_at) * 1000000)::bigint::text AS "lastAt", s.sealed_at AS "sealedAt",
  encode(s.head, 'hex') AS head`

/** Microseconds since 1970, as text, to a moment (to the millisecond). */
export function momentOf(micros: string): Date {
  return new Date(Number(BigInt(micros) / 1000n))
}
