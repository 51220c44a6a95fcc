import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '#calculations/random/random.ts'
import { pick } from '#calculations/random/choices.ts'
import { superuser } from '#platform/db/embedded/embedded.ts'
import { packageRoot } from '../../../src/paths.ts'
import { withClient } from '../../setup/client.ts'
import { signInAs, type BrowserSession } from '../demonstration-sessions.ts'
import { figure, percentile, type Figure } from '../figure.ts'
import { makeForce, serveForce } from '../measured-force.ts'
import { withMeasuredStore } from '../measured-store.ts'
import { drawAsk, drawKnown, mixOf, type Known } from './mix.ts'
import { explainSlow, slowStatements } from './slow.ts'

/** How much of a force's ten years: 0.1 is 250,000 people and the crimes, incidents and links that go with them. */
const SHARE = Number(process.env['FORCE_SHARE'] ?? 0.1)
const PEOPLE = Math.round(2_500_000 * SHARE)
/** The demonstration of scale 1 has about 574,000 occurrences of three years; ten years of a force have 3,600,000. */
const SCALE = (3_600_000 / 574_000) * SHARE
const SECONDS = Number(process.env['FORCE_SECONDS'] ?? 60)
const CONNECTIONS = 16
/** So many reads to each write. */
const READS = 20
const SLOW_MILLISECONDS = 100

/** A force at work: 16 people who read and write without pause, everything audited; how long each page takes. */
export async function run(): Promise<Figure[]> {
  return withMeasuredStore('force', async (measured) => {
    const { store, owner, dataFolder, bytes } = measured
    const force = await makeForce(measured, { people: PEOPLE, scale: SCALE })
    const known = await drawKnown(owner.pool, force.gold)
    await withClient(force.urlFor(superuser), (client) => explainSlow(client, SLOW_MILLISECONDS))
    const service = await serveForce(measured, force)
    try {
      const people = [
        ...(await signInAs(store, 'officer', 8)),
        ...(await signInAs(store, 'supervisor', 6)),
        ...(await signInAs(store, 'commander', 2)),
      ]
      await work(service.origin, people, known, 10)
      const begun = performance.now()
      const times = await work(service.origin, people, known, SECONDS)
      const seconds = (performance.now() - begun) / 1_000
      keepSlow(slowStatements(dataFolder))
      return figuresOf(times, seconds, await bytes())
    } finally {
      await service.stop()
    }
  })
}

type Times = ReadonlyMap<string, readonly number[]>

/** Each of these people asks for a page, reads it to the end and asks for the next, for so many seconds. */
async function work(origin: string, people: readonly BrowserSession[], known: Known, seconds: number): Promise<Times> {
  const mix = mixOf(known)
  const times = new Map<string, number[]>()
  const until = performance.now() + seconds * 1_000
  const clock = async (page: string, ask: () => Promise<Response>) => {
    const started = performance.now()
    const answer = await ask()
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${page}: ${answer.status} ${text.slice(0, 300)}`)
    const of = times.get(page) ?? []
    times.set(page, of)
    of.push(performance.now() - started)
  }
  const one = async (at: number): Promise<void> => {
    const random = createRandom(`force-${at}-${seconds}`)
    const who = people[at % people.length]
    if (who === undefined) throw new Error('Nobody is signed in.')
    while (performance.now() < until) {
      if (random.next() < 1 / (READS + 1)) {
        const input = { id: pick(random, known.people), marker: 'weapons', words: 'A knife in the door', ...DAYS }
        await clock('A marker added', () => post(`${origin}/api/party-marker/add`, who, input))
      } else {
        const { page, path } = drawAsk(random, mix)
        await clock(page, () => fetch(`${origin}${path(random)}`, { headers: { cookie: who.cookie } }))
      }
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, at) => one(at)))
  return times
}

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const DAYS = { startsOn: day(0), reviewOn: day(90) }

function post(url: string, { cookie, csrf }: BrowserSession, input: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
}

function figuresOf(times: Times, seconds: number, storeBytes: number): Figure[] {
  const all = [...times.values()].flat()
  const common = { part: 'force', rows: PEOPLE, role: 'officers and commanders, fp_staff', storeBytes }
  return [
    figure({
      ...common,
      name: 'Requests of a force at work',
      value: all.length / seconds,
      unit: 'requests/s',
      note: `${CONNECTIONS} people without pause for ${SECONDS} s, ${READS} reads to a write, audited with subjects`,
    }),
    ...[...times].toSorted().map(([page, of]) =>
      figure({
        ...common,
        name: `${page}, p95`,
        value: percentile(of, 0.95),
        unit: 'ms',
        aim: page === 'Search' ? { words: 'under 300 ms', atMost: 300 } : { words: 'under 150 ms', atMost: 150 },
        note: `p50 ${percentile(of, 0.5).toFixed(0)}, p99 ${percentile(of, 0.99).toFixed(0)} ms of ${of.length}`,
      }),
    ),
  ]
}

function keepSlow(slow: string): void {
  const folder = join(packageRoot, '.cache/benchmark')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'slow-statements.log')
  writeFileSync(file, slow)
  console.error(slow === '' ? `No statement took ${SLOW_MILLISECONDS} ms.` : `Plans of slow statements: ${file}`)
}
