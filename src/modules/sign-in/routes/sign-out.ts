import type { FastifyReply, FastifyRequest } from 'fastify'
import { endSession } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import { clearSessionCookie } from '#platform/http/session-cookie.ts'
import type { SignIn } from '../context.ts'
import { EVENTS } from '../events.ts'
import { sendPlain } from '../pages/plain.tsx'
import { signedOutPage } from '../pages/signed-out.tsx'
import { doer, record } from '../record.ts'
import { requireCsrf, sessionOf } from './guard.ts'

/** POST /sign-out: ends the session, locked or not. Drafts stay. */
export async function signOut(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const session = await sessionOf(signIn, request)
  if (session !== null) {
    requireCsrf(session, request.body)
    await asGate(signIn.store, async (client, now) => {
      await endSession(client, session.hash, now)
      const subjects = [{ kind: 'account', id: session.account }]
      await record(client, request, now, { event: EVENTS['sign-out'], outcome: 'done', subjects }, doer(session))
    })
  }
  clearSessionCookie(reply)
  return reply.redirect('/signed-out', 303)
}

/** GET /signed-out */
export async function signedOut(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return sendPlain(signIn, request, reply, signedOutPage())
}
