import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Tx } from '#platform/db/transaction.ts'
import { DATABASE_ROLE, type Principal } from './reader.ts'
import { SESSION_HOURS, sessionState, type SessionState } from './session-state.ts'
import { postingOpens } from './identities.ts'

/** A session as the doors see it, locked or over or not. */
export interface KnownSession {
  readonly hash: Uint8Array
  readonly account: string
  readonly subject: string
  readonly principal: Principal
  readonly name: string
  readonly posting: number | null
  readonly csrfToken: string
  readonly seenAt: Date
  /** Null when the screen locked by itself and nobody has come back to it yet. */
  readonly lockedAt: Date | null
  readonly state: SessionState
}

interface KnownRow {
  token_hash: Buffer
  account_id: string
  subject: string
  principal: Principal
  name: string
  posting_id: number | null
  csrf_token: string
  seen_at: Date
  locked_at: Date | null
  ended_at: Date | null
  expires_at: Date
  left_at: Date | null
  live_posting: number | null
}

/** `$2` is now. */
const KNOWN = `SELECT s.*, a.subject, a.principal, a.name, a.left_at,
    (SELECT min(p.id) FROM posting p WHERE p.account_id = s.account_id
      AND ($2::timestamptz AT TIME ZONE 'Europe/London')::date
        BETWEEN p.starts AND coalesce(p.ends, 'infinity') AND ${postingOpens('$2::timestamptz')}) AS live_posting
  FROM session s JOIN account a ON a.id = s.account_id`

/** The session with this hash, in whatever state, read as the gate; null when there is none. */
export async function findSession(
  client: pg.ClientBase,
  hash: Uint8Array | null,
  now: Date,
): Promise<KnownSession | null> {
  if (hash === null) return null
  const { rows } = await client.query<KnownRow>(`${KNOWN} WHERE s.token_hash = $1`, [hash, now])
  const row = rows[0]
  return row === undefined ? null : knownSession(row, now)
}

/** Of these sessions those that are live at the moment, in one question; as the gate. */
export async function findLiveSessions(
  client: pg.ClientBase,
  hashes: readonly Uint8Array[],
  now: Date,
): Promise<readonly Uint8Array[]> {
  const { rows } = await client.query<KnownRow>(`${KNOWN} WHERE s.token_hash = ANY ($1::bytea[])`, [
    hashes.map((hash) => Buffer.from(hash)),
    now,
  ])
  return rows.map((row) => knownSession(row, now)).flatMap(({ state, hash }) => (state === 'live' ? [hash] : []))
}

function knownSession(row: KnownRow, now: Date): KnownSession {
  const facts = {
    seenAt: row.seen_at,
    lockedAt: row.locked_at,
    endedAt: row.ended_at,
    expiresAt: row.expires_at,
    leftAt: row.left_at,
    posting: row.live_posting,
  }
  return {
    hash: row.token_hash,
    account: row.account_id,
    subject: row.subject,
    principal: row.principal,
    name: row.name,
    posting: row.posting_id,
    csrfToken: row.csrf_token,
    seenAt: row.seen_at,
    lockedAt: row.locked_at,
    state: sessionState(facts, now),
  }
}

export interface NewSession {
  readonly hash: Uint8Array
  readonly account: string
  readonly posting: number | null
  readonly browserHash: Uint8Array
}

/** Makes a session, as the gate. Its hash is of a token that was made for it and was in no browser before. */
export async function makeSession(client: pg.ClientBase, session: NewSession, now: Date): Promise<void> {
  await client.query(
    `INSERT INTO session (token_hash, account_id, posting_id, csrf_token, created_at, seen_at, proved_at, expires_at,
      browser_hash) VALUES ($1, $2, $3, $4, $5, $5, $5, $5::timestamptz + $6 * interval '1 hour', $7)`,
    [
      session.hash,
      session.account,
      session.posting,
      randomBytes(32).toString('base64url'),
      now,
      SESSION_HOURS,
      session.browserHash,
    ],
  )
}

/**
 * Locks, as the gate; with a path, the session is parked there for its person's next sign-in in this browser. Parked
 * once, it stays where it was parked first.
 */
export async function lockSession(
  client: pg.ClientBase,
  hash: Uint8Array,
  parkedPath: string | null,
  now: Date,
): Promise<void> {
  await client.query(
    `UPDATE session SET locked_at = coalesce(locked_at, $2), parked_path = coalesce(parked_path, $3)
    WHERE token_hash = $1 AND ended_at IS NULL`,
    [hash, now, parkedPath],
  )
}

/** Unlocks after fresh proof, as the gate: also what a step-up asks for. */
export async function proveSession(client: pg.ClientBase, hash: Uint8Array, now: Date): Promise<void> {
  await client.query(
    `UPDATE session SET locked_at = NULL, parked_path = NULL, seen_at = $2, proved_at = $2
    WHERE token_hash = $1 AND ended_at IS NULL`,
    [hash, now],
  )
}

export async function choosePosting(client: pg.ClientBase, hash: Uint8Array, posting: number): Promise<void> {
  await client.query('UPDATE session SET posting_id = $2 WHERE token_hash = $1', [hash, posting])
}

export async function endSession(client: pg.ClientBase, hash: Uint8Array, now: Date): Promise<void> {
  await client.query('UPDATE session SET ended_at = coalesce(ended_at, $2) WHERE token_hash = $1', [hash, now])
}

/** Takes back what a person had parked in this browser, ending it: where they were, and in which posting. */
export async function takeParked(
  client: pg.ClientBase,
  account: string,
  browserHash: Uint8Array,
  now: Date,
): Promise<{ readonly path: string | null; readonly posting: number | null } | null> {
  const { rows } = await client.query<{ parked_path: string | null; posting_id: number | null; created_at: Date }>(
    `UPDATE session SET ended_at = $3 WHERE account_id = $1 AND browser_hash = $2 AND ended_at IS NULL
    RETURNING parked_path, posting_id, created_at`,
    [account, browserHash, now],
  )
  const newest = rows.toSorted((a, b) => b.created_at.getTime() - a.created_at.getTime())[0]
  return newest === undefined ? null : { path: newest.parked_path, posting: newest.posting_id }
}

/** Those who have work waiting in this browser, by name. */
export async function parkedHere(client: pg.ClientBase, browserHash: Uint8Array | null, now: Date): Promise<string[]> {
  if (browserHash === null) return []
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT a.name FROM session s JOIN account a ON a.id = s.account_id
    WHERE s.browser_hash = $1 AND s.ended_at IS NULL AND s.locked_at IS NOT NULL AND s.parked_path IS NOT NULL
      AND s.expires_at > $2 AND (a.left_at IS NULL OR a.left_at > $2) ORDER BY a.name`,
    [browserHash, now],
  )
  return rows.map((row) => row.name)
}

/**
 * Ends every session of an account, within somebody's own transaction: for an administrator's command. Gives how many
 * there were. Steps into the gate's role for it, since people's roles may not touch sessions.
 */
export async function endSessionsOf(tx: Tx, account: string): Promise<number> {
  await tx.client.query('SET LOCAL ROLE fp_gate')
  const { rowCount } = await tx.client.query(
    'UPDATE session SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL',
    [account, tx.now],
  )
  await tx.client.query(`SET LOCAL ROLE ${DATABASE_ROLE[tx.reader.principal]}`)
  return rowCount ?? 0
}
