import { createHash } from 'node:crypto'
import type pg from 'pg'

/** Why somebody leaves for the identity provider: to sign in, to take over a terminal, to unlock, to confirm who they are. */
export const ATTEMPT_PURPOSES = ['sign-in', 'switch', 'unlock', 'confirm'] as const
export type AttemptPurpose = (typeof ATTEMPT_PURPOSES)[number]

/** Minutes that somebody may take at the identity provider. */
export const ATTEMPT_MINUTES = 10

export interface Attempt {
  readonly codeVerifier: string
  readonly nonce: string
  /** A path of this site. */
  readonly returnTo: string
  readonly browserHash: Uint8Array
  readonly purpose: AttemptPurpose
  /** The session that asks for fresh proof; null for `sign-in` and `switch`. */
  readonly sessionHash: Uint8Array | null
}

/** Remembers, as the gate, that somebody left for the provider; forgets those who have not come back. */
export async function startAttempt(client: pg.ClientBase, state: string, attempt: Attempt, now: Date): Promise<void> {
  await client.query(`DELETE FROM sign_in_attempt WHERE started_at < $1::timestamptz - interval '1 hour'`, [now])
  await client.query(
    `INSERT INTO sign_in_attempt (state_hash, code_verifier, nonce, return_to, browser_hash, purpose, session_hash,
      started_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      stateHash(state),
      attempt.codeVerifier,
      attempt.nonce,
      attempt.returnTo,
      attempt.browserHash,
      attempt.purpose,
      attempt.sessionHash,
      now,
    ],
  )
}

interface AttemptRow {
  code_verifier: string
  nonce: string
  return_to: string
  browser_hash: Buffer
  purpose: AttemptPurpose
  session_hash: Buffer | null
}

/**
 * Takes the attempt that a state belongs to, as the gate: gone with this, so that it can be used once only. Null when
 * there is none, it is too old, or another browser started it.
 */
export async function takeAttempt(
  client: pg.ClientBase,
  state: string,
  browserHash: Uint8Array | null,
  now: Date,
): Promise<Attempt | null> {
  const { rows } = await client.query<AttemptRow>(
    `DELETE FROM sign_in_attempt WHERE state_hash = $1 AND browser_hash = $2
      AND started_at > $3::timestamptz - $4 * interval '1 minute'
    RETURNING code_verifier, nonce, return_to, browser_hash, purpose, session_hash`,
    [stateHash(state), browserHash, now, ATTEMPT_MINUTES],
  )
  const row = rows[0]
  if (row === undefined) return null
  return {
    codeVerifier: row.code_verifier,
    nonce: row.nonce,
    returnTo: row.return_to,
    browserHash: row.browser_hash,
    purpose: row.purpose,
    sessionHash: row.session_hash,
  }
}

function stateHash(state: string): Buffer {
  return createHash('sha256').update(state).digest()
}
