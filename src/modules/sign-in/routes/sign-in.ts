import type { FastifyReply, FastifyRequest } from 'fastify'
import { parkedHere } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import { browserHash } from '../browser-cookie.ts'
import { backOf, readQuery, type SignIn } from '../context.ts'
import { listPersonas } from '../demonstration/personas.ts'
import { sendPlain } from '../pages/plain.tsx'
import { signInPage } from '../pages/sign-in.tsx'

/** GET /sign-in */
export async function showSignIn(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const home = new URL(signIn.publicUrl())
  // One name for this machine: a cookie of `localhost` is not there when the provider sends people back to 127.0.0.1.
  if (signIn.provider === 'demonstration' && request.host !== home.host)
    return reply.redirect(new URL(request.url, home).href, 303)
  const parked = await asGate(signIn.store, (client, now) => parkedHere(client, browserHash(request), now))
  const personas = signIn.provider === 'demonstration' ? await listPersonas(signIn.store) : null
  const page = signInPage({
    back: backOf(request),
    takeover: readQuery(request).for === 'switch',
    parked,
    personas,
    force: signIn.site.force,
    ready: signIn.provider !== null,
  })
  return sendPlain(signIn, request, reply, page)
}
