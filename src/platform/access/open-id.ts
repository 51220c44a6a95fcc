import * as openid from 'openid-client'
import type { Identity } from './identities.ts'

/** An identity provider, and who this installation is to it. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What a leaving browser is sent with. */
export interface AuthorizationRequest {
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  /** Ask for proof now, even of somebody whom the provider remembers. */
  readonly fresh: boolean
  /** Whom the provider should expect, where that is known. */
  readonly hint?: string
  readonly extra?: Readonly<Record<string, string>>
}

/** Why nobody came of it: a code for the audit and for the page's words. */
export type SignInFault = 'provider-unreachable' | 'provider-refused' | 'answer-not-good'

export class SignInFailed extends Error {
  constructor(
    readonly fault: SignInFault,
    cause: unknown,
  ) {
    super(`Sign-in failed: ${fault}`, { cause })
  }
}

export interface OpenIdClient {
  /** Where to send the browser. Throws SignInFailed when the provider cannot be asked. */
  authorizationUrl(request: AuthorizationRequest): Promise<URL>
  /** Who came back. Throws SignInFailed for anything that does not prove it. */
  identityFrom(callback: URL, request: Omit<AuthorizationRequest, 'redirectUri' | 'hint' | 'extra'>): Promise<Identity>
}

export const newSecrets = () => ({
  state: openid.randomState(),
  nonce: openid.randomNonce(),
  codeVerifier: openid.randomPKCECodeVerifier(),
})

/** Code flow with PKCE, state and nonce. The provider is looked up at the first use and again after a failure. */
export function openIdClient(settings: () => ProviderSettings): OpenIdClient {
  let known: Promise<openid.Configuration> | undefined
  const configuration = async (): Promise<openid.Configuration> => {
    known ??= discover(settings())
    try {
      return await known
    } catch (error) {
      known = undefined
      throw new SignInFailed('provider-unreachable', error)
    }
  }
  return {
    async authorizationUrl(request) {
      const challenge = await openid.calculatePKCECodeChallenge(request.codeVerifier)
      return openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: request.redirectUri,
        scope: 'openid',
        response_type: 'code',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        state: request.state,
        nonce: request.nonce,
        ...(request.fresh && { prompt: 'login', max_age: '0' }),
        ...(request.hint !== undefined && { login_hint: request.hint }),
        ...request.extra,
      })
    },
    async identityFrom(callback, { state, nonce, codeVerifier, fresh }) {
      const provider = await configuration()
      try {
        const tokens = await openid.authorizationCodeGrant(provider, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
          ...(fresh && { maxAge: 0 }),
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new SignInFailed('answer-not-good', null)
        return { issuer: claims.iss, subject: claims.sub }
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<openid.Configuration> {
  const url = new URL(issuer)
  // Without TLS only on this machine: settings refuse any other.
  const execute = url.protocol === 'http:' ? [openid.allowInsecureRequests] : []
  const configuration = await openid.discovery(url, clientId, undefined, openid.ClientSecretPost(clientSecret), {
    execute: [...execute, openid.enableNonRepudiationChecks],
    timeout: 10,
  })
  return configuration
}

function failureOf(error: unknown): SignInFailed {
  if (error instanceof SignInFailed) return error
  if (error instanceof openid.AuthorizationResponseError) return new SignInFailed('provider-refused', error)
  if (error instanceof TypeError && error.message === 'fetch failed')
    return new SignInFailed('provider-unreachable', error)
  return new SignInFailed('answer-not-good', error)
}
