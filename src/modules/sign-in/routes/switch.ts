import type { FastifyReply, FastifyRequest } from 'fastify'
import { returnPath } from '#platform/access/local-path.ts'
import { lockSession } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import { readQuery, refererOf, type SignIn } from '../context.ts'
import { EVENTS } from '../events.ts'
import { sendPlain } from '../pages/plain.tsx'
import { switchPage } from '../pages/switch.tsx'
import { doer, record } from '../record.ts'
import { requireCsrf, sendAway, sessionOf } from './guard.ts'

/** GET /switch: another person wants this terminal. */
export async function askSwitch(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const session = await sessionOf(signIn, request)
  if (session === null) return sendAway(reply, null, '/')
  const sent = readQuery(request).back
  return sendPlain(
    signIn,
    request,
    reply,
    switchPage(session, sent === undefined ? refererOf(request) : returnPath(sent)),
  )
}

/** POST /switch: locks this person's session and parks it where they are; the other signs in beside it. */
export async function takeOver(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const session = await sessionOf(signIn, request)
  if (session === null) return sendAway(reply, null, '/')
  const answers = requireCsrf(session, request.body)
  await asGate(signIn.store, async (client, now) => {
    await lockSession(client, session.hash, returnPath(answers['back']), now)
    const subjects = [{ kind: 'account', id: session.account }]
    await record(client, request, now, { event: EVENTS.park, outcome: 'done', subjects }, doer(session))
  })
  return reply.redirect('/sign-in?for=switch', 303)
}
