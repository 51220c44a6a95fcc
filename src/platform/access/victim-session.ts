import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { SEARCH_PATH } from '#platform/db/context.ts'
import { literal } from '#platform/db/literal.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { SignInNeeded } from '#platform/errors/errors.ts'
import { DATABASE_ROLE, PUBLIC_READER, type Reader } from './reader.ts'
import type { LiveSession } from './resolve.ts'

/** Minutes without a request after which a victim's session is over: it does not lock, since nobody comes back to it. */
const VICTIM_IDLE_MINUTES = 20
/** However busy it is, it is over after so many minutes. */
const VICTIM_SESSION_MINUTES = 60

/** A victim at their own page: no account, no posting, no reach but their own rows. */
export function victimReader(victim: string): Reader {
  return { ...PUBLIC_READER, principal: 'victim', name: 'victim', victim }
}

/** The statements that open a transaction for a victim's session: one message, as `sessionStatements` is for staff. */
export function victimSessionStatements(tokenHash: Uint8Array, now: Date): string {
  const hash = `'\\x${Buffer.from(tokenHash).toString('hex')}'::bytea`
  const idle = `'${VICTIM_IDLE_MINUTES} minutes'::interval`
  return `BEGIN; ${SEARCH_PATH} SET LOCAL ROLE fp_gate;
    SELECT * FROM resolve_victim_session(${hash}, ${literal(now)}::timestamptz, ${idle})`
}

interface Row {
  readonly victim_id: string
  readonly csrf_token: string
  readonly started_at: Date
  readonly live: boolean
}

/** Reads the answer. Throws SignInNeeded when there is no such session, or it is over. */
export function readVictimSession(results: readonly pg.QueryResult[]): LiveSession {
  const row = rowsAs<Row>(results.at(-1))[0]
  if (row === undefined) throw new SignInNeeded('absent')
  const reader = victimReader(row.victim_id)
  if (!row.live) throw new SignInNeeded('ended', reader)
  return { reader, csrfToken: row.csrf_token, provedAt: row.started_at, postings: [] }
}

/** Starts a session of a victim by a link, as the gate. */
export async function makeVictimSession(
  client: pg.ClientBase,
  { hash, link, victim }: { readonly hash: Uint8Array; readonly link: string; readonly victim: string },
  now: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO victim_session (token_hash, link_id, victim_id, csrf_token, started_at, seen_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $5, $5::timestamptz + $6 * interval '1 minute')`,
    [hash, link, victim, randomBytes(32).toString('base64url'), now, VICTIM_SESSION_MINUTES],
  )
}

/** Ends a session, as the gate. Gives whose it was; null where there was none that ran. */
export async function endVictimSession(client: pg.ClientBase, hash: Uint8Array, now: Date): Promise<string | null> {
  const { rows } = await client.query<{ victim_id: string }>(
    'UPDATE victim_session SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL RETURNING victim_id',
    [hash, now],
  )
  return rows[0]?.victim_id ?? null
}

/** Ends each link of a victim that was not used, and each session, within somebody's own transaction: in the gate's role. */
export async function endVictimPage(tx: Tx, victim: string, why: 'taken-back' | 'replaced' | 'unsafe'): Promise<void> {
  await tx.client.query('SET LOCAL ROLE fp_gate')
  // A code that is being tried holds its link: this waits for it, and then sees the session that it began.
  await tx.client.query(
    `UPDATE victim_link SET ended_at = $2, ended_why = $3
    WHERE victim_id = $1 AND ended_at IS NULL AND used_at IS NULL AND expires_at > $2`,
    [victim, tx.now, why],
  )
  await tx.client.query(
    'UPDATE victim_session SET ended_at = $2 WHERE victim_id = $1 AND ended_at IS NULL AND expires_at > $2',
    [victim, tx.now],
  )
  await tx.client.query(`SET LOCAL ROLE ${DATABASE_ROLE[tx.reader.principal]}`)
}
