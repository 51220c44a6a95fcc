import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  CHOOSE_PATH,
  makeProvider,
  newClient,
  PROVIDER_PATH,
} from '../../src/modules/sign-in/demonstration/provider.ts'
import type { ProviderSettings } from '#platform/access/open-id.ts'

/** A force's own identity provider, on a server of its own: lets in, without asking, whoever it is told stands there. */
export interface ForceProvider {
  readonly settings: ProviderSettings
  /** Who proves who they are from now on, by subject. */
  person: string
  close(): Promise<void>
}

/** Starts one for a site that is reached at `redirectOrigin`. */
export async function startForceProvider(redirectOrigin: () => string): Promise<ForceProvider> {
  const client = newClient()
  let provider: ReturnType<typeof makeProvider> | undefined
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    provider ??= makeProvider({
      origin: force.settings.issuer,
      client,
      redirectUri: `${redirectOrigin()}/sign-in/callback`,
      isPersona: () => Promise.resolve(true),
    })
    void provider.then(async (oidc) => {
      if (path.startsWith(CHOOSE_PATH))
        return oidc.interactionFinished(request, response, { login: { accountId: force.person } })
      const inside = Object.assign(request, { originalUrl: path, url: path.slice(PROVIDER_PATH.length) })
      return oidc.callback()(inside, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const force: ForceProvider = {
    settings: { ...client, issuer: `http://127.0.0.1:${port}${PROVIDER_PATH}` },
    person: 'nobody',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return force
}
