// A smoke on Node 24: the built product serves a demonstration and a page, and one file of tests passes.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare, root } from '../../scripts/prepare.mjs'
import { holds, newStory } from './checks.mjs'
import { findFreePort, startCommand } from './running.mjs'
import { newVisitor } from './visitor.mjs'

const node = findNode24()
if (node === null) {
  console.log('Skipped: Node 24 cannot be had here (npx -p node@24 did not bring it).')
  console.log('0 passed, 0 failed')
  process.exit(0)
}
await prepare({ quiet: true })
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'frankpledge-node24-')))
chmodSync(folder, 0o755)
const story = newStory()
const port = await findFreePort()
let server
try {
  await story.step('it is Node 24', () => {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
    holds(version.startsWith('v24.'), `it is ${version}`)
    return version
  })
  await story.step('serves a demonstration', async () => {
    const env = { FRANKPLEDGE_DATA: folder, FRANKPLEDGE_DEMO: 'on', LOG_LEVEL: 'warn' }
    server = startCommand(`'${node}' dist/cli.mjs serve`, { cwd: root, port, env })
    await server.ready(180)
  })
  await story.step('a person signs in and opens a page', async () => {
    const visitor = newVisitor(`http://127.0.0.1:${port}`)
    await visitor.signIn()
    const home = await visitor.get('/')
    holds(home.status === 200, `the page answered ${home.status}`)
    await visitor.saveDraft('/node24', 'typed')
    holds((await visitor.findDraft('/node24')) === 'typed', 'the draft is gone')
  })
  await story.step('stops when asked', () => server.stop())
  await story.step('a file of tests on a real database', () => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const run = spawnSync(node, [vitest, 'run', 'test/access/sessions.test.ts'], { cwd: root, encoding: 'utf8' })
    holds(run.status === 0, `${run.stdout}${run.stderr}`.slice(-2_000))
  })
} catch (error) {
  if (error.message !== 'The story ends here.') console.error(error)
  await server?.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(story.end())

/** The program of Node 24, as npm brings it; null where it cannot be had. */
function findNode24() {
  const found = spawnSync('npx', ['-y', '-p', 'node@24', 'node', '-p', 'process.execPath'], {
    cwd: tmpdir(),
    encoding: 'utf8',
  })
  const path = found.stdout?.trim().split('\n').at(-1) ?? ''
  return found.status === 0 && path.startsWith('/') ? path : null
}
