import * as openid from 'openid-client'

export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

export interface ProviderCheck {
  readonly ok: boolean
  /** What is wrong, each with what to do; empty when nothing is. */
  readonly findings: readonly string[]
}

/**
 * Asks the identity provider for its own description (OpenID Connect Discovery) and says in words what would keep people
 * from signing in. Whether the client's secret is right only shows at the first sign-in.
 */
export async function checkProvider(
  settings: ProviderSettings | null,
  administratorIssuer: string,
): Promise<ProviderCheck> {
  if (settings === null)
    return no(
      'No identity provider is set: give OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or nobody can sign in.',
    )
  if (!URL.canParse(settings.issuer)) return no(`OIDC_ISSUER is no address: ${settings.issuer}`)
  const url = new URL(settings.issuer)
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here))
    return no('OIDC_ISSUER must begin with https: without it, whoever is on the line could sign in as anybody.')
  try {
    const execute = url.protocol === 'http:' ? [openid.allowInsecureRequests] : []
    const configuration = await openid.discovery(url, settings.clientId, settings.clientSecret, undefined, {
      execute,
      timeout: 10,
    })
    const findings = findingsOn(configuration.serverMetadata(), administratorIssuer)
    return { ok: findings.length === 0, findings }
  } catch (error) {
    return no(wordsFor(error, url))
  }
}

function no(finding: string): ProviderCheck {
  return { ok: false, findings: [finding] }
}

function findingsOn(metadata: openid.ServerMetadata, administratorIssuer: string): string[] {
  const findings: string[] = []
  for (const endpoint of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const)
    if (metadata[endpoint] === undefined) findings.push(`The provider names no ${endpoint}. Ask whoever runs it.`)
  if (metadata.response_types_supported?.includes('code') === false)
    findings.push(
      'The provider does not offer the authorisation code flow (response type "code"). Have it switched on.',
    )
  if (metadata.code_challenge_methods_supported?.includes('S256') === false)
    findings.push('The provider does not offer PKCE with S256. Have it switched on for this client.')
  if (metadata.issuer !== administratorIssuer)
    findings.push(
      `The first administrator signs in with ${administratorIssuer}, but the provider calls itself ${metadata.issuer}. Give it exactly so.`,
    )
  return findings
}

function wordsFor(error: unknown, url: URL): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
  const address = `${url.href.replace(/\/$/, '')}/.well-known/openid-configuration`
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || code === 'OAUTH_RESPONSE_IS_NOT_JSON')
    return `${address} does not answer as an identity provider. Check OIDC_ISSUER: it is the address before /.well-known.`
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')
    return 'The provider calls itself by another name than OIDC_ISSUER. They must be the same to the letter, a slash at the end included.'
  if (code === 'OAUTH_TIMEOUT') return `${address} did not answer within 10 seconds. Check the network between.`
  return `${address} cannot be reached${cause === '' ? '' : ` (${cause})`}. Check OIDC_ISSUER, the network and the certificate.`
}
