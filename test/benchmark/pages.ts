import { joinEmbedded } from '#platform/db/embedded/join-embedded.ts'
import { databaseName } from '#platform/db/embedded/embedded.ts'
import { withClient } from '../setup/client.ts'
import { startNodeScript } from '../setup/node-script.ts'
import { prepareInstallation, type SignedIn } from '../service/installation.ts'
import { findFreePort, startService } from '../service/service.ts'
import { figure, median, percentile, type Figure } from './figure.ts'
import { fillWithPeople, PEOPLE } from './force-of-people.ts'
import { load, type Load } from './load.ts'
import { databaseBytes } from './measured-store.ts'

const ROUNDS = 4
const ROUND_SECONDS = 5

/** A list and a record, as a signed-in person opens them; the record is the reader's own. */
const PAGES = [
  { name: 'List page', path: () => '/administration/people?q=baker', rows: PEOPLE },
  { name: 'Record page', path: (who: SignedIn) => `/administration/people/${who.account}`, rows: 1 },
] as const

/** Pages of the real server on the embedded database against a bare route on the same database. */
export async function run(): Promise<Figure[]> {
  const installation = await prepareInstallation({ name: 'pages', personas: ['administrator'], fill: fillWithPeople })
  const [who] = installation.signedIn
  if (who === undefined) throw new Error('Nobody is signed in.')
  const { dataFolder } = installation
  const service = startService({ dataFolder, port: await findFreePort() })
  try {
    await service.ready()
    const joined = joinEmbedded(dataFolder)
    if (joined === undefined) throw new Error('The database cannot be reached.')
    const bare = startNodeScript(
      'test/benchmark/bare-server.ts',
      joined.urlFor('frankpledge_app', databaseName),
      who.account,
    )
    try {
      const reference = `${(await bare.nextLine()) ?? ''}/`
      const targets = PAGES.map((page) => `${service.origin}${page.path(who)}`)
      const rounds = await measure([...targets, reference], { cookie: who.cookie })
      const storeBytes = await withClient(joined.ownerUrl, databaseBytes)
      return PAGES.flatMap((page, index) => figuresOf(page, rounds[index] ?? [], rounds.at(-1) ?? [], storeBytes))
    } finally {
      await bare.kill()
    }
  } finally {
    await service.stop()
    await installation.remove()
  }
}

/** Every address in every round, one after the other, so that a busy machine weighs on all; the first round warms up. */
async function measure(urls: readonly string[], headers: Readonly<Record<string, string>>): Promise<Load[][]> {
  const loads: Load[][] = urls.map(() => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, url] of urls.entries()) loads[index]?.push(await load(url, ROUND_SECONDS, headers))
  return loads.map((all) => all.slice(1))
}

function figuresOf(
  page: (typeof PAGES)[number],
  ours: readonly Load[],
  bare: readonly Load[],
  storeBytes: number,
): Figure[] {
  const speed = (loads: readonly Load[]) => median(loads.map((one) => one.requestsPerSecond))
  const p95 = (loads: readonly Load[]) =>
    percentile(
      loads.flatMap((one) => one.times),
      0.95,
    )
  const reference = 'bare Fastify: BEGIN with context, a point query, an insert, COMMIT'
  const common = { part: 'pages', rows: page.rows, role: 'administrator, fp_staff', storeBytes }
  return [
    figure({
      ...common,
      name: `${page.name}, requests`,
      value: speed(ours),
      unit: 'requests/s',
      against: { reference, value: speed(bare) },
      aim: { words: 'within 2x', atLeast: 0.5 },
      note: 'signed in, 16 connections, access decided, audited with its subjects, fsync',
    }),
    figure({
      ...common,
      name: `${page.name}, p95`,
      value: p95(ours),
      unit: 'ms',
      against: { reference, value: p95(bare) },
      aim: { words: 'within 2x', atMost: 2 },
      note: 'from asking to the last byte, 16 at a time without pause',
    }),
  ]
}
