import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Polygon } from 'geojson'
import type { AreaKind } from '#kernel/areas/kinds.ts'
import { storeAreas } from '#kernel/areas/store-areas.ts'
import type { Store } from '#platform/db/transaction.ts'
import { importContext } from '#platform/imports/context.ts'
import { importStreet } from '#modules/crime-levels/imports/street/import-street.ts'
import { fileOf, madeUpRows } from '#modules/crime-levels/imports/street/testing.ts'
import { STREET_COLUMNS } from '#modules/crime-levels/imports/street/header.ts'

/** Rows a second, side by side: medians over the rounds, and the median of each round's own ratio. */
export interface SideBySide {
  readonly byHand: number
  readonly ours: number
  readonly ratio: number
}

export interface StreetImportFigures {
  readonly rows: number
  readonly withoutAreas: SideBySide
  /** With 2,150 areas loaded, so that points are placed and counts made for each. */
  readonly withAreas: SideBySide
}

const ROUNDS = 3
const MONTHS = ['2018-06', '2018-10', '2018-11', '2018-12', '2019-01', '2024-01', '2024-02', '2024-03'] as const

/**
 * Measures the street import against raw COPY of the same rows into a staging table and INSERT ... SELECT by hand, into the
 * same tables with the same indexes. By hand there are no checks, no areas, no read model, no identity but a hash in SQL.
 * @param owner a store whose pool connects as the owner of an empty migrated database, for the reference and to clear up.
 */
export async function measureStreetImport(store: Store, owner: Store, perFile = 15_000): Promise<StreetImportFigures> {
  const header = `${STREET_COLUMNS.join(',')}\n`
  const files = MONTHS.map((month, i) => ({
    name: `${month}.csv`,
    text: `${header}${madeUpRows(`f${i}`, month, perFile).join('\n')}\n`,
  }))
  const rows = files.length * perFile
  const rate = async (work: () => Promise<unknown>): Promise<number> => {
    await clear(owner)
    const started = performance.now()
    await work()
    return rows / ((performance.now() - started) / 1000)
  }
  const context = importContext(store, 'system:street-import', 'benchmark')
  const ours = () =>
    importStreet(context, {
      force: 'thames-valley',
      keepGood: false,
      files: files.map(({ name, text }) => fileOf(name, text, 65_536)),
    })
  const withoutAreas = await sideBySide(
    () => rate(() => byHand(owner, files)),
    () => rate(ours),
  )
  await storeGrids(store)
  return {
    rows,
    withoutAreas,
    withAreas: await sideBySide(
      () => rate(() => byHand(owner, files)),
      () => rate(ours),
    ),
  }
}

/** Each round measures both, one after the other, so that a busy machine weighs on both; the first warms up. */
async function sideBySide(reference: () => Promise<number>, subject: () => Promise<number>): Promise<SideBySide> {
  const rounds: { readonly byHand: number; readonly ours: number }[] = []
  for (let i = 0; i <= ROUNDS; i++) rounds.push({ byHand: await reference(), ours: await subject() })
  const measured = rounds.slice(1)
  return {
    byHand: median(measured.map((round) => round.byHand)),
    ours: median(measured.map((round) => round.ours)),
    ratio: median(measured.map((round) => round.ours / round.byHand)),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

async function clear({ pool }: Store): Promise<void> {
  await pool.query('TRUNCATE occurrence, monthly_count, location, location_area, street_import')
  await pool.query('CHECKPOINT')
}

async function byHand({ pool }: Store, files: readonly { readonly text: string }[]): Promise<void> {
  const client = await pool.connect()
  try {
    for (const { text } of files) {
      await client.query('BEGIN')
      await client.query(`CREATE UNLOGGED TABLE raw_street (crime_id text, month text, reported_by text,
        falls_within text, longitude float8, latitude float8, location text, lsoa_code text, lsoa_name text,
        crime_type text, outcome text, context text)`)
      const copy = client.query(copyFrom('COPY raw_street FROM STDIN (FORMAT csv, HEADER)'))
      for (let at = 0; at < text.length; at += 65_536)
        if (!copy.write(text.slice(at, at + 65_536))) await once(copy, 'drain')
      copy.end()
      await finished(copy)
      await client.query(BY_HAND)
      await client.query('DROP TABLE raw_street; COMMIT')
    }
  } finally {
    client.release()
  }
}

const BY_HAND = `
  INSERT INTO location (longitude, latitude, cell8, cell9) SELECT DISTINCT longitude, latitude, '', '' FROM raw_street
    WHERE longitude IS NOT NULL ON CONFLICT DO NOTHING;
  INSERT INTO occurrence (source, publisher, kind, category, happened_from, happened_to, precision, month, location_id,
    location_precision, location_text, lsoa_code, external_reference, outcome, row_hash, row_number, known_at)
  SELECT 'street', 'thames-valley', CASE crime_type WHEN 'Anti-social behaviour' THEN 'asb' ELSE 'crime' END,
    lower(replace(crime_type, ' ', '-')), (r.month || '-01')::timestamptz,
    (r.month || '-01')::timestamptz + interval '1 month', 'month', (r.month || '-01')::date, l.id,
    CASE WHEN l.id IS NULL THEN 'none' ELSE 'snapped' END, location, nullif(lsoa_code, ''), nullif(crime_id, ''),
    nullif(outcome, ''), sha256(convert_to(r::text, 'UTF8')),
    row_number() OVER (PARTITION BY sha256(convert_to(r::text, 'UTF8'))), now()
  FROM raw_street r LEFT JOIN location l USING (longitude, latitude)`

/** A force cut up four times over into ever smaller areas, about as many as Thames Valley has. */
async function storeGrids(store: Store): Promise<void> {
  const kinds: readonly (readonly [AreaKind, number])[] = [
    ['force', 1],
    ['local-authority', 4],
    ['msoa11', 17],
    ['ward', 20],
    ['lsoa11', 38],
  ]
  await importContext(store, 'system:areas', 'benchmark').transaction(async (tx) => {
    for (const [kind, side] of kinds)
      await storeAreas(tx, {
        kind,
        areas: Array.from({ length: side * side }, (_, i) => ({
          code: `${kind}-${i}`,
          name: `${kind} ${i}`,
          geometry: cell(i % side, Math.floor(i / side), side),
        })),
        schematic: false,
        source: 'benchmark',
        validFrom: null,
        today: '2026-01-01',
      })
    return { value: undefined, audit: [] }
  })
}

/** One cell of a grid over the made-up rows, its edges cut into many short ones, as real outlines have. */
function cell(column: number, row: number, side: number): Polygon {
  const [width, height] = [1.3 / side, 0.6 / side]
  const [west, south] = [-1.71 + column * width, 51.39 + row * height]
  const steps = Array.from({ length: 30 }, (_, i) => i / 30)
  const ring = [
    ...steps.map((part) => [west + part * width, south]),
    ...steps.map((part) => [west + width, south + part * height]),
    ...steps.map((part) => [west + width - part * width, south + height]),
    ...steps.map((part) => [west, south + height - part * height]),
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
