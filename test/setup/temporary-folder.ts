import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type TemporaryFolder = { readonly path: string; remove(): void }

/** A folder for one test, open to every user, since as root the database server runs as another one. */
export const makeTemporaryFolder = (name: string): TemporaryFolder => {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `frankpledge-${name}-`)))
  chmodSync(path, 0o755)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
