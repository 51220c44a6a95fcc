import type pg from 'pg'
import { pick } from '#calculations/random/choices.ts'
import type { Random } from '#calculations/random/random.ts'
import type { GoldQuery } from '../gold-set.ts'

/** One thing that people of a force ask for: how often beside the others, and where. */
export interface Ask {
  readonly page: string
  readonly share: number
  readonly path: (random: Random) => string
}

/** Ids of what is in the store, drawn once. */
export interface Known {
  readonly people: readonly number[]
  readonly addresses: readonly number[]
  readonly vehicles: readonly number[]
  readonly phones: readonly number[]
  readonly organisations: readonly number[]
  readonly occurrences: readonly number[]
  readonly findings: readonly string[]
  readonly gold: readonly GoldQuery[]
}

const DRAWN = 4_000

export async function drawKnown(pool: pg.Pool, gold: readonly GoldQuery[]): Promise<Known> {
  const ids = async (sql: string) =>
    (await pool.query<{ id: number }>(`${sql} ORDER BY md5(id::text) LIMIT ${DRAWN}`)).rows.map(({ id }) => id)
  const parties = (kind: string) => ids(`SELECT id FROM party WHERE kind = '${kind}' AND compartment_id IS NULL`)
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM finding`)
  return {
    people: await parties('person'),
    addresses: await parties('address'),
    vehicles: await parties('vehicle'),
    phones: await parties('phone'),
    organisations: await parties('organisation'),
    occurrences: await ids(`SELECT id FROM occurrence WHERE marking = 'OFFICIAL' AND compartment_id IS NULL`),
    findings: rows.map(({ id }) => id),
    gold,
  }
}

/** What is read, and how often: a guess of a shift's work, as nobody publishes it; most of it is finding and opening. */
export function mixOf(known: Known): readonly Ask[] {
  const of = (path: string, ids: readonly (number | string)[]) => (random: Random) => `${path}/${pick(random, ids)}`
  const query = (random: Random): string => encodeURIComponent(pick(random, known.gold).typed)
  return [
    { page: 'Search', share: 20, path: (random) => `/search?q=${query(random)}` },
    { page: 'Page of a person', share: 22, path: of('/people', known.people) },
    { page: 'Page of an address', share: 10, path: of('/addresses', known.addresses) },
    { page: 'Page of a vehicle', share: 4, path: of('/vehicles', known.vehicles) },
    { page: 'Page of a phone', share: 3, path: of('/phones', known.phones) },
    { page: 'Page of an organisation', share: 2, path: of('/organisations', known.organisations) },
    { page: 'Page of an occurrence', share: 12, path: of('/prevent/occurrences', known.occurrences) },
    { page: 'My work', share: 10, path: () => '/' },
    { page: 'Duties', share: 5, path: () => '/work/duties' },
    { page: 'Findings', share: 3, path: () => '/effectiveness/findings' },
    { page: 'Page of a finding', share: 3, path: of('/effectiveness/findings', known.findings) },
    { page: 'Crime and ASB', share: 4, path: () => '/prevent/levels' },
    { page: 'Incidents', share: 2, path: () => '/prevent/levels/incidents' },
  ]
}

/** One of them, as often as it is asked for. */
export function drawAsk(random: Random, mix: readonly Ask[]): Ask {
  let left = random.next() * mix.reduce((sum, { share }) => sum + share, 0)
  for (const ask of mix) {
    left -= ask.share
    if (left < 0) return ask
  }
  throw new RangeError('Nothing is asked for.')
}
