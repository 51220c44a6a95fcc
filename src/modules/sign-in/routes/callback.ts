import type { FastifyReply, FastifyRequest } from 'fastify'
import { takeAttempt, type Attempt } from '#platform/access/attempts.ts'
import type { Identity } from '#platform/access/identities.ts'
import { SignInFailed } from '#platform/access/open-id.ts'
import { asGate } from '#platform/db/gate.ts'
import { DEMONSTRATION_ISSUER } from '#kernel/access/demonstration.ts'
import { browserHash } from '../browser-cookie.ts'
import { readQuery, type SignIn } from '../context.ts'
import { EVENTS } from '../events.ts'
import { failedPage } from '../pages/failed.tsx'
import { sendPlain } from '../pages/plain.tsx'
import { record } from '../record.ts'
import { enter } from './enter.ts'
import { prove } from './prove.ts'
import { asksFresh } from './start.ts'

/** GET /sign-in/callback: back from the identity provider. Each attempt is used once, whatever comes of it. */
export async function callback(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { state } = readQuery(request)
  const attempt =
    state === undefined
      ? null
      : await asGate(signIn.store, (client, now) => takeAttempt(client, state, browserHash(request), now))
  if (attempt === null || state === undefined) {
    await recordFailure(signIn, request, EVENTS['sign-in'], 'no-attempt')
    return sendPlain(signIn, request, reply, failedPage('no-attempt', 'sign-in', '/'))
  }
  try {
    const identity = await identify(signIn, request, attempt, state)
    return attempt.purpose === 'sign-in' || attempt.purpose === 'switch'
      ? await enter(signIn, request, reply, attempt, identity)
      : await prove(signIn, request, reply, attempt, identity)
  } catch (error) {
    if (!(error instanceof SignInFailed)) throw error
    request.log.warn({ err: error }, 'sign-in failed')
    await recordFailure(signIn, request, EVENTS[attempt.purpose], error.fault)
    return sendPlain(signIn, request, reply, failedPage(error.fault, attempt.purpose, attempt.returnTo))
  }
}

async function identify(signIn: SignIn, request: FastifyRequest, attempt: Attempt, state: string): Promise<Identity> {
  if (signIn.openId === null) throw new SignInFailed('provider-unreachable', null)
  const identity = await signIn.openId.identityFrom(new URL(request.url, signIn.publicUrl()), {
    state,
    nonce: attempt.nonce,
    codeVerifier: attempt.codeVerifier,
    fresh: asksFresh(signIn, attempt.purpose),
  })
  return signIn.provider === 'demonstration' ? { ...identity, issuer: DEMONSTRATION_ISSUER } : identity
}

async function recordFailure(signIn: SignIn, request: FastifyRequest, event: string, reason: string): Promise<void> {
  await asGate(signIn.store, (client, now) =>
    record(client, request, now, { event, outcome: 'failed', subjects: [], detail: { reason } }),
  )
}
