import type pg from 'pg'
import { SignInNeeded } from '#platform/errors/errors.ts'
import { rowsAs } from '#platform/edge.ts'
import { SEARCH_PATH } from '#platform/db/context.ts'
import { literal } from '#platform/db/literal.ts'
import { PUBLIC_READER, type Marking, type Principal, type Reader } from './reader.ts'
import { LOCK_AFTER_MINUTES, sessionState } from './session-state.ts'

/** How recent a proof of identity a step-up act asks for. */
export const STEP_UP_MINUTES = 5

export interface LiveSession {
  readonly reader: Reader
  readonly csrfToken: string
  readonly provedAt: Date
  /** Other postings that the person could act in. */
  readonly postings: readonly { readonly id: number; readonly title: string }[]
}

interface SessionRow {
  account_id: string
  csrf_token: string
  proved_at: Date
  seen_at: Date
  locked_at: Date | null
  ended_at: Date | null
  expires_at: Date
  principal: Principal
  account_name: string
  agency_id: number
  clearance: Marking
  left_at: Date | null
  posting_id: number | null
  title: string | null
  roles: string[] | null
  force_wide: boolean | null
  areas: number[] | null
  units: number[] | null
  compartments: number[] | null
  postings: { id: number; title: string }[] | null
}

/**
 * The statements that open a transaction for a session: one message. The gate role may read who works where and nothing
 * about the work. Marks the session as seen at most once a minute, unless the request is one that runs by itself.
 */
export function sessionStatements(tokenHash: Uint8Array, now: Date, passive: boolean): string {
  const hash = `'\\x${Buffer.from(tokenHash).toString('hex')}'::bytea`
  const at = `${literal(now)}::timestamptz`
  const lockAfter = passive ? 'NULL' : `'${LOCK_AFTER_MINUTES} minutes'`
  return `BEGIN; ${SEARCH_PATH} SET LOCAL ROLE fp_gate; SELECT * FROM resolve_session(${hash}, ${at}, ${lockAfter})`
}

/**
 * Reads the answer of `sessionStatements`. Throws SignInNeeded when there is no such session, it is locked or over,
 * the person has left, or no posting is live: a leaver is out at the very next request.
 */
export function readSession(results: readonly pg.QueryResult[], now: Date): LiveSession {
  const row = rowsAs<SessionRow>(results.at(-1))[0]
  if (row === undefined) throw new SignInNeeded('absent')
  const state = sessionState(
    {
      seenAt: row.seen_at,
      lockedAt: row.locked_at,
      endedAt: row.ended_at,
      expiresAt: row.expires_at,
      leftAt: row.left_at,
      posting: row.posting_id,
    },
    now,
  )
  if (state !== 'live') throw new SignInNeeded(state, holderOf(row))
  return {
    reader: readerOf(row),
    csrfToken: row.csrf_token,
    provedAt: row.proved_at,
    postings: row.postings ?? [],
  }
}

/** Who they are and no right of theirs. */
function holderOf(row: SessionRow): Reader {
  return { ...PUBLIC_READER, principal: row.principal, account: row.account_id, name: row.account_name }
}

function readerOf(row: SessionRow): Reader {
  return {
    principal: row.principal,
    account: row.account_id,
    name: row.account_name,
    posting: row.posting_id,
    postingTitle: row.title,
    agency: row.agency_id,
    roles: row.roles ?? [],
    areas: row.areas ?? [],
    units: row.units ?? [],
    forceWide: row.force_wide ?? false,
    clearance: row.clearance,
    compartments: row.compartments ?? [],
  }
}
