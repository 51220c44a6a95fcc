import { prepareInstallation } from '../service/installation.ts'
import { findFreePort, startService } from '../service/service.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { loadEach, type PathOf } from './load.ts'
import { insertManyParties, type ManyParties } from './many-parties.ts'

/** A tenth of ten years of a force; `PEOPLE=2500000` for all of it. */
const PEOPLE = Number(process.env['PEOPLE'] ?? 250_000)
const SECONDS = 8
/** As many at a time as a force of this size has on average: 160 a second, of 25 ms each. */
const AT_A_TIME = 4

/** The pages of people, places and things, a different one each time, and two that are as large as they come. */
export async function run(): Promise<Figure[]> {
  let store: ManyParties | undefined
  const installation = await prepareInstallation({
    name: 'party-pages',
    personas: ['sergeantA'],
    fill: async (world) => {
      store = await insertManyParties(world.owner, PEOPLE, world.store.clock.now())
    },
  })
  const service = startService({ dataFolder: installation.dataFolder, port: await findFreePort() })
  try {
    await service.ready()
    if (store === undefined) throw new Error('Nothing was put in.')
    const cookie = installation.signedIn[0]?.cookie ?? ''
    const figures: Figure[] = []
    for (const { name, path } of pagesOf(store)) {
      await loadEach(service.origin, path, 2, cookie, AT_A_TIME)
      const times = await loadEach(service.origin, path, SECONDS, cookie, AT_A_TIME)
      figures.push(
        figure({
          part: 'party-pages',
          name: `${name}, p95`,
          value: percentile(times, 0.95),
          unit: 'ms',
          aim: { words: 'under 150 ms', atMost: 150 },
          rows: PEOPLE,
          role: 'sergeantA, fp_staff',
          storeBytes: null,
          note: `p50 ${percentile(times, 0.5).toFixed(0)} ms of ${times.length}; ${AT_A_TIME} at a time without pause, audited`,
        }),
      )
    }
    return figures
  } finally {
    await service.stop()
    await installation.remove()
  }
}

function pagesOf(store: ManyParties): readonly { readonly name: string; readonly path: PathOf }[] {
  const among = (path: string, { from, count }: { readonly from: number; readonly count: number }): PathOf => {
    return (n) => `${path}/${from + ((n * 7_919) % count)}`
  }
  return [
    { name: 'Page of a person', path: among('/people', { from: 1, count: store.people }) },
    { name: 'Page of an address', path: among('/addresses', store.addresses) },
    { name: 'Page of a vehicle', path: among('/vehicles', store.vehicles) },
    { name: 'Page of a phone', path: among('/phones', store.phones) },
    { name: 'Page of an organisation', path: among('/organisations', store.organisations) },
    { name: 'Page of somebody in 300 occurrences', path: () => `/people/${store.busy}` },
    { name: 'Page of an address where 2,000 lived', path: () => `/addresses/${store.hostel}` },
  ]
}
