import type { Tx } from '#platform/db/transaction.ts'

/** A month of what one force published. */
export interface PublishedMonth {
  readonly publisher: string
  /** First day: `2018-06-01`. */
  readonly month: string
}

/**
 * Makes the monthly counts of these months again from their occurrences: for every area in which a point lies, and with no
 * area for the whole of what was published. In the transaction that changed the occurrences, under its lock on the month.
 */
export async function remakeMonthlyCounts(tx: Pick<Tx, 'client'>, months: readonly PublishedMonth[]): Promise<void> {
  for (const { publisher, month } of months) {
    await tx.client.query('DELETE FROM monthly_count WHERE publisher = $1 AND month = $2', [publisher, month])
    await tx.client.query(
      `INSERT INTO monthly_count (publisher, area_id, month, category, source, incidents)
       WITH at_point AS MATERIALIZED (
         SELECT location_id, category, source, count(*)::integer AS incidents FROM occurrence
         WHERE publisher = $1 AND month = $2 GROUP BY location_id, category, source
       )
       SELECT $1, NULL, $2, category, source, sum(incidents) FROM at_point GROUP BY category, source
       UNION ALL
       SELECT $1, l.area_id, $2, p.category, p.source, sum(p.incidents)
       FROM at_point p JOIN location_area l ON l.location_id = p.location_id GROUP BY l.area_id, p.category, p.source`,
      [publisher, month],
    )
  }
}

/** All of them, month by month. */
export async function remakeAllMonthlyCounts(tx: Tx): Promise<void> {
  const { rows } = await tx.client.query<PublishedMonth>(
    `SELECT publisher, month FROM occurrence UNION SELECT publisher, month FROM monthly_count ORDER BY publisher, month`,
  )
  await remakeMonthlyCounts(tx, rows)
}

/** Nobody else changes what this publisher published in these months until the transaction ends. */
export async function lockMonths(tx: Tx, months: readonly PublishedMonth[]): Promise<void> {
  const keys = months.map(({ publisher, month }) => `occurrences ${publisher} ${month}`)
  // One after the other in a fixed order, so that two imports never wait in a circle.
  for (const key of keys.toSorted())
    await tx.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key])
}
