import { z } from 'zod'
import { MOST_COUNTED } from '#kernel/duties/count-open.ts'
import { wholeSecond, type Value } from '#kernel/duties/scope.ts'
import { query } from '#kernel/operations.ts'
import { optionalChoice, pageNumber } from '#kernel/organisation/paging.ts'
import type { Reader } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { PURPOSE } from '../commands/fields.ts'
import { followedVictim, readFollowed } from './followed.ts'

export const OF = {
  ours: 'Mine and my teams’',
  me: 'Mine',
  team: 'My teams’',
  area: 'My areas’',
  all: 'All in my reach',
} as const
type Of = keyof typeof OF
export const SHOWN = {
  all: 'All',
  overdue: 'Something overdue',
  soon: 'Something due soon',
  silent: 'No contact yet',
  unsafe: 'Paused: no safe contact',
} as const
type Shown = keyof typeof SHOWN

/** Each stands with all that is owed and what must be said: fewer than lines of a plain list. */
export const VICTIMS_A_PAGE = 20

/** One's own work first; all of it for whoever has the whole force. */
function usual({ forceWide, units }: Reader): Of {
  return forceWide || units.length === 0 ? 'all' : 'ours'
}

interface Asked {
  readonly of: Of
  readonly show: Shown
  readonly page: number
}

interface Listed {
  readonly ids: readonly string[]
  readonly counts: {
    readonly followed: number
    readonly overdue: number
    readonly soon: number
    readonly silent: number
    readonly unsafe: number
  }
}

export const listVictims = query({
  name: 'victim.list',
  summary: 'List victims of crime in your reach, those who are owed something soonest first',
  input: z.object({
    of: optionalChoice('whose', keysOf(OF)),
    show: optionalChoice('which', keysOf(SHOWN)),
    page: pageNumber,
  }),
  output: z.object({
    victims: z.array(followedVictim).readonly(),
    /** Up to 1,000, as each of the counts: more are not counted. */
    total: z.int(),
    page: z.int(),
    /** Of all that are meant by `of`. */
    counts: z.object({ followed: z.int(), overdue: z.int(), soon: z.int(), silent: z.int(), unsafe: z.int() }),
    filter: z.object({ of: z.enum(keysOf(OF)), show: z.enum(keysOf(SHOWN)) }),
    /** What is shown where nothing is asked for. */
    usual: z.enum(keysOf(OF)),
  }),
  access: { staff: 'any' },
  purpose: PURPOSE,
  audit: {
    event: 'victim.listed',
    subjects: (_, { victims }) => victims.map(({ id }) => ({ kind: 'victim', id })),
    detail: ({ page }, { total, filter }) => ({ page, total, filter }),
  },
  async run(tx, { page, ...given }) {
    const filter = { of: given.of ?? usual(tx.reader), show: given.show ?? 'all' }
    const asked = { ...filter, page }
    const { ids, counts } = isOfMany(filter.of) ? await listOfMany(tx, asked) : await listOfFew(tx, asked)
    return {
      victims: await readFollowed(tx, ids),
      total: counts[filter.show === 'all' ? 'followed' : filter.show],
      page,
      counts,
      filter,
      usual: usual(tx.reader),
    }
  },
})

const isOfMany = (of: Of) => of === 'area' || of === 'all'

/** Whose: the planner is given the one that is asked for, and no choice of five. `row`: a victim, or something owed to them. */
function whose(row: 'v' | 'd', of: Of, { account, units, areas, forceWide }: Reader, value: Value): string {
  const mine = () => `${row}.owner_id = ${value(account)}`
  const ours = () => `${row}.unit_id = ANY (${value(units)}::bigint[])`
  const near = () => `${row}.area_id = ANY (${value(areas)}::bigint[])`
  switch (of) {
    case 'ours':
      return `(${mine()} OR ${ours()})`
    case 'me':
      return mine()
    case 'team':
      return ours()
    case 'area':
      return near()
    case 'all':
      // As the policies let through, so that an index can be asked for it.
      return forceWide
        ? 'true'
        : `(${mine()} OR ${ours()} OR ${near()} OR (${row}.area_id IS NULL AND ${row}.unit_id IS NULL))`
  }
}

const SOON = '>= $1 AND o.warn_at <= $1'

/** Of a person or a team: each victim with what is open for them is looked at, since they are few. */
async function listOfFew(tx: Tx, { of, show, page }: Asked): Promise<Listed> {
  const values: unknown[] = [wholeSecond(tx.now)]
  const value = (given: unknown) => `$${values.push(given)}`
  const [row] = rowsAs<Listed['counts'] & { readonly ids: readonly string[] }>(
    await tx.client.query(
      `WITH f AS MATERIALIZED (${lookedAt(whose('v', of, tx.reader, value))})
      SELECT ARRAY(SELECT f.id FROM f WHERE ${FEW_LIKE[show]} ORDER BY f.first, f.id
          LIMIT ${VICTIMS_A_PAGE} OFFSET ${(page - 1) * VICTIMS_A_PAGE}) AS ids,
        ${keysOf(FEW_LIKE)
          .map(
            (one) =>
              `least(count(*) FILTER (WHERE ${FEW_LIKE[one]}), ${MOST_COUNTED})::integer AS "${one === 'all' ? 'followed' : one}"`,
          )
          .join(', ')}
      FROM f`,
      values,
    ),
  )
  const { ids = [], ...counts } = row ?? {}
  return { ids, counts: { ...NONE, ...counts } }
}

