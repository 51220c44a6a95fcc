import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { default as OpenIdProvider } from 'oidc-provider'
import { z } from 'zod'
import { NotFound } from '#platform/errors/errors.ts'
import type { SignInDeps } from '../context.ts'
import { choosePage } from '../pages/choose.tsx'
import { sendPlain } from '../pages/plain.tsx'
import { callbackUrl } from '../routes/start.ts'
import { listPersonas } from './personas.ts'
import { CHOOSE_PATH, makeProvider, PROVIDER_PATH, type DemonstrationClient } from './provider.ts'

/**
 * Mounts the provider on the same server, for whoever sits at this machine. Made at the first request, since its address
 * may be known only once the server listens.
 */
export function registerDemonstration(server: FastifyInstance, deps: SignInDeps, client: DemonstrationClient): void {
  let made: Promise<OpenIdProvider> | undefined
  const provider = (): Promise<OpenIdProvider> =>
    (made ??= makeProvider({
      origin: deps.publicUrl(),
      client,
      redirectUri: callbackUrl(deps),
      isPersona: async (subject) => (await listPersonas(deps.store)).some((persona) => persona.subject === subject),
    }))
  void server.register(async (scope) => {
    scope.addHook('onRequest', async (request) => requireLoopback(request))
    scope.get(`${CHOOSE_PATH}/:uid`, (request, reply) => ask(deps, provider, request, reply))
    scope.post(`${CHOOSE_PATH}/:uid`, (request, reply) => choose(provider, request, reply))
    await scope.register(async (raw) => mount(raw, provider))
  })
}

/** The provider reads its own requests and writes its own answers. */
function mount(scope: FastifyInstance, provider: () => Promise<OpenIdProvider>): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
  scope.route({
    method: ['GET', 'POST'],
    url: `${PROVIDER_PATH}/*`,
    config: { rateLimit: false },
    handler: async (request, reply) => {
      const handle = (await provider()).callback()
      reply.hijack()
      const path = request.raw.url ?? '/'
      const inside = Object.assign(request.raw, { originalUrl: path, url: path.slice(PROVIDER_PATH.length) })
      await handle(inside, reply.raw)
    },
  })
}

/** Signs in whom the request names already; asks otherwise. */
async function ask(
  deps: SignInDeps,
  provider: () => Promise<OpenIdProvider>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const oidc = await provider()
  const { uid, params } = await oidc.interactionDetails(request.raw, reply.raw)
  const personas = await listPersonas(deps.store)
  const named = personas.find((persona) => persona.subject === params['persona'])
  if (named !== undefined) return finish(oidc, request, reply, named.subject)
  const expected = personas.find((persona) => persona.subject === params['login_hint'])
  return sendPlain(deps, request, reply, choosePage({ action: `${CHOOSE_PATH}/${uid}`, personas, expected }))
}

const choice = z.object({ persona: z.string().max(200) })

async function choose(provider: () => Promise<OpenIdProvider>, request: FastifyRequest, reply: FastifyReply) {
  return finish(await provider(), request, reply, choice.parse(request.body).persona)
}

async function finish(oidc: OpenIdProvider, request: FastifyRequest, reply: FastifyReply, subject: string) {
  const login = { accountId: subject, remember: false }
  const next = await oidc.interactionResult(request.raw, reply.raw, { login }, { mergeWithLastSubmission: false })
  return reply.redirect(next, 303)
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/

/** Settings refuse to listen elsewhere in a demonstration; this holds even if they did not. */
function requireLoopback(request: FastifyRequest): void {
  if (!LOOPBACK.test(request.socket.remoteAddress ?? ''))
    throw new NotFound({ kind: 'address', id: '' }, 'There is nothing at this address.')
}
