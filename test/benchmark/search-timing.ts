import { databaseName } from '#platform/db/embedded/embedded.ts'
import { joinEmbedded } from '#platform/db/embedded/join-embedded.ts'
import { buildWorld } from '../world/world.ts'
import { figure, median, type Figure } from './figure.ts'
import { attack } from './hidden-and-absent.ts'
import { withMeasuredStore } from './measured-store.ts'

const SEEDS = [1, 2, 3]
const SEARCHES = 2_000

/** Whether a search for somebody hidden can be told from one for nobody, by its answer or by its time: 2,000 at each seed. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const seed of SEEDS) figures.push(await attacked(seed))
  return figures
}

async function attacked(seed: number): Promise<Figure> {
  return withMeasuredStore('search-timing', async ({ dataFolder, owner, bytes }) => {
    const joined = joinEmbedded(dataFolder)
    if (joined === undefined) throw new Error('The database cannot be reached.')
    const urlFor = (role: string) => joined.urlFor(role, databaseName)
    const world = await buildWorld({
      name: databaseName,
      ownerUrl: joined.ownerUrl,
      urlFor,
      drop: () => Promise.resolve(),
    })
    await owner.pool.query('ANALYZE')
    try {
      const { told, p, milliseconds } = await attack(world, seed, SEARCHES)
      return figure({
        part: 'search-timing',
        name: `Hidden or absent, seed ${seed}`,
        value: p,
        unit: 'p',
        aim: { words: 'above 0.01', atLeast: 0.01 },
        rows: SEARCHES,
        role: 'chief-officer, fp_staff',
        storeBytes: await bytes(),
        note:
          `Kolmogorov-Smirnov of ${SEARCHES.toLocaleString('en-GB')} interleaved searches; medians ` +
          `${median(milliseconds.hidden).toFixed(1)} and ${median(milliseconds.absent).toFixed(1)} ms; ` +
          `${told.length} answers tell of somebody: ${told.length === 0 ? 'met' : 'NOT MET'}`,
      })
    } finally {
      await world.close()
    }
  })
}
