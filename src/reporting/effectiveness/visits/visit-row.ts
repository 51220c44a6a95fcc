import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'

export const VISIT_STATES = { ahead: 'to come', open: 'open now', over: 'over' } as const

/** An inspector's visit: who, from when to when, who asked them in. */
export const visitModel = z.object({
  id: z.uuid(),
  account: z.uuid(),
  inspector: z.string(),
  clearance: z.string(),
  startsAt: z.iso.datetime(),
  /** The first moment at which it is over: its end, or when it was ended before. */
  endsAt: z.iso.datetime(),
  endedEarly: z.boolean(),
  purpose: z.string(),
  /** When the figures they see were frozen; null where they see them as they are. */
  frozenAt: z.iso.datetime().nullable(),
  invitedBy: z.string(),
  invitedAt: z.iso.datetime(),
  state: z.enum(['ahead', 'open', 'over']),
  version: z.int(),
})
export type Visit = z.output<typeof visitModel>

interface Row {
  readonly id: string
  readonly account: string
  readonly inspector: string
  readonly clearance: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly endedEarly: boolean
  readonly purpose: string
  readonly frozenAt: Date | null
  readonly invitedBy: string
  readonly invitedAt: Date
  readonly version: number
}

const SELECT = `SELECT v.id, v.account_id AS account, a.name AS inspector, a.clearance, v.starts_at AS "startsAt",
    least(v.ends_at, v.ended_at) AS "endsAt", coalesce(v.ended_at < v.ends_at, false) AS "endedEarly", v.purpose,
    v.frozen_at AS "frozenAt", h.name AS "invitedBy", v.invited_at AS "invitedAt", v.version
  FROM inspector_visit v JOIN account a ON a.id = v.account_id JOIN account h ON h.id = v.invited_by`

/** Visits that this reader may see, the newest first. */
export async function findVisits(tx: Tx, offset: number, most: number): Promise<readonly Visit[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(`${SELECT} ORDER BY v.starts_at DESC, v.id LIMIT $1 OFFSET $2`, [most, offset]),
  )
  return rows.map((row) => visitOf(row, tx.now))
}

/** The visit that somebody is on; null where they are on none. */
export async function findOpenVisit(tx: Tx, account: string | null): Promise<Visit | null> {
  const [row] = rowsAs<Row>(
    await tx.client.query(
      `${SELECT} WHERE v.account_id = $1 AND $2 >= v.starts_at AND $2 < least(v.ends_at, v.ended_at)
      ORDER BY v.starts_at DESC LIMIT 1`,
      [account, tx.now],
    ),
  )
  return row === undefined ? null : visitOf(row, tx.now)
}

/** Throws NotFound, whether there is none or it is not for this reader. */
export async function getVisit(tx: Tx, id: string, lock: '' | 'FOR UPDATE OF v' = ''): Promise<Visit> {
  const [row] = rowsAs<Row>(await tx.client.query(`${SELECT} WHERE v.id = $1 ${lock}`, [id]))
  if (row === undefined) throw new NotFound({ kind: 'inspector-visit', id })
  return visitOf(row, tx.now)
}

function visitOf({ startsAt, endsAt, frozenAt, invitedAt, ...rest }: Row, now: Date): Visit {
  return {
    ...rest,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    frozenAt: frozenAt?.toISOString() ?? null,
    invitedAt: invitedAt.toISOString(),
    state: endsAt <= now ? 'over' : startsAt > now ? 'ahead' : 'open',
  }
}
