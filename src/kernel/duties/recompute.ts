import type { Holidays } from '#calculations/calendar/holidays.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { readCourses, type DutyCourse, type Head } from './courses.ts'
import { readHolidays } from './holidays.ts'
import type { DutyRules } from './registry.ts'
import { earliestDue, timesOf, type Times } from './times.ts'

const BATCH = 10_000
const LOWEST = '00000000-0000-0000-0000-000000000000'
const MIDDLE = '7fffffff-ffff-ffff-ffff-ffffffffffff'
const HIGHEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
/** The open duties in two parts, by id, which are drawn at random: each is gone through by itself, beside the other. */
const PARTS = [
  { after: LOWEST, to: MIDDLE },
  { after: MIDDLE, to: HIGHEST },
] as const

interface OpenRow extends Head {
  readonly triggeredAt: Date
  readonly dueAt: Date | null
  readonly crossed: number
}

export interface RecomputedBatch {
  /** The last id looked at; null when there were none left. */
  readonly last: string | null
  readonly looked: number
  readonly changed: number
}

/**
 * Reckons every open duty anew. `batch` does one batch in a transaction of its own; `told` is called after each. Where a part
 * breaks off the other comes to its end first, so that nothing goes on after this has thrown.
 */
export async function recomputeAll(
  batch: (after: string, to: string) => Promise<RecomputedBatch>,
  told: (looked: number, changed: number) => Promise<void>,
): Promise<{ readonly looked: number; readonly changed: number }> {
  let [looked, changed] = [0, 0]
  const part = async ({ after, to }: (typeof PARTS)[number]): Promise<void> => {
    for (let last: string | null = after; last !== null;) {
      const done: RecomputedBatch = await batch(last, to)
      last = done.last
      looked += done.looked
      changed += done.changed
      if (last !== null) await told(looked, changed)
    }
  }
  const ends = await Promise.allSettled(PARTS.map(part))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return { looked, changed }
}

/**
 * Reckons the next open duties after an id, up to another, anew, as after a change of bank holidays, and keeps those whose
 * due time is another now: three statements for ten thousand. Locked from the reading on, in order of id, so that no other
 * change is lost in between.
 */
export async function recomputeBatch(tx: Tx, rules: DutyRules, after: string, to: string): Promise<RecomputedBatch> {
  const rows = rowsAs<OpenRow>(
    await tx.client.query(
      `SELECT id, rule, rule_from AS "ruleFrom", counts_from AS "countsFrom", triggered_at AS "triggeredAt",
        due_at AS "dueAt", crossed
      FROM duty WHERE ended_at IS NULL AND id > $1 AND id <= $2
      ORDER BY id LIMIT ${BATCH} FOR NO KEY UPDATE`,
      [after, to],
    ),
  )
  const courses = await readCourses(tx, rules, rows)
  const holidays = await readHolidays(tx)
  const changes = rows.flatMap((row) => changeOf(row, courses.get(row.id), holidays, tx.now))
  const last = rows.at(-1)?.id ?? null
  await saveAll(tx, changes, after, last)
  return { last, looked: rows.length, changed: changes.length }
}

interface Change extends Times {
  readonly id: string
}

function changeOf(row: OpenRow, course: DutyCourse | undefined, holidays: Holidays, now: Date): Change[] {
  const own = course?.limits[0]
  if (course === undefined || own === undefined) return []
  const due = earliestDue(course.limits, course.pauses, holidays)
  if (due?.getTime() === row.dueAt?.getTime()) return []
  return [{ id: row.id, ...timesOf(own.rule, row.triggeredAt, due, row.crossed, now) }]
}

/** Between the ids of the batch: without them the whole table is read for each batch. */
async function saveAll(tx: Tx, changes: readonly Change[], after: string, last: string | null): Promise<void> {
  if (changes.length === 0) return
  await tx.client.query(
    `UPDATE duty d SET due_at = c.due, warn_at = c.warn, next_look_at = c.look, crossed = c.crossed, version = version + 1
    FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::integer[])
      AS c (id, due, warn, look, crossed)
    WHERE d.id = c.id AND d.id > $6 AND d.id <= $7 AND d.ended_at IS NULL`,
    [
      changes.map(({ id }) => id),
      changes.map(({ dueAt }) => dueAt),
      changes.map(({ warnAt }) => warnAt),
      changes.map(({ nextLookAt }) => nextLookAt),
      changes.map(({ crossed }) => crossed),
      after,
      last,
    ],
  )
}
