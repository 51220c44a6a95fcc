import type { FastifyRequest } from 'fastify'
import type pg from 'pg'
import { PUBLIC_READER } from '#platform/access/reader.ts'
import { endVictimSession, makeVictimSession, victimReader } from '#platform/access/victim-session.ts'
import { auditStatement, type AuditEntry } from '#platform/audit/entry.ts'
import { asGate } from '#platform/db/gate.ts'
import type { Store } from '#platform/db/transaction.ts'
import { newToken, tokenHash } from '#platform/http/session-cookie.ts'
import { MOST_TRIES } from '../rules/vcp02-link.ts'
import { codeFits } from '../rules/vcp03-code-hash.ts'
import { PAGE_PURPOSE } from '../whose.ts'
import { ownSessionHash } from './cookies.ts'

interface Tried {
  readonly id: string
  readonly victim: string
  readonly salt: Buffer
  readonly hash: Buffer
  readonly tries: number
}

/** What came of a code. Only `entered` tells the browser anything. */
export type Taken =
  { readonly kind: 'entered'; readonly token: string } | { readonly kind: 'refused'; readonly locked: string | null }

/**
 * VCP02: tries a code on a link. The try is counted before the code is looked at, so that many at once are no more than five; the
 * slow hash runs whether or not there is such a link. With the right code the link is used up, and the session that this
 * browser had is over. `locked`: whose link this was the last try on.
 */
export async function takeCode(store: Store, request: FastifyRequest, token: string, code: string): Promise<Taken> {
  const hash = tokenHash(token)
  const tried = await asGate(store, (client, now) => countTry(client, hash, now))
  const fits = await codeFits(code, token, tried)
  return asGate(store, async (client, now) => {
    const whose = await ownerOf(client, hash)
    if (fits && tried !== null && (await useUp(client, tried.id, now))) {
      const made = newToken()
      const before = ownSessionHash(request)
      if (before !== null) await endVictimSession(client, before, now)
      await makeVictimSession(client, { hash: made.hash, link: tried.id, victim: tried.victim }, now)
      await record(
        client,
        request,
        now,
        { outcome: 'done', subjects: [{ kind: 'victim', id: tried.victim }] },
        tried.victim,
      )
      return { kind: 'entered', token: made.token }
    }
    const locked = tried !== null && tried.tries >= MOST_TRIES && (await lock(client, tried.id, now))
    const subjects = whose === null ? [] : [{ kind: 'victim', id: whose }]
    await record(client, request, now, { outcome: 'refused', subjects }, null)
    return { kind: 'refused', locked: locked ? (tried?.victim ?? null) : null }
  })
}

async function countTry(client: pg.ClientBase, hash: Uint8Array, now: Date): Promise<Tried | null> {
  const { rows } = await client.query<Tried>(
    `UPDATE victim_link SET tries = tries + 1
    WHERE token_hash = $1 AND used_at IS NULL AND ended_at IS NULL AND expires_at > $2 AND tries < $3
      AND victim_page_open(victim_id, $2)
    RETURNING id, victim_id AS victim, code_salt AS salt, code_hash AS hash, tries`,
    [hash, now, MOST_TRIES],
  )
  return rows[0] ?? null
}

/** Whose link it is or was, for the audit alone. */
async function ownerOf(client: pg.ClientBase, hash: Uint8Array): Promise<string | null> {
  const { rows } = await client.query<{ victim: string }>(
    'SELECT victim_id AS victim FROM victim_link WHERE token_hash = $1',
    [hash],
  )
  return rows[0]?.victim ?? null
}

/** False where it was taken back, or used by somebody else, since the try was counted. */
async function useUp(client: pg.ClientBase, link: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE victim_link SET used_at = $2
    WHERE id = $1 AND used_at IS NULL AND ended_at IS NULL AND victim_page_open(victim_id, $2)`,
    [link, now],
  )
  return rowCount === 1
}

async function lock(client: pg.ClientBase, link: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE victim_link SET ended_at = $2, ended_why = 'tries' WHERE id = $1 AND ended_at IS NULL AND used_at IS NULL`,
    [link, now],
  )
  return rowCount === 1
}

async function record(
  client: pg.ClientBase,
  request: FastifyRequest,
  now: Date,
  entry: Omit<AuditEntry, 'event'>,
  victim: string | null,
): Promise<void> {
  const context = { requestId: request.id, purpose: PAGE_PURPOSE, origin: request.ip }
  const by = victim === null ? PUBLIC_READER : victimReader(victim)
  await client.query(auditStatement({ event: 'victim-page.entered', ...entry }, by, context, now))
}
