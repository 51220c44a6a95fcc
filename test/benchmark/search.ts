import type pg from 'pg'
import { z } from 'zod'
import { signInChief } from './demonstration-sessions.ts'
import { figure, percentile, type Figure } from './figure.ts'
import type { GoldQuery } from './gold-set.ts'
import { countAsLinked, makeForce, serveForce } from './measured-force.ts'
import { withMeasuredStore } from './measured-store.ts'

/** Records of people; `SEARCH_PEOPLE=2500000` is the ten-year store of a force, and takes some ten minutes to make. */
const PEOPLE = Number(process.env['SEARCH_PEOPLE'] ?? 100_000)
/** Of more than these it is measured before they were compared with one another, and each record must be found by itself. */
const MOST_LINKED = 250_000
const CONNECTIONS = 16
const FIRST = 20

interface Asked {
  readonly query: GoldQuery
  readonly milliseconds: number
  /** Ids of the parties among the first answers. */
  readonly parties: readonly number[]
}

/** The gold set asked through the API over 16 connections without pause: who is found among the first 20, and how soon. */
export async function run(): Promise<Figure[]> {
  return withMeasuredStore('search', async (measured) => {
    const { store, owner, bytes } = measured
    const force = await makeForce(measured, { people: PEOPLE, scale: 0.05 })
    if (PEOPLE > MOST_LINKED) await countAsLinked(owner)
    const service = await serveForce(measured, force)
    try {
      const cookie = await signInChief(store)
      // Every connection of the server's pool reads its part of the dictionary once.
      await askAll(service.origin, cookie, force.gold.slice(0, 200))
      const asked = await askAll(service.origin, cookie, force.gold)
      return [...(await recalls(owner.pool, asked, await bytes())), ...times(asked, await bytes())]
    } finally {
      await service.stop()
    }
  })
}

const answer = z.object({
  hits: z.array(z.object({ type: z.string(), party: z.object({ id: z.int() }).optional() })),
})

async function askAll(origin: string, cookie: string, gold: readonly GoldQuery[]): Promise<Asked[]> {
  const waiting = [...gold]
  const asked: Asked[] = []
  const work = async () => {
    for (let query = waiting.pop(); query !== undefined; query = waiting.pop()) {
      const started = performance.now()
      const response = await fetch(`${origin}/api/search/everything?q=${encodeURIComponent(query.typed)}`, {
        headers: { cookie },
      })
      const body: unknown = await response.json()
      const milliseconds = performance.now() - started
      if (!response.ok) throw new Error(`“${query.typed}” was answered ${response.status}`)
      const { hits } = answer.parse(body)
      asked.push({ query, milliseconds, parties: hits.slice(0, FIRST).flatMap(({ party }) => party?.id ?? []) })
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  return asked
}

/** Of all records that should be found, those that are one with somebody among the first 20. */
async function recalls(pool: pg.Pool, asked: readonly Asked[], storeBytes: number): Promise<Figure[]> {
  const groups = new Map<string, { found: number; wanted: number }>([['all', { found: 0, wanted: 0 }]])
  for (const { query, parties } of asked) {
    const { rows } = await pool.query<{ reference: string }>(
      `SELECT q.source_reference AS reference FROM party p JOIN party q ON q.identity_id = p.identity_id
      WHERE p.id = ANY ($1) AND q.source_reference IS NOT NULL`,
      [parties],
    )
    const shown = new Set(rows.map(({ reference }) => reference))
    for (const name of ['all', query.phenomenon]) {
      const group = groups.get(name) ?? { found: 0, wanted: 0 }
      group.wanted += query.expected.length
      group.found += query.expected.filter((reference) => shown.has(reference)).length
      groups.set(name, group)
    }
  }
  return [...groups].map(([name, { found, wanted }]) =>
    figure({
      part: 'search',
      name: name === 'all' ? 'Recall at 20 on the gold set' : `Recall at 20: ${name}`,
      value: found / wanted,
      unit: '',
      ...(name === 'all' && { aim: { words: 'at least 0.98', atLeast: 0.98 } }),
      rows: PEOPLE,
      role: 'chief-officer, fp_staff',
      storeBytes,
      note: `${found.toLocaleString('en-GB')} of ${wanted.toLocaleString('en-GB')} records found${PEOPLE > MOST_LINKED ? ', none of them known to be one with another' : ''}`,
    }),
  )
}

function times(asked: readonly Asked[], storeBytes: number): Figure[] {
  const all = asked.map(({ milliseconds }) => milliseconds)
  return [50, 95, 99].map((share) =>
    figure({
      part: 'search',
      name: `Search, p${share}`,
      value: percentile(all, share / 100),
      unit: 'ms',
      ...(share === 95 && { aim: { words: 'under 300 ms', atMost: 300 } }),
      rows: PEOPLE,
      role: 'chief-officer, fp_staff',
      storeBytes,
      note: `${asked.length.toLocaleString('en-GB')} searches of the gold set through the API, ${CONNECTIONS} at a time without pause, audited with subjects`,
    }),
  )
}