const NONE = { followed: 0, overdue: 0, soon: 0, silent: 0, unsafe: 0 }

/** Open victims, each with what is open for them: one pass over their open duties. `first` is null where nothing is owed. */
const lookedAt = (which: string) => `SELECT v.id, v.told_at, v.no_safe_contact_since, d.first,
    coalesce(d.overdue, 0) AS overdue, coalesce(d.soon, 0) AS soon
  FROM victim v JOIN record r ON r.id = v.id AND r.closed_at IS NULL
    LEFT JOIN LATERAL (SELECT min(o.list_at) AS first, count(*) FILTER (WHERE o.due_at < $1) AS overdue,
        count(*) FILTER (WHERE o.due_at ${SOON}) AS soon
      FROM duty o WHERE o.record_id = v.id AND o.ended_at IS NULL) d ON true
  WHERE ${which}`

const FEW_LIKE: Readonly<Record<Shown, string>> = {
  all: 'true',
  overdue: 'f.overdue > 0',
  soon: 'f.soon > 0',
  silent: 'f.told_at IS NULL',
  unsafe: 'f.no_safe_contact_since IS NOT NULL',
}

/** What a victim must be like; `d` is something owed to them. */
const VICTIM_LIKE: Readonly<Record<Shown, string>> = {
  all: 'true',
  overdue: 'true',
  soon: `EXISTS (SELECT FROM duty o WHERE o.record_id = d.record_id AND o.ended_at IS NULL AND o.due_at ${SOON})`,
  silent: 'v.told_at IS NULL',
  unsafe: 'v.no_safe_contact_since IS NOT NULL',
}

/** Of an area or the force, where there may be a hundred thousand: only as many are looked at as are shown or counted. */
async function listOfMany(tx: Tx, asked: Asked): Promise<Listed> {
  const counts = await countMany(tx, asked.of)
  return { ids: asked.show === 'unsafe' ? await pausedOf(tx, asked) : await walk(tx, asked), counts }
}

/** Of so many things owed it is told how many victims they are owed to: some are owed more than one. */
const LINES_COUNTED = MOST_COUNTED * 2

async function countMany(tx: Tx, of: Of, lines = LINES_COUNTED): Promise<Listed['counts']> {
  const values: unknown[] = [wholeSecond(tx.now)]
  const value = (given: unknown) => `$${values.push(given)}`
  const [victims, owed] = [whose('v', of, tx.reader, value), whose('d', of, tx.reader, value)]
  const ofVictims = (like: string) => `(SELECT count(*)::integer FROM (SELECT FROM victim v
    JOIN record r ON r.id = v.id AND r.closed_at IS NULL WHERE ${victims} AND ${like} LIMIT ${MOST_COUNTED}) AS counted)`
  // In the order of an index, whichever: that is how few are looked at.
  const order = of === 'area' ? 'd.area_id, d.list_at' : 'd.list_at'
  const lined = (when: string) => `(SELECT d.record_id AS id, d.warn_at AS warn FROM duty d
    WHERE d.subject_kind = 'victim' AND d.ended_at IS NULL AND ${when} AND ${owed} ORDER BY ${order} LIMIT ${lines})`
  const followed = (from: string) => `(SELECT count(*)::integer FROM (SELECT FROM (SELECT DISTINCT id FROM ${from}) AS x
    JOIN record r ON r.id = x.id AND r.closed_at IS NULL LIMIT ${MOST_COUNTED}) AS counted)`
  const [row] = rowsAs<Listed['counts'] & { readonly overdueLines: number; readonly soonLines: number }>(
    await tx.client.query(
      `WITH o AS MATERIALIZED ${lined('d.list_at < $1')},
        s AS MATERIALIZED ${lined(`d.list_at >= $1 AND d.list_at < 'infinity'${of === 'area' ? ' AND d.warn_at <= $1' : ''}`)}
      SELECT ${ofVictims('true')} AS followed, ${ofVictims(VICTIM_LIKE.silent)} AS silent, ${ofVictims(VICTIM_LIKE.unsafe)} AS unsafe,
        ${followed('o')} AS overdue, ${followed('s WHERE warn <= $1')} AS soon,
        (SELECT count(*)::integer FROM o) AS "overdueLines", (SELECT count(*)::integer FROM s) AS "soonLines"`,
      values,
    ),
  )
  const { overdueLines, soonLines, ...counts } = row ?? { ...NONE, overdueLines: 0, soonLines: 0 }
  const isShort =
    (overdueLines === lines && counts.overdue < MOST_COUNTED) || (soonLines === lines && counts.soon < MOST_COUNTED)
  return isShort ? countMany(tx, of, lines * 8) : counts
}

