import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { livePostings, type LivePosting } from '#platform/access/identities.ts'
import { returnPath } from '#platform/access/local-path.ts'
import { choosePosting, type KnownSession } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import { id } from '#platform/forms/fields.ts'
import { backOf, type SignIn } from '../context.ts'
import { EVENTS } from '../events.ts'
import { sendPlain } from '../pages/plain.tsx'
import { postingsPage } from '../pages/postings.tsx'
import { doer, record } from '../record.ts'
import { requireCsrf, sendAway, sessionOf } from './guard.ts'

const choice = z.object({ posting: id('Posting') })

/** GET /postings: in which posting to act, for those who have several. */
export async function askPosting(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const back = backOf(request)
  const session = await sessionOf(signIn, request)
  if (session?.state !== 'live') return sendAway(reply, session, back)
  const postings = await postingsOf(signIn, session)
  return sendPlain(signIn, request, reply, postingsPage({ session, postings, back, missing: false }))
}

/** POST /postings: acts in the chosen one from the next request on. */
export async function takePosting(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const session = await sessionOf(signIn, request)
  if (session?.state !== 'live') return sendAway(reply, session, '/')
  const answers = requireCsrf(session, request.body)
  const back = returnPath(answers['back'])
  const postings = await postingsOf(signIn, session)
  const asked = choice.safeParse(answers)
  const chosen = postings.find((posting) => posting.id === asked.data?.posting)
  if (chosen === undefined)
    return sendPlain(signIn, request, reply, postingsPage({ session, postings, back, missing: true }))
  await asGate(signIn.store, async (client, now) => {
    await choosePosting(client, session.hash, chosen.id)
    const subjects = [{ kind: 'posting', id: chosen.id }]
    const by = doer({ ...session, posting: chosen.id })
    await record(client, request, now, { event: EVENTS.posting, outcome: 'done', subjects }, by)
  })
  return reply.redirect(back, 303)
}

async function postingsOf({ store }: SignIn, session: KnownSession): Promise<LivePosting[]> {
  return asGate(store, (client, now) => livePostings(client, session.account, now))
}
