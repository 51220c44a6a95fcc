import { remakeAllMonthlyCounts } from '#kernel/occurrences/monthly-counts.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store, type Tx, type Who } from '#platform/db/transaction.ts'
import type { Query } from '#platform/operations/define.ts'

/** What a test's world must give: `test/world` does. */
export interface LevelsWorld {
  readonly store: Store
  readonly areas: Readonly<Record<'A1' | 'A2' | 'B1', number>>
  readonly compartment: number
  owner(this: void, sql: string, values?: readonly unknown[]): Promise<unknown>
}

export const LEVELS_REQUEST = { requestId: 'test', purpose: 'test', origin: 'test' } as const

/**
 * Fills a small force called `vale` and one beside it: thirteen months to May 2026 of five categories, on points of which four
 * in five lie in wards A1, A2 and B1 and one in none, some rows without a place, one in twenty OFFICIAL-SENSITIVE, and a few in a
 * compartment. `rows` is how many the own force gets, about.
 */
export async function fillLevels(world: LevelsWorld, rows: number, points = 5): Promise<void> {
  const { A1, A2, B1 } = world.areas
  await world.owner(POINTS, [[A1, A2, B1, B1], points])
  await world.owner(OCCURRENCES, ['vale', false, rows, points])
  await world.owner(OCCURRENCES, ['northshire', true, Math.ceil(rows / 4), points])
  await world.owner(`UPDATE occurrence SET compartment_id = $1 WHERE publisher = 'vale' AND id % 97 = 0`, [
    world.compartment,
  ])
  await world.owner(POPULATION)
  await asSystem(world.store, remakeAllMonthlyCounts)
  await world.owner('VACUUM (ANALYZE) occurrence, monthly_count, location, location_area')
}

async function asSystem(store: Store, work: (tx: Tx) => Promise<void>): Promise<void> {
  await transaction(store, { reader: systemReader('system:test') }, LEVELS_REQUEST, async (entered) => ({
    value: await work(await entered.open()),
    audit: [],
  }))
}

/** A statement as it was sent. */
export interface Sent {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** Runs a query as somebody, and tells which statements it sent and how the database carries each of them out. */
export async function watched(
  store: Store,
  who: Who,
  query: Query,
  input: unknown,
): Promise<{ readonly sent: readonly Sent[]; readonly plans: readonly string[] }> {
  return transaction(store, who, LEVELS_REQUEST, async (entered) => {
    const tx = await entered.open()
    const sent: Sent[] = []
    const client = new Proxy(tx.client, {
      get: (target, name) =>
        name === 'query'
          ? (sql: string, values: readonly unknown[] = []) => {
              sent.push({ sql, values })
              return target.query(sql, [...values])
            }
          : Reflect.get(target, name),
    })
    await query.run({ ...tx, client }, query.input.parse(input))
    const plans: string[] = []
    for (const { sql, values } of sent) {
      const { rows } = await tx.client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, [...values])
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    }
    return { value: { sent, plans }, audit: [] }
  })
}

const POINTS = `
  WITH points AS (
    INSERT INTO location (longitude, latitude, cell8, cell9)
    SELECT -1.2 + g / 1e5, 51.5 + g / 1e5,
      (ARRAY['881958d8a1fffff', '881958d8a1fffff', '88195d4845fffff', '88195d4845fffff', '88194ad325fffff'])[1 + g % 5],
      (ARRAY['891958d8a03ffff', '891958d8a07ffff', '89195d48443ffff', '89195d48447ffff', '89194ad3243ffff'])[1 + g % 5]
    FROM generate_series(0, $2::integer - 1) g ORDER BY g RETURNING id
  ), numbered AS (SELECT id, (row_number() OVER (ORDER BY id) - 1) % 5 + 1 AS n FROM points)
  INSERT INTO location_area (location_id, area_id)
  SELECT p.id, x.area FROM numbered p CROSS JOIN LATERAL (
    SELECT ($1::bigint[])[p.n::integer] AS area
    UNION SELECT outer_area FROM area_nesting WHERE inner_area = ($1::bigint[])[p.n::integer]) x
  WHERE x.area IS NOT NULL`

const OCCURRENCES = `
  INSERT INTO occurrence (source, publisher, comparison, kind, category, happened_from, happened_to, precision, month,
    location_id, location_precision, location_text, external_reference, outcome, marking, known_at)
  SELECT 'street', $1, $2, CASE category WHEN 'anti-social-behaviour' THEN 'asb' ELSE 'crime' END, category,
    month::timestamp AT TIME ZONE 'Europe/London', (month + interval '1 month')::timestamp AT TIME ZONE 'Europe/London',
    'month', month, point, CASE WHEN point IS NULL THEN 'none' ELSE 'snapped' END,
    CASE WHEN point IS NULL THEN '' ELSE 'On or near Street ' || point END, 'ref' || i, NULL,
    CASE WHEN i % 20 = 7 THEN 'OFFICIAL-SENSITIVE' ELSE 'OFFICIAL' END, '2026-06-10T09:00:00Z'
  FROM (
    SELECT i, ('2025-05-01'::date + make_interval(months => i * 7 % 13))::date AS month,
      (ARRAY['burglary', 'anti-social-behaviour', 'shoplifting', 'violent-crime', 'robbery'])[1 + i / 13 % 5] AS category,
      CASE WHEN i / 65 % 6 < 5 THEN i * 31 % $4::integer END AS place
    FROM generate_series(1, $3::integer) AS i
  ) made
  CROSS JOIN (SELECT array_agg(id ORDER BY id) AS points FROM location) every
  CROSS JOIN LATERAL (SELECT points[place + 1] AS point) at`

const POPULATION = `
  INSERT INTO population (area_kind, area_code, area_name, mid_year, people, source, loaded_at) VALUES
    ('force', 'vale', 'Vale', 2024, 500000, 'test', now()), ('force', 'northshire', 'Northshire', 2024, 300000, 'test', now()),
    ('ward', 'A1', 'Abbey', 2024, 9000, 'test', now()), ('ward', 'A2', 'Alder', 2024, 8000, 'test', now()),
    ('ward', 'B1', 'Beech', 2024, 7000, 'test', now()), ('ward', 'B2', 'Brook', 2024, 6000, 'test', now()),
    ('policing-area', 'A', 'Ashford', 2024, 17000, 'test', now()), ('policing-area', 'B', 'Barton', 2024, 13000, 'test', now())`
