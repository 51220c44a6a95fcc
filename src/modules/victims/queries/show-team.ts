import { z } from 'zod'
import { wholeSecond } from '#kernel/duties/scope.ts'
import { query } from '#kernel/operations.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { PURPOSE } from '../commands/fields.ts'
import { SUPERVISORS } from '../writers.ts'
import { followedVictim, readFollowed } from './followed.ts'
import { NAME } from './read-victim.ts'

/** As many victims as stand on the page, those first who wait longest. */
export const MOST_WAITING = 60
/** How far back waivers stand. */
export const WAIVERS_DAYS = 28
const MOST_OTHERS = 50

const load = z.object({
  /** Account; null: what nobody has yet. */
  owner: z.uuid().nullable(),
  name: z.string(),
  /** How many things are overdue, and how many soon will be. */
  overdue: z.int(),
  soon: z.int(),
  /** To how many victims, those beyond the limit of the page included. */
  waiting: z.int(),
  victims: z.array(followedVictim).readonly(),
})
export type Load = z.output<typeof load>

const paused = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string(),
  since: z.iso.datetime(),
  reason: z.string(),
  /** How many clocks stand still, of what the reader may see. */
  stopped: z.int(),
  owner: z.string().nullable(),
  marking: z.enum(MARKINGS),
})
export type Paused = z.output<typeof paused>

const waiver = z.object({
  duty: z.uuid(),
  victim: z.uuid(),
  name: z.string(),
  title: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  rank: z.string(),
  reason: z.string(),
  marking: z.enum(MARKINGS),
})
export type Waiver = z.output<typeof waiver>

export const showTeam = query({
  name: 'victim.team',
  summary:
    'What your units owe to victims that is overdue or soon will be, by who has it; who is paused, what was waived',
  input: z.object({}),
  output: z.object({
    loads: z.array(load).readonly(),
    /** Victims to whom something is overdue or soon will be, shown or not. */
    waiting: z.int(),
    paused: z.array(paused).readonly(),
    waivers: z.array(waiver).readonly(),
  }),
  access: { staff: SUPERVISORS },
  purpose: PURPOSE,
  audit: {
    event: 'victim.team-shown',
    subjects: (_, { loads, paused: still, waivers }) =>
      [
        ...new Set([
          ...loads.flatMap(({ victims }) => victims.map(({ id }) => id)),
          ...still.map(({ id }) => id),
          ...waivers.map(({ victim }) => victim),
        ]),
      ].map((id) => ({ kind: 'victim', id })),
    detail: (_, { waiting }) => ({ waiting }),
  },
  async run(tx) {
    const rows = await readWaiting(tx)
    const victims = await readFollowed(
      tx,
      rows.slice(0, MOST_WAITING).map(({ id }) => id),
    )
    const owners = [...new Set(rows.map(({ owner }) => owner))]
    const loads = owners.map((owner): Load => {
      const own = rows.filter((row) => row.owner === owner)
      const ids = own.map(({ id }) => id)
      return {
        owner,
        name: own[0]?.name ?? 'Nobody yet',
        overdue: sum(own.map(({ overdue }) => overdue)),
        soon: sum(own.map(({ soon }) => soon)),
        waiting: own.length,
        victims: victims.filter(({ id }) => ids.includes(id)),
      }
    })
    return {
      loads: loads.sort((a, b) => b.overdue - a.overdue || b.soon - a.soon || a.name.localeCompare(b.name)),
      waiting: rows.length,
      paused: await readPaused(tx),
      waivers: await readWaivers(tx),
    }
  },
})

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

interface WaitingRow {
  readonly id: string
  readonly owner: string | null
  readonly name: string | null
  readonly overdue: number
  readonly soon: number
}

/** Victims of these units to whom something is overdue or soon will be, by whose they are: those first who wait longest. */
async function readWaiting(tx: Tx): Promise<readonly WaitingRow[]> {
  return rowsAs<WaitingRow>(
    await tx.client.query(
      `SELECT d.record_id AS id, r.owner_id AS owner, w.name, count(*) FILTER (WHERE d.due_at < $2)::integer AS overdue,
        count(*) FILTER (WHERE d.due_at >= $2)::integer AS soon
      FROM duty d JOIN victim v ON v.id = d.record_id JOIN record r ON r.id = v.id
        LEFT JOIN account w ON w.id = r.owner_id
      WHERE d.unit_id = ANY ($1::bigint[]) AND d.subject_kind = 'victim' AND d.ended_at IS NULL
        AND (d.due_at < $2 OR d.warn_at <= $2)
      GROUP BY d.record_id, r.owner_id, w.name ORDER BY min(d.list_at), d.record_id`,
      [tx.reader.units, wholeSecond(tx.now)],
    ),
  )
}

async function readPaused(tx: Tx): Promise<readonly Paused[]> {
  const rows = rowsAs<Omit<Paused, 'since'> & { readonly since: Date }>(
    await tx.client.query(
      `SELECT v.id, ${NAME} AS name, r.title, v.no_safe_contact_since AS since, v.no_safe_contact_reason AS reason,
        (SELECT count(*)::integer FROM duty d WHERE d.record_id = v.id AND d.ended_at IS NULL AND d.paused_at IS NOT NULL)
          AS stopped, w.name AS owner, r.marking
      FROM victim v JOIN record r ON r.id = v.id AND r.closed_at IS NULL LEFT JOIN party p ON p.id = v.party_id
        LEFT JOIN account w ON w.id = r.owner_id
      WHERE v.no_safe_contact_since IS NOT NULL AND v.unit_id = ANY ($1::bigint[])
      ORDER BY v.no_safe_contact_since, v.id LIMIT ${MOST_OTHERS}`,
      [tx.reader.units],
    ),
  )
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }))
}

async function readWaivers(tx: Tx): Promise<readonly Waiver[]> {
  const rows = rowsAs<Omit<Waiver, 'at'> & { readonly at: Date }>(
    await tx.client.query(
      `SELECT d.id AS duty, v.id AS victim, ${NAME} AS name, d.title, d.waived_at AS at, w.name AS by,
        d.waived_rank AS rank, d.waived_reason AS reason, d.marking
      FROM duty d JOIN victim v ON v.id = d.record_id LEFT JOIN party p ON p.id = v.party_id
        JOIN account w ON w.id = d.waived_by
      WHERE d.waived_at >= $2 AND d.unit_id = ANY ($1::bigint[]) AND d.subject_kind = 'victim' AND d.superseded_at IS NULL
      ORDER BY d.waived_at DESC, d.id LIMIT ${MOST_OTHERS}`,
      [tx.reader.units, new Date(tx.now.getTime() - WAIVERS_DAYS * 86_400_000)],
    ),
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
