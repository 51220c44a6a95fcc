import type { Pool } from 'pg'
import { computeMeasure } from '#kernel/measures/compute.ts'
import type { Measure } from '#kernel/measures/define.ts'
import { freshestDay, makeDemonstration } from '#modules/demonstration/index.ts'
import { systemReader } from '#platform/access/reader.ts'
import { databaseName } from '#platform/db/embedded/embedded.ts'
import { joinEmbedded } from '#platform/db/embedded/join-embedded.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import { measures } from '../../src/modules.ts'
import { findFreePort, startService } from '../service/service.ts'
import { signInChief } from './demonstration-sessions.ts'
import { figure, median, percentile, type Figure } from './figure.ts'
import { withMeasuredStore } from './measured-store.ts'

const SEED = 2016
const ROUNDS = 5
const REQUESTS = 200
const MEASURE = 'P1-OUTCOME'

/** Computing measures at the demonstration's size beside the raw SQL of one of them, and the page of a measure. */
export async function run(): Promise<Figure[]> {
  return withMeasuredStore('measures', async ({ store, owner, dataFolder, bytes }) => {
    const joined = joinEmbedded(dataFolder)
    if (joined === undefined) throw new Error('The database cannot be reached.')
    const now = new Date()
    const { ownerUrl } = joined
    const { counts } = await makeDemonstration({ ownerUrl, asOf: freshestDay(now), seed: SEED, now })
    const rows = counts['occurrences'] ?? 0
    const common = { part: 'measures', rows, storeBytes: await bytes() }
    const [one, byHand, all]: number[][] = [[], [], []]
    for (let round = 0; round < ROUNDS; round++) {
      one?.push(await timed(() => compute(store, measures.get(MEASURE))))
      byHand?.push(await timed(() => owner.pool.query(RAW)))
      all?.push(
        await timed(async () => {
          for (const measure of measures.all) await compute(store, measure)
        }),
      )
    }
    const pages = await pageTimes(joined.urlFor('frankpledge_app', databaseName), ownerUrl, store, dataFolder)
    return [
      figure({
        ...common,
        name: `Computing ${MEASURE}`,
        value: median(one ?? []),
        unit: 'ms',
        role: 'system:measures, fp_service',
        against: {
          reference: 'its counts by month and area as one statement of the owner',
          value: median(byHand ?? []),
        },
        aim: { words: 'within 4x', atMost: 4 },
        note: '36 months by policing area: counted, checked, stored, what is no more removed',
      }),
      figure({
        ...common,
        name: `Computing all ${measures.all.length} measures`,
        value: median(all ?? []),
        unit: 'ms',
        role: 'system:measures, fp_service',
        note: 'as the daily job does, one transaction a measure',
      }),
      ...[50, 95].map((share) =>
        figure({
          ...common,
          name: `Page of a measure, p${share}`,
          value: percentile(pages, share / 100),
          unit: 'ms',
          role: 'chief-officer, fp_staff',
          ...(share === 95 && { aim: { words: 'under 150 ms', atMost: 150 } }),
          note: `signed in, ${REQUESTS} requests one after another, the first ten left out`,
        }),
      ),
    ]
  })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Computes it as the daily job does. */
export function compute(store: Store, measure: Measure): Promise<unknown> {
  const request = { requestId: 'benchmark', purpose: 'measures', origin: 'benchmark' }
  return transaction(store, { reader: systemReader('system:measures') }, request, async (entered) => ({
    value: await computeMeasure(await entered.open(), measure),
    audit: [],
  }))
}

/** Milliseconds of each request for the page of a measure, by the chief constable of the demonstration. */
async function pageTimes(
  appUrl: string,
  ownerUrl: string,
  store: Store & { readonly pool: Pool },
  dataFolder: string,
): Promise<number[]> {
  const cookie = await signInChief(store)
  const settings = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }
  const service = startService({ dataFolder, port: await findFreePort(), settings })
  try {
    await service.ready()
    const times: number[] = []
    for (let request = 0; request < REQUESTS + 10; request++)
      times.push(
        await timed(async () => {
          const answer = await fetch(`${service.origin}/effectiveness/measures/${MEASURE}`, { headers: { cookie } })
          await answer.text()
          if (answer.status !== 200) throw new Error(`The page answered ${answer.status}.`)
        }),
      )
    return times.slice(10)
  } finally {
    await service.stop()
  }
}

/** What the measure has to count, and no more. */
const RAW = `
  SELECT o.month, l.area_id, count(*) FILTER (WHERE o.outcome LIKE 'Offender %' OR o.outcome = 'Local resolution') AS dealt_with,
    count(*) FILTER (WHERE o.outcome <> 'Under investigation') AS known, count(*) AS every
  FROM occurrence o JOIN installation i ON i.publisher = o.publisher
    LEFT JOIN (location_area l JOIN area a ON a.id = l.area_id AND a.kind = 'policing-area') ON l.location_id = o.location_id
  WHERE o.kind = 'crime' GROUP BY GROUPING SETS ((o.month, l.area_id), (o.month))`
