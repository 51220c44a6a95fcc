// `npm run faults [-- --kills N --seed S]`: kills the server, the database or both (-9) while clients write, and sees that
// the next start comes up by itself and that nothing acknowledged is lost or doubled.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs, promisify } from 'node:util'
import { pick } from '#calculations/random/choices.ts'
import { createRandom, type Random } from '#calculations/random/random.ts'
import { packageRoot } from '../../src/paths.ts'
import { findFreePort } from '../service/service.ts'
import { prepareInstallation, type PreparedInstallation } from '../service/installation.ts'
import { withClient } from '../setup/client.ts'
import { newLedger, type Ledger } from './ledger.ts'
import { compare } from './oracle.ts'
import { watch, type Victim, type Watched } from './watched.ts'
import { write } from './writer.ts'

const VICTIMS: readonly Victim[] = ['the server', 'the database', 'both']
const WRITERS = 6
/** Longer than any start should take, even with a log to replay on a busy machine. */
const PATIENCE_SECONDS = 60

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '2016' } },
})
const kills = Number(values.kills)
if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills is a whole number from 1')

const result = await run(kills, values.seed)
console.log(`${result.passed} passed, ${result.failed} failed`)
process.exit(result.failed === 0 ? 0 : 1)

async function run(count: number, seed: string): Promise<{ passed: number; failed: number }> {
  const random = createRandom(`faults ${seed}`)
  const installation = await prepareInstallation({
    name: 'faults',
    personas: Array.from({ length: WRITERS }, () => 'administrator' as const),
  })
  const watched = watch(installation.dataFolder, await findFreePort())
  const ledger = newLedger()
  const stop = new AbortController()
  try {
    console.log(
      `Seed ${seed}: ${count} kills, ${WRITERS} clients writing. First start ${ms(await watched.comeBack(PATIENCE_SECONDS))}`,
    )
    const writers = installation.signedIn.map((who, index) => {
      const name = `w${index}`
      return write({ origin: watched.origin, who, ledger, stop: stop.signal }, name, random.split(name))
    })
    const outcome = await killAll(count, random, { watched, ledger, installation })
    stop.abort()
    await Promise.all(writers)
    const wrong = await checkAll({ watched, ledger, installation })
    if (wrong.length > 0) console.log(`NOT OK at the end: ${wrong.join('; ')}`)
    return wrong.length === 0 ? outcome : { ...outcome, failed: outcome.failed + 1 }
  } finally {
    stop.abort()
    await watched.end()
    await installation.remove()
  }
}

interface Scene {
  readonly watched: Watched
  readonly ledger: Ledger
  readonly installation: PreparedInstallation
}

async function killAll(count: number, random: Random, scene: Scene): Promise<{ passed: number; failed: number }> {
  const back: number[] = []
  let failed = 0
  for (let number = 1; number <= count; number++) {
    const victim = pick(random, VICTIMS)
    await sleep(50 + random.next() * 450)
    // One kill in six falls into the start that follows the kill before.
    const duringStart = random.next() < 1 / 6
    const wrong = await killOnce(victim, duringStart ? random.next() * 400 : null, scene, back)
    if (wrong.length > 0) failed++
    const words = wrong.length === 0 ? 'nothing lost, nothing doubled' : wrong.slice(0, 5).join('; ')
    console.log(
      `${wrong.length === 0 ? 'ok' : 'NOT OK'} ${number}: killed ${victim}${duringStart ? ', twice' : ''}, back in ${ms(back.at(-1) ?? 0)}; ` +
        `${scene.ledger.acknowledged} acknowledged, ${words}`,
    )
  }
  const { acknowledged, retries, agencies } = scene.ledger
  console.log(
    `Back in ${ms(median(back))} (median), ${ms(Math.max(...back))} at worst. ${acknowledged} writes acknowledged, ` +
      `${agencies.length} of them agencies, ${retries} sent again.`,
  )
  return { passed: count - failed, failed }
}

/** One kill, the way back, and what is wrong after it. */
async function killOnce(victim: Victim, again: number | null, scene: Scene, back: number[]): Promise<string[]> {
  const { watched, ledger } = scene
  const surprisesBefore = ledger.surprises.length
  await watched.kill(victim)
  if (again !== null) {
    watched.startAgain()
    await sleep(again)
    await watched.kill(victim)
  }
  try {
    back.push(await watched.comeBack(PATIENCE_SECONDS))
    return [...(await checkAll(scene)), ...ledger.surprises.slice(surprisesBefore)]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

async function checkAll({ watched, ledger, installation }: Scene): Promise<string[]> {
  const lost = await withClient(watched.ownerUrl(), (client) => compare(client, ledger))
  return [...lost, ...(await verifyAudit(installation.dataFolder))]
}

/** `frankpledge audit verify`, beside the running server, against the heads that it keeps outside the database. */
async function verifyAudit(dataFolder: string): Promise<string[]> {
  const heads = join(dataFolder, 'seal-heads.jsonl')
  const parameters = ['audit', 'verify', '--json', ...(existsSync(heads) ? ['--heads', heads] : [])]
  const environment = { ...process.env, FRANKPLEDGE_DATA: dataFolder, FRANKPLEDGE_DEMO: 'off' }
  try {
    await promisify(execFile)(process.execPath, [join(packageRoot, 'dist/cli.mjs'), ...parameters], {
      env: environment,
    })
    return []
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
    return [`the audit does not hold: ${said.trim()}`]
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function ms(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`
}
