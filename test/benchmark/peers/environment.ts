import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../src/paths.ts'

/** Where there is no Python with venv, or no packages to be had: the peer is left out, saying so. */
export class PeerAbsent extends Error {}

/**
 * A Python environment of its own with the given packages ("esda==2.9.0"), made once and kept while they are the
 * same; the path of its interpreter. Throws PeerAbsent.
 */
export function pythonWith(name: string, packages: readonly string[]): string {
  const folder = join(packageRoot, '.cache/peers', `${name}-${packages.join('-').replaceAll(/[^\w.-]/g, '')}`)
  const python = join(folder, 'bin', 'python')
  const done = join(folder, 'done')
  if (existsSync(done)) return python
  console.error(`Installing ${packages.join(', ')} into ${folder}…`)
  const say = { stdio: ['ignore', 'ignore', 'inherit'] } satisfies Parameters<typeof execFileSync>[2]
  try {
    execFileSync('python3', ['-m', 'venv', folder], say)
    execFileSync(join(folder, 'bin', 'pip'), ['install', '--quiet', ...packages], say)
  } catch (error) {
    throw new PeerAbsent(`${name} could not be installed: it needs python3 with venv, and PyPI.`, { cause: error })
  }
  execFileSync('touch', [done])
  return python
}
