import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { lockSession, type KnownSession } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import { backOf, door, refererOf, type SignIn } from '../context.ts'
import { EVENTS } from '../events.ts'
import { lockedPage } from '../pages/locked.tsx'
import { sendPlain } from '../pages/plain.tsx'
import { doer, record } from '../record.ts'
import { requireCsrf, sendAway, sessionOf } from './guard.ts'

/** POST /lock: the person locks the screen. */
export async function lock(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const session = await sessionOf(signIn, request)
  if (session === null) return sendAway(reply, null, '/')
  requireCsrf(session, request.body)
  await asGate(signIn.store, (client, now) => lockNow(client, request, session, 'person', now))
  return reply.redirect(door('/locked', refererOf(request)), 303)
}

/** GET /locked: what stands on a locked screen. A screen that locked by itself is written down as locked here. */
export async function locked(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const back = backOf(request)
  const session = await sessionOf(signIn, request)
  if (session === null) return sendAway(reply, null, back)
  if (session.state === 'live') return reply.redirect(back, 303)
  if (session.lockedAt === null)
    await asGate(signIn.store, (client, now) => lockNow(client, request, session, 'idle', now))
  const now = signIn.store.clock.now()
  return sendPlain(signIn, request, reply, lockedPage({ session, back, since: session.lockedAt ?? now }))
}

async function lockNow(
  client: pg.ClientBase,
  request: FastifyRequest,
  session: KnownSession,
  by: 'person' | 'idle',
  now: Date,
): Promise<void> {
  if (session.lockedAt !== null) return
  await lockSession(client, session.hash, null, now)
  const subjects = [{ kind: 'account', id: session.account }]
  await record(client, request, now, { event: EVENTS.lock, outcome: 'done', subjects, detail: { by } }, doer(session))
}
