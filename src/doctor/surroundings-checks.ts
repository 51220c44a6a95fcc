import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Settings } from '#platform/config/settings.ts'
import { makeFolder } from '#platform/files/make-folder.ts'
import { assetsFolder } from '../paths.ts'
import { look, well, wrong, type Finding } from './check.ts'

const LEAST_FREE = 2_000_000_000

/** What can be wrong around the database: folders, disk, the build, the identity provider, which a demonstration brings. */
export async function surroundingsChecks(settings: Settings, demonstration: boolean): Promise<Finding[]> {
  return [
    await look('build', build),
    await look('files', () => writable('files', join(settings.dataFolder, 'files'))),
    await look('audit heads', () => writable('audit heads', dirname(settings.sealHeadsFile))),
    await look('disk', () => disk(settings.dataFolder)),
    await look('sign-in', () => provider(settings, demonstration)),
  ]
}

async function build(): Promise<Finding> {
  const there = existsSync(join(assetsFolder, 'manifest.json'))
  return there
    ? well('build', 'Scripts and style sheets are built.')
    : wrong('build', 'Nothing is built: run `npm run build`.')
}

async function writable(check: string, folder: string): Promise<Finding> {
  try {
    makeFolder(folder)
    await access(folder, constants.R_OK | constants.W_OK)
    return well(check, `${folder} can be written.`)
  } catch {
    return wrong(check, `${folder} cannot be written by this user: change its owner, or name another folder.`)
  }
}

async function disk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(existsSync(folder) ? folder : dirname(folder))
  const free = bavail * bsize
  const words = `${(free / 1e9).toFixed(1)} GB free.`
  return free >= LEAST_FREE
    ? well('disk', words)
    : wrong('disk', `${words} Make room: under 2 GB nothing can be relied on.`)
}

async function provider({ oidc }: Settings, demonstration: boolean): Promise<Finding> {
  if (demonstration) return well('sign-in', 'A demonstration: anybody on this machine signs in as anybody.')
  if (oidc === null)
    return wrong('sign-in', 'No identity provider: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.')
  const address = `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
  if (answer === null) return wrong('sign-in', `The identity provider does not answer at ${address}.`)
  if (!answer.ok)
    return wrong('sign-in', `The identity provider answers ${answer.status} at ${address}: check OIDC_ISSUER.`)
  return well('sign-in', `${oidc.issuer} answers.`)
}
