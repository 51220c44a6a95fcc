import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { addMonths, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { dueAt } from '#calculations/clocks/due-of.ts'
import { readHolidays } from '#kernel/duties/holidays.ts'
import { recomputeAll as recomputeAllDuties, recomputeBatch } from '#kernel/duties/recompute.ts'
import { testRules } from '#kernel/duties/testing.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'
import { prepareInstallation } from '../service/installation.ts'
import { findFreePort, startService } from '../service/service.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { fillWithPeople } from './force-of-people.ts'
import { load } from './load.ts'
import { insertManyDuties, sqlOf } from './many-duties.ts'
import { withMeasuredStore } from './measured-store.ts'

const OPEN = 100_000
/** As many are done one by one, to tell what all of them would take. */
const ONE_BY_ONE = 2_000
const LISTED = { open: 200_000, ended: 100_000 }
const ROUND_SECONDS = 3
/** As many at a time as a force of this size has on average: 160 a second, of 25 ms each. */
const AT_A_TIME = 4

/** All open duties worked out anew after a change of bank holidays; the lists of duties with 200,000 of them open. */
export async function run(): Promise<Figure[]> {
  return [...(await recomputing()), ...(await listing())]
}

async function recomputing(): Promise<Figure[]> {
  return withMeasuredStore('duties', async ({ store, owner, bytes }) => {
    const now = new Date()
    await owner.pool.query(
      `INSERT INTO agency (name, kind, valid_from) VALUES ('A force', 'police-force', '2016-01-01');
      INSERT INTO unit (agency_id, code, name, valid_from) SELECT id, 'U', 'A unit', '2016-01-01' FROM agency;
      INSERT INTO area (kind, code, name, valid_from) VALUES ('ward', 'W', 'A ward', '2016-01-01');
      INSERT INTO account (id, issuer, subject, principal, agency_id, name)
        SELECT gen_random_uuid(), 'urn:benchmark', 'b', 'staff', id, 'PC Baker' FROM agency`,
    )
    await insertManyDuties(sqlOf(owner.pool), now, { open: OPEN, ended: 0 })
    // Every due time is wrong before: the rows were put there without a clock.
    const oneByOne = await timed(() => asClock(store, (tx) => recomputeOneByOne(tx)))
    const seconds = await timed(() => recomputeAll(store))
    return [
      figure({
        part: 'duties',
        name: 'Open duties worked out again',
        value: seconds,
        unit: 's',
        against: {
          reference: `one by one, an UPDATE each: ${ONE_BY_ONE.toLocaleString('en-GB')} of them, times ${OPEN / ONE_BY_ONE}`,
          value: (oneByOne * OPEN) / ONE_BY_ONE,
        },
        rows: OPEN,
        role: 'system:duties, fp_service',
        storeBytes: await bytes(),
        note: `in batches, with their pauses and what they replaced; under 10 s: ${seconds < 10 ? 'met' : 'NOT MET'}`,
      }),
    ]
  })
}

async function recomputeAll(store: Store): Promise<void> {
  await recomputeAllDuties(
    (after, to) => asClock(store, (tx) => recomputeBatch(tx, testRules, after, to)),
    () => Promise.resolve(),
  )
}

/** The plain way: each read, worked out and written by itself. */
async function recomputeOneByOne(tx: Tx): Promise<void> {
  const holidays = await readHolidays(tx)
  const { rows } = await tx.client.query<{ id: string }>(`SELECT id FROM duty ORDER BY id DESC LIMIT ${ONE_BY_ONE}`)
  for (const { id } of rows) {
    const one = await tx.client.query<{ rule: string; from: string; counts: Date }>(
      'SELECT rule, rule_from AS from, counts_from AS counts FROM duty WHERE id = $1 FOR UPDATE',
      [id],
    )
    const pauses = await tx.client.query<{ from: Date; to: Date }>(
      'SELECT starts_at AS from, ends_at AS to FROM duty_pause WHERE duty_id = $1',
      [id],
    )
    const row = one.rows[0]
    const rule = row === undefined ? undefined : testRules.find(row.rule, row.from)
    if (row === undefined || rule === undefined) throw new Error('There is no such duty.')
    const due = dueAt(rule.clock, row.counts, holidays, pauses.rows) ?? 0
    await tx.client.query('UPDATE duty SET due_at = $2, version = version + 1 WHERE id = $1', [id, new Date(due)])
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1_000
}

function asClock<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  const reader = { ...systemReader('system:duties'), roles: ['system-clock'] }
  const request = { requestId: 'benchmark', purpose: 'benchmark', origin: 'benchmark' }
  return transaction(store, { reader }, request, async ({ open }) => ({ value: await work(await open()), audit: [] }))
}

const LAST_MONTH = addMonths(getCivilMonth(londonDateAt(new Date()).slice(0, 7)), -1)
const PAGES = [
  { name: 'Duties of a person', persona: 0, path: '/work/duties' },
  { name: 'Duties of an area', persona: 1, path: '/work/duties?of=area' },
  { name: 'Duties of the whole force', persona: 2, path: '/work/duties?of=area' },
  { name: 'Duties of the whole force, due soon', persona: 2, path: '/work/duties?of=area&standing=due-soon' },
  { name: 'Duties of the whole force, met late', persona: 2, path: '/work/duties?of=area&standing=met-late' },
  { name: 'Duties of the whole force, clock stopped', persona: 2, path: '/work/duties?of=area&standing=paused' },
  { name: 'Duties of the whole force, replaced', persona: 2, path: '/work/duties?of=area&standing=superseded' },
  { name: 'Duties of the whole force, of one rule', persona: 2, path: '/work/duties?of=area&rule=FIN-01' },
  { name: 'Duties of the whole force, of a month', persona: 2, path: `/work/duties?of=area&due=${LAST_MONTH}` },
  { name: 'Duties of a team, of a month', persona: 0, path: `/work/duties?of=team&due=${LAST_MONTH}` },
  { name: 'My work', persona: 0, path: '/' },
] as const

async function listing(): Promise<Figure[]> {
  const installation = await prepareInstallation({
    name: 'duty-pages',
    personas: ['sergeantA', 'commanderA', 'chief'],
    fill: async (world) => {
      await fillWithPeople(world)
      await insertManyDuties(world.owner, world.store.clock.now(), LISTED)
    },
  })
  const service = startService({ dataFolder: installation.dataFolder, port: await findFreePort() })
  try {
    await service.ready()
    const figures: Figure[] = []
    for (const { name, persona, path } of PAGES) {
      const cookie = installation.signedIn[persona]?.cookie ?? ''
      await load(`${service.origin}${path}`, 2, { cookie }, AT_A_TIME)
      const { times } = await load(`${service.origin}${path}`, ROUND_SECONDS, { cookie }, AT_A_TIME)
      figures.push(
        figure({
          part: 'duties',
          name: `${name}, p95`,
          value: percentile(times, 0.95),
          unit: 'ms',
          aim: { words: 'under 150 ms', atMost: 150 },
          rows: LISTED.open + LISTED.ended,
          role: `${installation.signedIn[persona]?.persona ?? ''}, fp_staff`,
          storeBytes: null,
          note: `signed in, ${AT_A_TIME} at a time without pause, audited with each duty listed`,
        }),
      )
    }
    return figures
  } finally {
    await service.stop()
    await installation.remove()
  }
}
