import type { FastifyReply, FastifyRequest } from 'fastify'
import { startAttempt, type AttemptPurpose } from '#platform/access/attempts.ts'
import { newSecrets, SignInFailed } from '#platform/access/open-id.ts'
import { findSession } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import { sessionHash } from '#platform/http/session-cookie.ts'
import { ensureBrowser } from '../browser-cookie.ts'
import { backOf, door, readQuery, type SignIn } from '../context.ts'
import { PROVIDER_COOKIE } from '../demonstration/provider.ts'
import { failedPage } from '../pages/failed.tsx'
import { sendPlain } from '../pages/plain.tsx'

/** GET /sign-in/start: leaves for the identity provider, remembering in which browser and why. */
export async function start(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { openId, store } = signIn
  const back = backOf(request)
  if (openId === null) return reply.redirect('/sign-in', 303)
  const purpose = purposeOf(readQuery(request).for)
  const session = await asGate(store, (client, now) => findSession(client, sessionHash(request), now))
  const asksProof = purpose === 'unlock' || purpose === 'confirm'
  if (asksProof && (session === null || session.state === 'ended')) return reply.redirect(door('/sign-in', back), 303)
  const secrets = newSecrets()
  const attempt = {
    codeVerifier: secrets.codeVerifier,
    nonce: secrets.nonce,
    returnTo: back,
    browserHash: ensureBrowser(request, reply, signIn.secure),
    purpose,
    sessionHash: asksProof && session !== null ? session.hash : null,
  }
  try {
    const { persona } = readQuery(request)
    const url = await openId.authorizationUrl({
      ...secrets,
      redirectUri: callbackUrl(signIn),
      fresh: asksFresh(signIn, purpose),
      ...(asksProof && session !== null && { hint: session.subject }),
      ...(signIn.provider === 'demonstration' && persona !== undefined && { extra: { persona } }),
    })
    await asGate(store, (client, now) => startAttempt(client, secrets.state, attempt, now))
    if (signIn.provider === 'demonstration') void reply.clearCookie(PROVIDER_COOKIE, { path: '/' })
    return await reply.redirect(url.href, 303)
  } catch (error) {
    if (!(error instanceof SignInFailed)) throw error
    request.log.error({ err: error }, 'identity provider')
    return sendPlain(signIn, request, reply, failedPage(error.fault, purpose, back))
  }
}

/** Where the provider sends people back to. */
export function callbackUrl({ publicUrl }: Pick<SignIn, 'publicUrl'>): string {
  return new URL('/sign-in/callback', publicUrl()).href
}

/** A plain sign-in may rest on what the provider remembers; anything else, and any demonstration, asks anew. */
export function asksFresh({ provider }: Pick<SignIn, 'provider'>, purpose: AttemptPurpose): boolean {
  return purpose !== 'sign-in' || provider === 'demonstration'
}

function purposeOf(sent: string | undefined): AttemptPurpose {
  return sent === 'switch' || sent === 'unlock' || sent === 'confirm' ? sent : 'sign-in'
}
