import type { FastifyReply, FastifyRequest } from 'fastify'
import { backOf, type SignIn } from '../context.ts'
import { confirmPage } from '../pages/confirm.tsx'
import { sendPlain } from '../pages/plain.tsx'
import { sendAway, sessionOf } from './guard.ts'

/** GET /confirm: before an act that needs a proof of identity a few minutes old at most. */
export async function confirm(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const back = backOf(request)
  const session = await sessionOf(signIn, request)
  if (session?.state !== 'live') return sendAway(reply, session, back)
  return sendPlain(signIn, request, reply, confirmPage(session.name, back))
}
