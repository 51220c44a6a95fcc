import type pg from 'pg'

/** Anything that runs SQL as the owner. */
export type RunSql = (sql: string, values?: readonly unknown[]) => Promise<unknown>

export interface ManyDuties {
  readonly open: number
  readonly ended: number
}

/**
 * Duties of five working days about a moment, started over ninety days before it, spread over every account of staff, every unit
 * and every ward there is; the clock of one in fifty was stopped for two days.
 */
export async function insertManyDuties(run: RunSql, at: Date, { open, ended }: ManyDuties): Promise<void> {
  const rows = (from: number, to: number, endedAt: string) => `
    INSERT INTO duty (id, rule, rule_from, subject_kind, subject_id, title, triggered_by, triggered_at, counts_from, due_at,
      warn_at, opened_at, owner_id, unit_id, area_id, met_at, met_how)
    SELECT md5(n::text)::uuid, 'TST-01', '2012-01-01', 'crime', n::text, 'Tell the victim of crime ' || n, 'crime.reported', at,
      at, at + interval '7 days', at + interval '3 days', at, people.ids[1 + n % cardinality(people.ids)],
      units.ids[1 + n % cardinality(units.ids)], areas.ids[1 + n % cardinality(areas.ids)], ${endedAt}
    FROM generate_series(${from}, ${to}) AS n,
      LATERAL (SELECT $1::timestamptz - (n % 12960) * interval '10 minutes' AS at) AS moment,
      (SELECT array_agg(id) AS ids FROM account WHERE principal = 'staff') AS people,
      (SELECT array_agg(id) AS ids FROM unit) AS units, (SELECT array_agg(id) AS ids FROM area WHERE kind = 'ward') AS areas`
  await run(rows(1, open, 'NULL, NULL'), [at])
  if (ended > 0) await run(rows(open + 1, open + ended, `at + (n % 9) * interval '1 day', 'Told by telephone'`), [at])
  await run(
    `INSERT INTO duty_pause (id, duty_id, starts_at, ends_at, reason, marking)
    SELECT gen_random_uuid(), id, triggered_at, triggered_at + interval '2 days', 'No safe contact', marking
    FROM duty WHERE ended_at IS NULL AND subject_id::integer % 50 = 0`,
  )
  await run('ANALYZE duty; ANALYZE duty_pause')
}

export const sqlOf =
  (pool: pg.Pool): RunSql =>
  (sql, values = []) =>
    pool.query(sql, [...values])
