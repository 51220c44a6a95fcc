import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Figure } from './check-figures.ts'
import type { Layout } from './layouts.ts'

export interface FiguresStored {
  readonly added: number
  readonly changed: number
}

const BATCH = 2_000

// A row that this statement itself made has no older version, so its xmax is 0.
const POPULATION = `
  INSERT INTO population AS known (area_kind, area_code, area_name, mid_year, age_band, people, source, loaded_at)
  SELECT kind, code, name, year, what, value, $7, $8
  FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::float8[])
    AS given (kind, code, name, year, what, value)
  ON CONFLICT (area_kind, area_code, mid_year, age_band) DO UPDATE
    SET people = excluded.people, area_name = excluded.area_name, source = excluded.source, loaded_at = excluded.loaded_at
    WHERE (known.people, known.area_name, known.source) IS DISTINCT FROM
      (excluded.people, excluded.area_name, excluded.source)
  RETURNING xmax = 0 AS added`

const INDICATORS = `
  INSERT INTO area_indicator AS known (area_kind, area_code, indicator, edition, value, source, loaded_at)
  SELECT kind, code, what, year, value, $7, $8
  FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::float8[])
    AS given (kind, code, name, year, what, value)
  ON CONFLICT (area_kind, area_code, indicator, edition) DO UPDATE
    SET value = excluded.value, source = excluded.source, loaded_at = excluded.loaded_at
    WHERE (known.value, known.source) IS DISTINCT FROM (excluded.value, excluded.source)
  RETURNING xmax = 0 AS added`

/** Stores figures, each once: adds what is new, changes what is different, leaves the rest. */
export async function storeFigures(
  tx: Tx,
  type: Layout['type'],
  figures: readonly Figure[],
  source: string,
): Promise<FiguresStored> {
  const statement = type === 'indicators' ? INDICATORS : POPULATION
  let [added, changed] = [0, 0]
  for (let i = 0; i < figures.length; i += BATCH) {
    const batch = figures.slice(i, i + BATCH)
    const rows = rowsAs<{ added: boolean }>(
      await tx.client.query(statement, [
        batch.map(({ kind }) => kind),
        batch.map(({ code }) => code),
        batch.map(({ name }) => name),
        batch.map(({ year }) => year),
        batch.map(({ what }) => what),
        batch.map(({ value }) => value),
        source,
        tx.now,
      ]),
    )
    const fresh = rows.filter((row) => row.added).length
    added += fresh
    changed += rows.length - fresh
  }
  return { added, changed }
}
