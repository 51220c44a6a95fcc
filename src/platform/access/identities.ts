import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Principal } from './reader.ts'

/** Somebody as the identity provider knows them. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

export interface KnownAccount {
  readonly id: string
  readonly principal: Principal
  readonly name: string
  readonly left: boolean
  /** The live postings, by title. */
  readonly postings: readonly LivePosting[]
  /** The posting of their last session, where it is still live. */
  readonly lastPosting: number | null
}

export interface LivePosting {
  readonly id: number
  readonly title: string
  readonly unit: string
}

/** The account of an identity, read as the gate; null when nobody here is known by it. */
export async function findAccount(client: pg.ClientBase, identity: Identity, now: Date): Promise<KnownAccount | null> {
  const { rows } = await client.query<{ id: string; principal: Principal; name: string; left_at: Date | null }>(
    'SELECT id, principal, name, left_at FROM account WHERE issuer = $1 AND subject = $2',
    [identity.issuer, identity.subject],
  )
  const row = rows[0]
  if (row === undefined) return null
  const postings = await livePostings(client, row.id, now)
  return {
    id: row.id,
    principal: row.principal,
    name: row.name,
    left: row.left_at !== null && row.left_at <= now,
    postings,
    lastPosting: await lastPosting(client, row.id, postings),
  }
}

/** The postings in which an account may act today, in Europe/London. */
export async function livePostings(client: pg.ClientBase, account: string, now: Date): Promise<LivePosting[]> {
  const { rows } = await client.query<LivePosting>(
    `SELECT p.id, p.title, u.name AS unit FROM posting p JOIN unit u ON u.id = p.unit_id WHERE p.account_id = $1
      AND ($2::timestamptz AT TIME ZONE 'Europe/London')::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
      AND ${postingOpens('$2::timestamptz')}
    ORDER BY p.title, p.id`,
    [account, now],
  )
  return rows
}

/**
 * Whether the posting `p` opens anything at a moment (an expression of type timestamptz), besides its days: a guest's only
 * while they are invited. The gate asks.
 */
export const postingOpens = (at: string): string =>
  `(p.roles::text NOT LIKE '%visiting-%' OR on_visit(p.account_id, ${at}))`

async function lastPosting(client: pg.ClientBase, account: string, live: readonly LivePosting[]) {
  const { rows } = await client.query<{ posting_id: number }>(
    `SELECT posting_id FROM session WHERE account_id = $1 AND posting_id = ANY ($2)
    ORDER BY created_at DESC LIMIT 1`,
    [account, live.map((posting) => posting.id)],
  )
  return rows[0]?.posting_id ?? null
}

/** How the audit knows an identity that no account has: the same each time, and nobody's name. */
export function identityReference({ issuer, subject }: Identity): string {
  return createHash('sha256').update(`${issuer}\n${subject}`).digest('base64url').slice(0, 22)
}
