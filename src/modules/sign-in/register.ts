import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openIdClient, type OpenIdClient } from '#platform/access/open-id.ts'
import { isLoopback } from '#platform/config/settings.ts'
import type { SignIn, SignInDeps } from './context.ts'
import { newClient, PROVIDER_PATH, type DemonstrationClient } from './demonstration/provider.ts'
import { registerDemonstration } from './demonstration/register.ts'
import { callback } from './routes/callback.ts'
import { confirm } from './routes/confirm.ts'
import { lock, locked } from './routes/lock.ts'
import { askPosting, takePosting } from './routes/postings.ts'
import { showSignIn } from './routes/sign-in.ts'
import { signedOut, signOut } from './routes/sign-out.ts'
import { start } from './routes/start.ts'
import { askSwitch, takeOver } from './routes/switch.ts'

type Route = (signIn: SignIn, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** The doors, which are part of the public allow-list: nobody need be signed in to come to them. */
export const SIGN_IN_PAGES = {
  '/sign-in': showSignIn,
  '/signed-out': signedOut,
  '/locked': locked,
  '/confirm': confirm,
  '/switch': askSwitch,
  '/postings': askPosting,
} as const satisfies Record<string, Route>

export const SIGN_IN_FORMS = {
  '/lock': lock,
  '/switch': takeOver,
  '/postings': takePosting,
  '/sign-out': signOut,
} as const satisfies Record<string, Route>

/** The two that write before anybody is known: their rate is held tighter, by address. */
export const SIGN_IN_STEPS = {
  '/sign-in/start': start,
  '/sign-in/callback': callback,
} as const satisfies Record<string, Route>

const ATTEMPTS_PER_MINUTE = 60

/**
 * Puts the doors on the server: signing in and out, lock, switch, confirm, choice of posting; and in a demonstration its
 * own identity provider. Throws when the settings would let anybody be anybody for others than those at this machine,
 * or would ask a provider without TLS.
 */
export function registerSignIn(server: FastifyInstance, deps: SignInDeps): void {
  const demonstration = deps.provider === 'demonstration' ? newClient() : null
  const signIn: SignIn = { ...deps, openId: openIdOf(deps, demonstration) }
  const bind = (route: Route) => (request: FastifyRequest, reply: FastifyReply) => route(signIn, request, reply)
  for (const [path, route] of Object.entries(SIGN_IN_PAGES)) server.get(path, bind(route))
  for (const [path, route] of Object.entries(SIGN_IN_FORMS)) server.post(path, bind(route))
  const rateLimit = {
    max: deps.attemptsPerMinute ?? ATTEMPTS_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: (request: FastifyRequest) => request.ip,
  }
  for (const [path, route] of Object.entries(SIGN_IN_STEPS)) server.get(path, { config: { rateLimit } }, bind(route))
  if (demonstration !== null) registerDemonstration(server, deps, demonstration)
}

function openIdOf(deps: SignInDeps, demonstration: DemonstrationClient | null): OpenIdClient | null {
  if (demonstration !== null) {
    if (!deps.site.demonstration) throw new Error('Personas are for a demonstration only.')
    return openIdClient(() => ({ ...demonstration, issuer: new URL(PROVIDER_PATH, deps.publicUrl()).href }))
  }
  const { provider } = deps
  if (provider === null || provider === 'demonstration') return null
  const issuer = new URL(provider.issuer)
  if (issuer.protocol !== 'https:' && !isLoopback(issuer.hostname))
    throw new Error('OIDC_ISSUER must begin with https://: anybody on the way could sign in as anybody.')
  return openIdClient(() => provider)
}
