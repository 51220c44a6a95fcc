// Gets a fresh clone ready to run: packages, then the bundle and the assets, each only when it is missing or out of date.
// Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Installs packages when the lock file is not the one that was installed, and builds when any source is newer. */
export async function prepare({ quiet = false } = {}) {
  refuseOldNode()
  installPackages(quiet)
  await buildWhenStale(quiet)
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Frankpledge needs Node 20.19 or later; this is ${process.versions.node}.`)
  process.exit(1)
}

function installPackages(quiet) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const mark = join(root, 'node_modules', '.frankpledge-lock')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  if (!quiet) console.error('Installing packages (once)…')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', quiet ? 'ignore' : process.stderr, process.stderr],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    console.error('npm ci did not succeed: the reason is above.')
    process.exit(1)
  }
  writeFileSync(mark, lock)
}

async function buildWhenStale(quiet) {
  const stamp = join(root, 'dist', '.built')
  const newest = Math.max(
    ...['src', 'scripts', 'package-lock.json', 'package.json'].map((path) => newestIn(join(root, path))),
  )
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) return
  const started = Date.now()
  const { build } = await import('./build.mjs')
  await build()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, '')
  if (!quiet) console.error(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

function newestIn(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
