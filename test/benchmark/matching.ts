import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { freshestDay, makeDemonstration } from '#modules/demonstration/index.ts'
import { createLinker, learn, prepareRecords, SETTINGS, tableOf } from '#calculations/linkage/index.ts'
import { systemReader } from '#platform/access/reader.ts'
import { rowsAs } from '#platform/edge.ts'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'
import { asMatcher } from '#kernel/parties/identities/as-matcher.ts'
import { LEAST_BITS, MAPPINGS } from '#kernel/parties/matching/mappings.ts'
import { matchStored, matchTyped } from '#kernel/parties/matching/match-one.ts'
import { findModel } from '#kernel/parties/matching/models.ts'
import { readFacts } from '#kernel/parties/matching/read-facts.ts'
import { relinkKind, type Relinked } from '#kernel/parties/matching/relink.ts'
import { entriesOf } from '#kernel/parties/matching/rules/entries.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { withMeasuredStore } from './measured-store.ts'
import { proposalFigures } from './proposals.ts'

/** Records of people, duplicates included; `PEOPLE=2500000` for all of a force. */
const PEOPLE = Number(process.env['PEOPLE'] ?? 250_000)
const ONES = 400
const FEW = 3_000

/** The whole store relinked, and one record against it, in the database; beside comparing everybody with everybody. */
export async function run(): Promise<Figure[]> {
  return withMeasuredStore('matching', async ({ store, owner, bytes, dataFolder }) => {
    const now = new Date()
    const truthFolder = join(dataFolder, 'truth')
    await makeDemonstration({
      ownerUrl: owner.pool.options.connectionString ?? '',
      asOf: freshestDay(now),
      seed: 2016,
      now,
      scale: 0.02,
      months: 2,
      people: PEOPLE,
      truthFolder,
    })
    await owner.pool.query('VACUUM ANALYZE')
    const started = performance.now()
    const whole = await relinkKind(
      store,
      'person',
      () => Promise.resolve(),
      () => performance.now(),
    )
    const seconds = (performance.now() - started) / 1_000
    const memory = process.resourceUsage().maxRSS * 1_024
    const size = await bytes()
    return [
      ...wholeFigures(whole, seconds, memory, size),
      ...(await proposalFigures(owner, truthFolder, 'person', size)),
      ...(await places(store, owner, truthFolder, size)),
      await again(store, size),
      ...(await ones(store, size)),
      ...(await few(store, size)),
    ]
  })
}

/** Addresses, of which very many are neighbours. */
async function places(store: Store, owner: Store, truthFolder: string, storeBytes: number): Promise<Figure[]> {
  await relinkKind(store, 'address', () => Promise.resolve(), () => performance.now()) // prettier-ignore
  return proposalFigures(owner, truthFolder, 'address', storeBytes)
}

const common = { part: 'matching', role: 'fp_matcher' }

function wholeFigures(whole: Relinked, seconds: number, memory: number, storeBytes: number): Figure[] {
  const { parties, entries, compared, proposed, milliseconds } = whole
  const parts = Object.entries(milliseconds).map(([part, spent]) => `${part} ${Math.round(spent / 1_000)} s`)
  const each = { ...common, rows: parties, storeBytes }
  return [
    figure({
      ...each,
      name: 'Whole store relinked',
      value: (parties / seconds) * 60,
      unit: 'records/min',
      aim: { words: 'a million in a few minutes: 250,000 a minute', atLeast: 250_000 },
      note: `${seconds.toFixed(0)} s (${parts.join(', ')}); ${entries} ways of recording, ${compared} pairs compared, ${proposed} proposed; linked on two threads, judged and written on one of them`,
    }),
    figure({
      ...each,
      name: 'Its memory',
      value: memory / 1_048_576,
      unit: 'MB',
      note: 'the most that the process held',
    }),
  ]
}

async function again(store: Store, storeBytes: number): Promise<Figure> {
  const started = performance.now()
  const { parties } = await relinkKind(
    store,
    'person',
    () => Promise.resolve(),
    () => performance.now(),
  )
  return figure({
    ...common,
    storeBytes,
    name: 'Relinked again, nothing new',
    value: (parties / (performance.now() - started)) * 60_000,
    unit: 'records/min',
    rows: parties,
    note: 'a new model, the same pairs',
  })
}

