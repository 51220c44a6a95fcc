import type { FastifyReply, FastifyRequest } from 'fastify'
import { findSession, type KnownSession } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { readFormBody } from '#platform/forms/body.ts'
import { sessionHash } from '#platform/http/session-cookie.ts'
import { door, type SignIn } from '../context.ts'

/** The session of this browser, locked or not; null when there is none or it is over. */
export async function sessionOf(
  { store }: Pick<SignIn, 'store'>,
  request: FastifyRequest,
): Promise<KnownSession | null> {
  const session = await asGate(store, (client, now) => findSession(client, sessionHash(request), now))
  return session === null || session.state === 'ended' ? null : session
}

/** Throws Forbidden unless the posted form carries the session's own token. */
export function requireCsrf(session: KnownSession, body: unknown): Record<string, unknown> {
  const { controls, answers } = readFormBody(body)
  if (controls.csrf !== session.csrfToken)
    throw new Forbidden('This page is from an earlier sign-in. Open it again and repeat what you did.')
  return answers
}

/** Where a door sends somebody whose session cannot be used there. */
export function sendAway(reply: FastifyReply, session: KnownSession | null, back: string): FastifyReply {
  return reply.redirect(door(session === null ? '/sign-in' : '/locked', back), 303)
}
