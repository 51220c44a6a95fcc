// The README as a newcomer follows it: a fresh clone without packages, its first command, a person signed in, stopped,
// started again, killed, started again, and all data still there. Plain Node: it runs before anything is installed.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { holds, newStory } from './checks.mjs'
import { findFreePort, newcomersEnvironment, startCommand } from './running.mjs'
import { newVisitor } from './visitor.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** Seconds: what the README promises for the first time, installing included, and for every later one. */
const FIRST = 180
const LATER = 10

// Open to every user: as root the database server runs as another one.
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'frankpledge-newcomer-')))
chmodSync(folder, 0o755)
const clone = join(folder, 'frankpledge')
const port = await findFreePort()
const visitor = newVisitor(`http://127.0.0.1:${port}`)
const story = newStory()
let server
try {
  await story.step('a fresh clone, without packages', () => {
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone], { stdio: ['ignore', 'ignore', 'inherit'] })
    holds(!existsSync(join(clone, 'node_modules')), 'the clone has packages in it')
    const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim()
    return changed === '' ? undefined : 'what is not committed is not tried'
  })
  const command = firstCommand()
  await story.step(`README's first command, ${command}: ready within ${FIRST} s, installing included`, async () => {
    server = startCommand(command, { cwd: clone, port })
    await server.ready(FIRST)
  })
  await story.step('it says where it is, and who to sign in as', () => {
    holds(server.said().includes(`http://127.0.0.1:${port}`), `it said: ${server.said().slice(-500)}`)
    holds(/sign in as/i.test(server.said()), `it said: ${server.said().slice(-500)}`)
  })
  await story.step('signing in, and a page with the work of the day', async () => {
    const persona = await visitor.signIn()
    const home = await visitor.get('/')
    holds(home.status === 200 && home.text.includes('What needs me now?'), `the first page answered ${home.status}`)
    await visitor.saveDraft('/newcomer', 'typed before stopping')
    return `as ${persona}`
  })
  await story.step('Ctrl-C stops it', () => server.stop())
  await story.step(`started again: ready within ${LATER} s, and what was typed is there`, async () => {
    server = startCommand(command, { cwd: clone, port })
    await server.ready(LATER)
    holds((await visitor.findDraft('/newcomer')) === 'typed before stopping', 'the draft is gone')
    await visitor.saveDraft('/newcomer', 'typed before the kill')
  })
  await story.step(`killed (-9) and started again: ready within ${LATER} s, and what was typed is there`, async () => {
    await server.kill()
    server = startCommand(command, { cwd: clone, port })
    await server.ready(LATER)
    holds((await visitor.findDraft('/newcomer')) === 'typed before the kill', 'the draft is gone')
  })
  await story.step('the command line answers beside it: npx frankpledge doctor --json', () => {
    const { status, stdout } = spawnSync('npx', ['frankpledge', 'doctor', '--json'], {
      cwd: clone,
      encoding: 'utf8',
      env: newcomersEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const ill = JSON.parse(stdout).findings.filter(({ state }) => state !== 'well')
    holds(status === 0, `it ended with ${status}: ${JSON.stringify(ill)}`)
  })
  await story.step('stopped for good', () => server.stop())
} catch (error) {
  if (error.message !== 'The story ends here.') console.error(error)
  await server?.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(story.end())

/** The first line of the first block of commands, without its comment. */
function firstCommand() {
  const block = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(clone, 'README.md'), 'utf8'))?.[1] ?? ''
  return block.split('\n')[0].replace(/#.*/, '').trim()
}