const request = { requestId: 'r', purpose: 'p', origin: 'o' }

async function as<T>(store: Store, staff: boolean, work: (tx: Tx) => Promise<T>): Promise<T> {
  const reader = staff
    ? { ...systemReader('system:matching'), principal: 'staff' as const, account: randomUUID() }
    : systemReader('system:matching')
  return transaction(store, { reader }, request, async ({ open }) => ({ value: await work(await open()), audit: [] }))
}

async function ids(store: Store, most: number, order: string): Promise<readonly number[]> {
  return as(store, false, (tx) =>
    asMatcher(tx, async () =>
      rowsAs<{ id: number }>(
        await tx.client.query(`SELECT id FROM party WHERE kind = 'person' ORDER BY ${order} LIMIT ${most}`),
      ).map(({ id }) => id),
    ),
  )
}

/** One record at a time, a different one each time. */
async function ones(store: Store, storeBytes: number): Promise<Figure[]> {
  const some = await ids(store, ONES, 'md5(id::text)')
  const [stored, typed]: [number[], number[]] = [[], []]
  for (const id of some) {
    const facts = await as(store, false, (tx) => asMatcher(tx, () => readFacts(tx, 'person', [id])))
    const [entry] = facts.flatMap(entriesOf)
    const before = performance.now()
    await as(store, false, (tx) =>
      asMatcher(tx, async () => {
        const kept = await findModel(tx, 'person')
        return kept === null ? [] : matchStored(tx, 'person', id, kept)
      }),
    )
    const between = performance.now()
    const { given, family, birth } = entry?.record ?? {}
    await as(store, true, (tx) =>
      matchTyped(tx, 'person', { given: given ?? '', family: family ?? '', ...(birth && { birth }) }),
    )
    stored.push(between - before)
    typed.push(performance.now() - between)
  }
  return [
    ['A stored record against all', stored, 'fp_matcher'] as const,
    ['A name and birth while typing', typed, 'fp_matcher for candidates, fp_staff for what is shown'] as const,
  ].map(([name, times, role]) =>
    figure({
      part: 'matching',
      name: `${name}, p95`,
      value: percentile(times, 0.95),
      unit: 'ms',
      aim: { words: 'under 100 ms', atMost: 100 },
      rows: PEOPLE,
      role,
      storeBytes,
      note: `p50 ${percentile(times, 0.5).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms, of ${times.length} different ones`,
    }),
  )
}

/** On few enough: blocks beside everybody with everybody, in time and in what is found. */
async function few(store: Store, storeBytes: number): Promise<Figure[]> {
  const some = await ids(store, FEW, 'id')
  const facts = await as(store, false, (tx) => asMatcher(tx, () => readFacts(tx, 'person', some)))
  const entries = facts.flatMap(entriesOf)
  const prepared = prepareRecords(
    tableOf(
      MAPPINGS.person,
      entries.map(({ record }) => record),
    ),
    SETTINGS,
  )
  const linker = createLinker(prepared, learn(prepared, MAPPINGS.person), LEAST_BITS)
  const [byBlocks, byAll] = [new Set<string>(), new Set<string>()]
  const started = performance.now()
  linker.link(0, entries.length, (left, right) => byBlocks.add(`${left} ${right}`))
  const between = performance.now()
  for (let left = 0; left < entries.length; left++)
    for (let right = left + 1; right < entries.length; right++)
      if (linker.bitsOf(left, right) >= LEAST_BITS) byAll.add(`${left} ${right}`)
  const ended = performance.now()
  const each = { ...common, rows: entries.length, storeBytes }
  return [
    figure({
      ...each,
      name: `${FEW} records compared by blocks`,
      value: (FEW / (between - started)) * 60_000,
      unit: 'records/min',
      against: { reference: 'the same scorer on all pairs', value: (FEW / (ended - between)) * 60_000 },
      note: 'in memory, without reading and writing',
    }),
    figure({
      ...each,
      name: 'Of what all pairs find, found by blocks',
      value: byBlocks.size / Math.max(1, byAll.size),
      unit: 'share',
      note: `${byAll.size} pairs at ${LEAST_BITS} bits or more`,
    }),
  ]
}
