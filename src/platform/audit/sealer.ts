import { setTimeout as sleep } from 'node:timers/promises'
import type { Store, Tx } from '#platform/db/transaction.ts'
import { exportHeads } from './export-heads.ts'
import { FIXED_SETTINGS, rowsDigest, type DigestRow } from './rows-digest.ts'
import { headOf, NO_HEAD, SEAL_COLUMNS, type Seal } from './seal.ts'
import { asAuditSystem, SEALING_LOCK } from './system.ts'

/** Rows in one seal, unless one transaction alone wrote more. */
const BATCH = 10_000
const FIRST_XACT = '0'

/** A stretch of transactions that are all over, so that nothing can be added to it any more. */
interface Range {
  readonly era: number
  readonly from: string
  /** Exclusive. */
  readonly to: string
}

export interface SealStep {
  readonly sealed: Seal | null
  /** There was more than one batch to seal: go on at once. */
  readonly more: boolean
}

/**
 * Seals the next batch of audit rows whose transactions are all over: those below the oldest one still running. A
 * writer that runs long holds sealing up and loses nothing. Does nothing while another process is at it.
 */
export async function sealNext(store: Store, batch = BATCH): Promise<SealStep> {
  return asAuditSystem<SealStep>(store, 'sealing the audit', async (tx) => {
    const nothing = { value: { sealed: null, more: false }, audit: [] }
    await tx.client.query(FIXED_SETTINGS)
    const lock = await tx.client.query<{ ours: boolean }>(`SELECT pg_try_advisory_xact_lock(${SEALING_LOCK}) AS ours`)
    if (lock.rows[0]?.ours !== true) return nothing
    const last = await findLastSeal(tx)
    const range = await findRange(tx, last, batch)
    if (range === null) return nothing
    const sealed = await seal(tx, last, range)
    return { value: { sealed, more: true }, audit: [] }
  })
}

export async function findLastSeal(tx: Tx): Promise<Seal | null> {
  const { rows } = await tx.client.query<Seal>(`SELECT ${SEAL_COLUMNS} FROM audit_seal s ORDER BY seq DESC LIMIT 1`)
  return rows[0] ?? null
}

/** The first stretch with rows in it: what is left of an older era first, for there nothing runs any more. */
async function findRange(tx: Tx, last: Seal | null, batch: number): Promise<Range | null> {
  const { rows: eras } = await tx.client.query<{ era: number; horizon: string | null }>(
    `SELECT era, CASE WHEN era = max(era) OVER () THEN pg_snapshot_xmin(pg_current_snapshot())::text END AS horizon
    FROM audit_era WHERE era >= $1 ORDER BY era`,
    [last?.era ?? 0],
  )
  for (const { era, horizon } of eras) {
    const from = last !== null && last.era === era ? last.toXact : FIRST_XACT
    const to = await rangeEnd(tx, { era, from, horizon }, batch)
    if (to !== null) return { era, from, to }
  }
  return null
}

/** Where a batch ends: never in the middle of a transaction. Null when there is nothing to seal. */
async function rangeEnd(
  tx: Tx,
  { era, from, horizon }: { readonly era: number; readonly from: string; readonly horizon: string | null },
  batch: number,
): Promise<string | null> {
  const at = async (direction: 'ASC' | 'DESC', offset: number): Promise<string | null> => {
    const { rows } = await tx.client.query<{ xact: string }>(
      // The alias matters: a bare xact in ORDER BY would be the text that is selected, and 9 would come after 10.
      `SELECT e.xact::text AS xact FROM audit_event e
      WHERE e.era = $1 AND e.xact >= $2::xid8 AND ($3::xid8 IS NULL OR e.xact < $3::xid8)
      ORDER BY e.era ${direction}, e.xact ${direction}, e.id ${direction} OFFSET $4 LIMIT 1`,
      [era, from, horizon, offset],
    )
    return rows[0]?.xact ?? null
  }
  const first = await at('ASC', 0)
  if (first === null) return null
  const beyond = await at('ASC', batch)
  if (beyond !== null) return beyond === first ? next(first) : beyond
  if (horizon !== null) return horizon
  return next((await at('DESC', 0)) ?? first)
}

function next(xact: string): string {
  return (BigInt(xact) + 1n).toString()
}

async function seal(tx: Tx, last: Seal | null, { era, from, to }: Range): Promise<Seal> {
  const { rows } = await tx.client.query<DigestRow>(rowsDigest('$1', '$2::xid8', '$3::xid8'), [era, from, to])
  const found = rows[0]
  if (found === undefined || found.firstAt === null || found.lastAt === null)
    throw new Error(`The rows of transactions ${from} to ${to} were there a moment ago and are gone.`)
  const unheaded = {
    seq: (last?.seq ?? 0) + 1,
    era,
    fromXact: from,
    toXact: to,
    rows: found.rows,
    firstAt: found.firstAt,
    lastAt: found.lastAt,
    sealedAt: tx.now,
  }
  const head = headOf(last?.head ?? NO_HEAD, unheaded, found.digest)
  await tx.client.query(
    `INSERT INTO audit_seal (seq, era, from_xact, to_xact, row_count, first_at, last_at, sealed_at, head)
    VALUES ($1, $2, $3, $4, $5, to_timestamp(0) + $6::bigint * interval '1 microsecond',
      to_timestamp(0) + $7::bigint * interval '1 microsecond', $8, decode($9, 'hex'))`,
    [unheaded.seq, era, from, to, found.rows, found.firstAt, found.lastAt, tx.now, head],
  )
  return { ...unheaded, head }
}

export interface SealerOptions {
  readonly store: Store
  /** Where each head goes outside the database, one JSON line each. */
  readonly headsFile: string
  /** Between rounds. */
  readonly seconds?: number
  readonly log: { error(details: object, message: string): void }
}

export interface Sealer {
  /** Ends after the round that is under way. */
  stop(): Promise<void>
}

/** Seals every few seconds until stopped. What fails is logged and tried again in the next round. */
export function startSealer({ store, headsFile, seconds = 3, log }: SealerOptions): Sealer {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        while (!stopping.signal.aborted && (await sealNext(store)).more);
        await exportHeads(store, headsFile)
      } catch (error) {
        log.error({ err: error }, 'sealing the audit failed; it is tried again')
      }
      await sleep(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
