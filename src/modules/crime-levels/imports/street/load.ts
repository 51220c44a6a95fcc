import { holdOutlines } from '#kernel/areas/placing-lock.ts'
import type { AreaPlacer } from '#kernel/locations/area-placer.ts'
import { storeLocations } from '#kernel/locations/store-locations.ts'
import { lockMonths, remakeMonthlyCounts, type PublishedMonth } from '#kernel/occurrences/monthly-counts.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export interface Loading {
  readonly placer: AreaPlacer
  /** Every month that the staged rows are of. */
  readonly months: readonly PublishedMonth[]
  /** The installation's own publisher: rows of every other are there for comparison. */
  readonly ownPublisher: string
}

export interface Loaded {
  readonly added: number
  /** Of those, how many have the Crime ID of a row that was stored before and differs from it. */
  readonly publishedAnew: number
}

/**
 * Brings the stored count of each set of equal rows up to the staged count, never beyond, and makes the counts of the
 * months that gained rows again.
 */
export async function loadStaged(tx: Tx, loading: Loading): Promise<Loaded> {
  await holdOutlines(tx)
  await lockMonths(tx, loading.months)
  await storeLocations(tx, loading.placer, await newPoints(tx))
  const publishedAnew = await countPublishedAnew(tx)
  const gained = await addOccurrences(tx, loading.ownPublisher)
  await remakeMonthlyCounts(tx, gained)
  return { added: gained.reduce((sum, { added }) => sum + added, 0), publishedAnew }
}

async function newPoints(tx: Tx): Promise<(readonly [number, number])[]> {
  const { rows } = await tx.client.query<{ longitude: number; latitude: number }>(
    `SELECT DISTINCT longitude, latitude FROM street_staging s WHERE longitude IS NOT NULL
     AND NOT EXISTS (SELECT FROM location l WHERE l.longitude = s.longitude AND l.latitude = s.latitude)`,
  )
  return rows.map(({ longitude, latitude }) => [longitude, latitude])
}

/**
 * Equal rows are numbered within the file; those beyond the number stored are added, numbered on from the highest stored
 * number (which is more than their count once some were disposed of). The lock on the months makes it safe to count first.
 */
async function addOccurrences(tx: Tx, ownPublisher: string): Promise<(PublishedMonth & { added: number })[]> {
  const { rows } = await tx.client.query<PublishedMonth & { added: number }>(
    `WITH ${KNOWN}, numbered AS (
       SELECT *, row_number() OVER (PARTITION BY row_hash ORDER BY line) AS number FROM street_staging
     ), stored AS (
       SELECT row_hash, count(*) AS rows, max(row_number) AS highest FROM known GROUP BY row_hash
     ), added AS (
       INSERT INTO occurrence (source, publisher, comparison, kind, category, happened_from, happened_to, precision, month,
         location_id, location_precision, location_text, lsoa_code, external_reference, outcome, row_hash, row_number,
         known_at)
       SELECT 'street', n.publisher, n.publisher <> $1,
         CASE n.category WHEN 'anti-social-behaviour' THEN 'asb' ELSE 'crime' END, n.category,
         n.month::timestamp AT TIME ZONE 'Europe/London',
         (n.month + interval '1 month')::timestamp AT TIME ZONE 'Europe/London', 'month', n.month,
         l.id, CASE WHEN l.id IS NULL THEN 'none' ELSE 'snapped' END, n.location_text, n.lsoa_code, n.reference, n.outcome,
         n.row_hash, n.number + coalesce(s.highest - s.rows, 0), $2
       FROM numbered n
         LEFT JOIN location l ON l.longitude = n.longitude AND l.latitude = n.latitude
         LEFT JOIN stored s ON s.row_hash = n.row_hash
       WHERE n.number > coalesce(s.rows, 0)
       ORDER BY n.line
       RETURNING publisher, month
     )
     SELECT publisher, month, count(*) AS added FROM added GROUP BY publisher, month ORDER BY publisher, month`,
    [ownPublisher, tx.now],
  )
  return rows
}

/** The stored rows of the staged months: equal rows are of equal months, so nothing else need be looked at. */
const KNOWN = `known AS MATERIALIZED (
  SELECT o.row_hash, o.row_number, o.external_reference, o.publisher, o.month
  FROM (SELECT DISTINCT publisher, month FROM street_staging) staged
  JOIN occurrence o ON o.publisher = staged.publisher AND o.month = staged.month)`

async function countPublishedAnew(tx: Tx): Promise<number> {
  const rows = rowsAs<{ rows: number }>(
    await tx.client.query(
      `WITH ${KNOWN}
       SELECT count(*) AS rows FROM street_staging s WHERE reference IS NOT NULL
         AND (publisher, month, reference) IN (SELECT publisher, month, external_reference FROM known)
         AND NOT EXISTS (SELECT FROM known k WHERE k.row_hash = s.row_hash)`,
    ),
  )
  return rows[0]?.rows ?? 0
}

/** How many of the staged rows are stored already; for a file that is not loaded. */
export async function countPresent(tx: Tx): Promise<number> {
  const { rows } = await tx.client.query<{ present: number }>(
    `WITH ${KNOWN}
     SELECT coalesce(sum(least(given.rows, stored.rows)), 0) AS present
     FROM (SELECT row_hash, count(*) AS rows FROM street_staging GROUP BY row_hash) given
     JOIN (SELECT row_hash, count(*) AS rows FROM known GROUP BY row_hash) stored USING (row_hash)`,
  )
  return rows[0]?.present ?? 0
}
