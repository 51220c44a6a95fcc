import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { default as OpenIdProvider } from 'oidc-provider'
import { memoryAdapters } from './memory-adapter.ts'

export const PROVIDER_PATH = '/demo-sign-in/oidc'
export const CHOOSE_PATH = '/demo-sign-in/choose'
/** The provider's own memory of who was there; forgotten at each sign-in, so that it always asks. */
export const PROVIDER_COOKIE = 'fp_demo_session'

/** Who this installation is to its own demonstration provider; made anew by each process. */
export interface DemonstrationClient {
  readonly clientId: string
  readonly clientSecret: string
}

export function newClient(): DemonstrationClient {
  return { clientId: 'frankpledge-demonstration', clientSecret: randomBytes(32).toString('base64url') }
}

interface ProviderOptions {
  /** Address of the server, without a path. */
  readonly origin: string
  readonly client: DemonstrationClient
  readonly redirectUri: string
  /** Whether there is such a persona. */
  readonly isPersona: (subject: string) => Promise<boolean>
}

/** A whole OpenID Connect provider in this process; its library is loaded only here, and its keys live as long. */
export async function makeProvider(options: ProviderOptions): Promise<OpenIdProvider> {
  const { Provider } = await import('oidc-provider')
  const provider = new Provider(new URL(PROVIDER_PATH, options.origin).href, {
    adapter: memoryAdapters(Date.now),
    clients: [
      {
        client_id: options.client.clientId,
        client_secret: options.client.clientSecret,
        redirect_uris: [options.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: PROVIDER_COOKIE, interaction: 'fp_demo_interaction', resume: 'fp_demo_resume' },
    },
    clientAuthMethods: ['client_secret_post'],
    pkce: { required: () => true },
    scopes: ['openid'],
    features: { devInteractions: { enabled: false }, userinfo: { enabled: false } },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    extraParams: ['persona'],
    clientBasedCORS: () => false,
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 600, Grant: 600 },
    interactions: { url: (_context, interaction) => `${CHOOSE_PATH}/${interaction.uid}` },
    findAccount: async (_context, subject) =>
      (await options.isPersona(subject)) ? { accountId: subject, claims: () => ({ sub: subject }) } : undefined,
    // Nothing is asked about consent: the only client is this installation, and all it learns is who came.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc
      if (client === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    renderError: (context, out) => {
      context.type = 'text/plain; charset=utf-8'
      context.body = `The demonstration's sign-in could not go on: ${out.error}. Open /sign-in and begin again.`
    },
  })
  return provider
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty, crv, x, y, d } = privateKey.export({ format: 'jwk' })
  if (kty === undefined || crv === undefined || x === undefined || y === undefined || d === undefined)
    throw new Error('A signing key could not be made.')
  return { kty, crv, x, y, d, use: 'sig', alg: 'ES256', kid: 'demonstration' }
}