/** Those who cannot be reached: few, and most that is owed to them stands still, so that it would be gone through last. */
async function pausedOf(tx: Tx, { of, page }: Asked): Promise<readonly string[]> {
  const values: unknown[] = [wholeSecond(tx.now)]
  const which = whose('v', of, tx.reader, (given) => `$${values.push(given)}`)
  const rows = rowsAs<{ id: string }>(
    await tx.client.query(
      `SELECT f.id FROM (${lookedAt(`${which} AND ${VICTIM_LIKE.unsafe}`)}) f ORDER BY f.first, f.id
      LIMIT ${VICTIMS_A_PAGE} OFFSET ${(page - 1) * VICTIMS_A_PAGE}`,
      values,
    ),
  )
  return rows.map(({ id }) => id)
}

/** What is owed to one victim stands beside what is owed to others: so many lines to a victim are looked at first. */
const LINES_TO_A_VICTIM = 3

/**
 * The victims of a page, in the order in which something is owed to them: what is owed is gone through from the first, until there
 * are as many victims as the page ends with. Those to whom nothing is owed come after all others.
 */
async function walk(tx: Tx, { of, show, page }: Asked): Promise<readonly string[]> {
  const [from, to] = [(page - 1) * VICTIMS_A_PAGE, page * VICTIMS_A_PAGE]
  for (let lines = to * LINES_TO_A_VICTIM; ; lines *= 8) {
    const values: unknown[] = [wholeSecond(tx.now)]
    const owed = owedLines({ of, show }, tx.reader, (given) => `$${values.push(given)}`, lines)
    const [row] = rowsAs<{ ids: readonly string[]; found: number; lines: number }>(
      await tx.client.query(
        `WITH w AS MATERIALIZED (${owed}),
          f AS MATERIALIZED (SELECT o.id, o.first FROM (SELECT id, min(at) AS first FROM w GROUP BY id) AS o
            JOIN record r ON r.id = o.id AND r.closed_at IS NULL)
        SELECT ARRAY(SELECT f.id FROM f ORDER BY f.first, f.id LIMIT ${VICTIMS_A_PAGE} OFFSET ${from}) AS ids,
          (SELECT count(*)::integer FROM f) AS found, (SELECT count(*)::integer FROM w) AS lines, $1::timestamptz AS at`,
        values,
      ),
    )
    const { ids = [], found = 0, lines: seen = 0 } = row ?? {}
    if (found >= to) return ids
    if (seen < lines) return [...ids, ...(await owedNothing(tx, { of, show }, from - found, to - from - ids.length))]
  }
}

/** What is owed, the first so many, of one of the areas after the other where areas are asked for: each has it in order. */
function owedLines({ of, show }: Pick<Asked, 'of' | 'show'>, reader: Reader, value: Value, lines: number): string {
  const of1 = (which: string) => `SELECT d.record_id AS id, d.list_at AS at FROM duty d
      ${show === 'silent' ? `JOIN victim v ON v.id = d.record_id AND ${VICTIM_LIKE.silent}` : ''}
    WHERE d.subject_kind = 'victim' AND d.ended_at IS NULL AND ${which}${show === 'overdue' ? ' AND d.list_at < $1' : ''}${
      show === 'soon' ? ` AND ${VICTIM_LIKE.soon}` : ''
    } ORDER BY d.list_at, d.record_id LIMIT ${lines}`
  if (of !== 'area') return of1(whose('d', of, reader, value))
  return `SELECT o.id, o.at FROM unnest(${value(reader.areas)}::bigint[]) AS a (id)
    CROSS JOIN LATERAL (${of1('d.area_id = a.id')}) AS o ORDER BY o.at, o.id LIMIT ${lines}`
}

/** Victims to whom nothing is owed, in order of id, the first so many of them left out. */
async function owedNothing(
  tx: Tx,
  { of, show }: Pick<Asked, 'of' | 'show'>,
  after: number,
  limit: number,
): Promise<readonly string[]> {
  if (show === 'overdue' || show === 'soon') return []
  const values: unknown[] = []
  const value = (given: unknown) => `$${values.push(given)}`
  const rows = rowsAs<{ id: string }>(
    await tx.client.query(
      `SELECT v.id FROM victim v JOIN record r ON r.id = v.id AND r.closed_at IS NULL
      WHERE ${whose('v', of, tx.reader, value)} AND ${VICTIM_LIKE[show]}
        AND NOT EXISTS (SELECT FROM duty d WHERE d.record_id = v.id AND d.subject_kind = 'victim' AND d.ended_at IS NULL)
      ORDER BY v.id LIMIT ${limit} OFFSET ${Math.max(0, after)}`,
      values,
    ),
  )
  return rows.map(({ id }) => id)
}
