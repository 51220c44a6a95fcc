import { z } from 'zod'
import { wholeSecond, type Value } from '#kernel/duties/scope.ts'
import { query } from '#kernel/operations.ts'
import { optionalChoice, pageNumber } from '#kernel/organisation/paging.ts'
import type { Reader } from '#platform/access/reader.ts'
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

/** Each stands with all that is owed and what must be said: fewer than lines of a plain list. */
export const VICTIMS_A_PAGE = 20

/** Open victims in reach, each with what is open for them: one pass over their open duties. */
const FOLLOWED = `SELECT v.id, v.told_at, v.no_safe_contact_since, v.owner_id, v.unit_id, v.area_id,
    coalesce(d.first, 'infinity') AS first, coalesce(d.overdue, 0) AS overdue, coalesce(d.soon, 0) AS soon
  FROM victim v JOIN record r ON r.id = v.id AND r.closed_at IS NULL
    LEFT JOIN LATERAL (SELECT min(o.list_at) AS first, count(*) FILTER (WHERE o.due_at < $1) AS overdue,
        count(*) FILTER (WHERE o.due_at >= $1 AND o.warn_at <= $1) AS soon
      FROM duty o WHERE o.record_id = v.id AND o.ended_at IS NULL) d ON true`

/** Whose: the planner is given the one that is asked for, and no choice of five. */
function whose(of: Of, { account, units, areas }: Reader, value: Value): string {
  const mine = () => `f.owner_id = ${value(account)}`
  const ours = () => `f.unit_id = ANY (${value(units)}::bigint[])`
  switch (of) {
    case 'ours':
      return `(${mine()} OR ${ours()})`
    case 'me':
      return mine()
    case 'team':
      return ours()
    case 'area':
      return `f.area_id = ANY (${value(areas)}::bigint[])`
    case 'all':
      return 'true'
  }
}

const LIKE: Readonly<Record<keyof typeof SHOWN, string>> = {
  all: 'true',
  overdue: 'f.overdue > 0',
  soon: 'f.soon > 0',
  silent: 'f.told_at IS NULL',
  unsafe: 'f.no_safe_contact_since IS NOT NULL',
}

/** One's own work first; all of it for whoever has the whole force. */
function usual({ forceWide, units }: Reader): Of {
  return forceWide || units.length === 0 ? 'all' : 'ours'
}

interface Counted {
  readonly ids: readonly string[]
  readonly total: number
  readonly followed: number
  readonly overdue: number
  readonly soon: number
  readonly silent: number
  readonly unsafe: number
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
  async run(tx, { page, ...asked }) {
    const filter = { of: asked.of ?? usual(tx.reader), show: asked.show ?? 'all' }
    const values: unknown[] = [wholeSecond(tx.now)]
    const followed = `SELECT * FROM (${FOLLOWED}) f WHERE ${whose(filter.of, tx.reader, (given) => `$${values.push(given)}`)}`
    const [row] = rowsAs<Counted>(
      await tx.client.query(
        `WITH f AS MATERIALIZED (${followed})
        SELECT ARRAY(SELECT f.id FROM f WHERE ${LIKE[filter.show]} ORDER BY f.first, f.id
            LIMIT ${VICTIMS_A_PAGE} OFFSET ${(page - 1) * VICTIMS_A_PAGE}) AS ids,
          count(*) FILTER (WHERE ${LIKE[filter.show]})::integer AS total, count(*)::integer AS followed,
          count(*) FILTER (WHERE ${LIKE.overdue})::integer AS overdue, count(*) FILTER (WHERE ${LIKE.soon})::integer AS soon,
          count(*) FILTER (WHERE ${LIKE.silent})::integer AS silent, count(*) FILTER (WHERE ${LIKE.unsafe})::integer AS unsafe
        FROM f`,
        values,
      ),
    )
    const { ids = [], total = 0, ...counts } = row ?? {}
    return {
      victims: await readFollowed(tx, ids),
      total,
      page,
      counts: { followed: 0, overdue: 0, soon: 0, silent: 0, unsafe: 0, ...counts },
      filter,
      usual: usual(tx.reader),
    }
  },
})
