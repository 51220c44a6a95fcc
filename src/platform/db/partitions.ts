import type pg from 'pg'

/** The only tables that are partitioned, by calendar month in UTC, from the first day. */
export const PARTITIONED = ['audit_event', 'audit_subject', 'domain_event', 'timeline_entry'] as const

const MONTHS_AHEAD = 3

/** Makes the partitions of this month and of the three that follow, where missing. Needs the tables' owner. */
export async function ensurePartitions(client: pg.ClientBase, now: Date): Promise<void> {
  for (const table of PARTITIONED)
    for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
      const from = monthStart(now, ahead)
      const name = partitionName(table, from)
      await client.query(
        `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF ${table}
        FOR VALUES FROM ('${from.toISOString()}') TO ('${monthStart(now, ahead + 1).toISOString()}')`,
      )
    }
}

/** Partitions of the coming month that are missing: `doctor` and `/ready` fail on any. */
export async function missingPartitions(client: pg.ClientBase, now: Date): Promise<string[]> {
  const wanted = PARTITIONED.flatMap((table) => [0, 1].map((ahead) => partitionName(table, monthStart(now, ahead))))
  const { rows } = await client.query<{ relname: string }>('SELECT relname FROM pg_class WHERE relname = ANY ($1)', [
    wanted,
  ])
  const there = new Set(rows.map((row) => row.relname))
  return wanted.filter((name) => !there.has(name))
}

function monthStart(now: Date, ahead: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1))
}

function partitionName(table: string, from: Date): string {
  return `${table}_${from.toISOString().slice(0, 7).replace('-', '_')}`
}
