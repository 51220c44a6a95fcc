import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Attempt } from '#platform/access/attempts.ts'
import { findAccount, identityReference, type Identity, type KnownAccount } from '#platform/access/identities.ts'
import { endSession, findSession, lockSession, makeSession, takeParked } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import { newToken, sessionHash, setSessionCookie } from '#platform/http/session-cookie.ts'
import { door, type SignIn } from '../context.ts'
import { EVENTS } from '../events.ts'
import { noAccountPage, type NoAccountReason } from '../pages/no-account.tsx'
import { sendPlain } from '../pages/plain.tsx'
import { doer, record } from '../record.ts'

interface Entered {
  readonly token: string
  readonly path: string
  readonly mustChoose: boolean
}

/** Lets somebody in whom the provider vouches for and who has an account here: always under a token made just now. */
export async function enter(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
  attempt: Attempt,
  identity: Identity,
): Promise<unknown> {
  const result = await asGate(signIn.store, async (client, now) => {
    const account = await findAccount(client, identity, now)
    const reason = whyNot(account)
    if (account === null || reason !== null) {
      await recordRefusal(client, request, now, account, identity, reason ?? 'unknown')
      return reason ?? 'unknown'
    }
    return begin(client, request, now, account, attempt)
  })
  if (typeof result === 'string') return sendPlain(signIn, request, reply, noAccountPage(result))
  setSessionCookie(reply, result.token, signIn.secure)
  return reply.redirect(result.mustChoose ? door('/postings', result.path) : result.path, 303)
}

function whyNot(account: KnownAccount | null): NoAccountReason | null {
  if (account === null) return 'unknown'
  if (account.left) return 'left'
  return account.postings.length === 0 ? 'no-posting' : null
}

/** The session that this browser had: ended when it is the same person's, parked when it is somebody else's. */
async function leaveOld(client: pg.ClientBase, request: FastifyRequest, account: string, now: Date): Promise<void> {
  const old = await findSession(client, sessionHash(request), now)
  if (old === null || old.state === 'ended') return
  if (old.account === account) return endSession(client, old.hash, now)
  await lockSession(client, old.hash, '/', now)
  if (old.lockedAt !== null) return
  const entry = { event: EVENTS.park, outcome: 'done', subjects: [{ kind: 'account', id: old.account }] } as const
  await record(client, request, now, entry, doer(old))
}

async function begin(
  client: pg.ClientBase,
  request: FastifyRequest,
  now: Date,
  account: KnownAccount,
  attempt: Attempt,
): Promise<Entered> {
  const parked = await takeParked(client, account.id, attempt.browserHash, now)
  await leaveOld(client, request, account.id, now)
  const live = account.postings.map((posting) => posting.id)
  const before = [parked?.posting, account.lastPosting].find(
    (id) => id !== null && id !== undefined && live.includes(id),
  )
  const posting = before ?? (live.length === 1 ? (live[0] ?? null) : null)
  const { token, hash } = newToken()
  await makeSession(client, { hash, account: account.id, posting, browserHash: attempt.browserHash }, now)
  const entry = {
    event: EVENTS[attempt.purpose],
    outcome: 'done',
    subjects: [{ kind: 'account', id: account.id }],
    detail: { by: attempt.purpose, cameBack: parked?.path !== null && parked !== null },
  } as const
  await record(client, request, now, entry, doer({ ...account, account: account.id, posting }))
  const path = attempt.returnTo === '/' ? (parked?.path ?? '/') : attempt.returnTo
  return { token, path, mustChoose: posting === null }
}

async function recordRefusal(
  client: pg.ClientBase,
  request: FastifyRequest,
  now: Date,
  account: KnownAccount | null,
  identity: Identity,
  reason: NoAccountReason,
): Promise<void> {
  const subject =
    account === null ? { kind: 'identity', id: identityReference(identity) } : { kind: 'account', id: account.id }
  const entry = { event: EVENTS['sign-in'], outcome: 'refused', subjects: [subject], detail: { reason } } as const
  if (account === null) await record(client, request, now, entry)
  else await record(client, request, now, entry, doer({ ...account, account: account.id, posting: null }))
}
