import type { Store } from '#platform/db/transaction.ts'
import { openPool } from '#platform/db/database.ts'
import { measures } from '../../../src/modules.ts'
import { prepareInstallation } from '../../service/installation.ts'
import { findFreePort, startService } from '../../service/service.ts'
import type { World } from '../../world/world.ts'
import { figure, type Figure } from '../figure.ts'
import { compute } from '../measures.ts'
import { fillWithVictims, type ManyVictims } from './many-victims.ts'
import { opening } from './opening.ts'
import { LOOKERS, measurePages } from './pages.ts'

/** A force's year. */
const DUTIES = Number(process.env['VICTIM_DUTIES'] ?? 2_000_000)
const MEASURES = ['VC-TIMELY', 'VC-NEEDS', 'VC-UPDATED', 'VC-VPS']

/** A year of a force's duties to victims: opened, counted into how far the code is kept, and looked at by whoever does. */
export async function run(): Promise<Figure[]> {
  return [...(await opening()), ...(await year())]
}

async function year(): Promise<Figure[]> {
  const figures: Figure[] = []
  let made: ManyVictims | undefined
  const installation = await prepareInstallation({
    name: 'victims',
    personas: LOOKERS,
    fill: async (world) => {
      made = await fillWithVictims(world, DUTIES)
      figures.push(...(await counting(world, made)))
    },
  })
  const service = startService({ dataFolder: installation.dataFolder, port: await findFreePort() })
  try {
    await service.ready()
    if (made === undefined) throw new Error('Nothing was put in.')
    return [...figures, ...(await measurePages(service, installation.signedIn, made))]
  } finally {
    await service.stop()
    await installation.remove()
  }
}

/** Each measure of the code worked out as every morning, beside one statement that counts and no more. */
export async function counting(world: World, { duties }: ManyVictims): Promise<Figure[]> {
  const pool = openPool({ url: world.database.urlFor('frankpledge_app'), poolSize: 1, statementTimeout: 600_000 })
  const store: Store = { ...world.store, pool }
  try {
    const byHand = await timed(() => world.owner(BY_HAND))
    const seconds = new Map<string, number>()
    for (const code of MEASURES) seconds.set(code, await timed(() => compute(store, measures.get(code))))
    const [kept] = await world.owner<{ rows: number }>('SELECT count(*)::integer AS rows FROM victim_compliance')
    await world.owner('VACUUM ANALYZE victim_compliance, measure_value')
    return [...seconds].map(([code, value]) =>
      figure({
        part: 'victims',
        name: `Computing ${code}`,
        value,
        unit: 's',
        ...(code === 'VC-TIMELY' && { against: { reference: 'its counts as one statement', value: byHand } }),
        rows: duties,
        role: 'system:measures, fp_service',
        storeBytes: null,
        note: code === 'VC-TIMELY' ? `with ${kept?.rows ?? 0} rows of the table of rights` : 'of its own rules',
      }),
    )
  } finally {
    await pool.end()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1_000
}

/** What there is to count of what fell due, and no more. */
const BY_HAND = `
  SELECT date_trunc('month', due_at AT TIME ZONE 'Europe/London') AS month, rule, area_id, unit_id, marking,
    count(*) FILTER (WHERE met_at <= due_at) AS in_time, count(*) FILTER (WHERE met_at > due_at) AS late,
    count(*) FILTER (WHERE waived_at IS NOT NULL) AS waived, count(*) FILTER (WHERE ended_at IS NULL) AS overdue
  FROM duty WHERE subject_kind = 'victim' AND superseded_at IS NULL AND due_at < now() GROUP BY 1, 2, 3, 4, 5`
