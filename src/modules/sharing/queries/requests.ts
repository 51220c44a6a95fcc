import { z } from 'zod'
import { PURPOSE_NAMES, SHARED_KINDS } from '#kernel/sharing/lists.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** A question between the force and an agency, as either side reads it; who asked within the other is not told. */
export const requestView = z.object({
  id: z.uuid(),
  record: z.uuid(),
  kind: z.enum(SHARED_KINDS),
  /** What the record is called: to a partner, as it was shared. */
  reference: z.string(),
  title: z.string(),
  agency: z.object({ id: z.int(), name: z.string() }),
  askedOf: z.enum(['agency', 'force']),
  question: z.string(),
  purpose: z.enum(PURPOSE_NAMES),
  askedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  state: z.enum(['open', 'answered', 'refused']),
  reply: z.string().nullable(),
  repliedAt: z.iso.datetime().nullable(),
  version: z.int(),
})
export type Request = z.output<typeof requestView>

type Row = Omit<Request, 'askedAt' | 'dueAt' | 'repliedAt'> & {
  readonly askedAt: Date
  readonly dueAt: Date
  readonly repliedAt: Date | null
}

/** A partner reads nothing of records: only what its own newest share called it. */
const NAMED = {
  staff: 'JOIN LATERAL (SELECT r.kind, r.reference, r.title FROM record r WHERE r.id = q.record_id) n ON true',
  partner: `JOIN LATERAL (SELECT s.record_kind AS kind, s.reference, s.title FROM share s WHERE s.record_id = q.record_id
    ORDER BY s.shared_at DESC, s.id LIMIT 1) n ON true`,
} as const

async function read(tx: Tx, rest: string, values: readonly unknown[]): Promise<Request[]> {
  const named = tx.reader.principal === 'partner' ? NAMED.partner : NAMED.staff
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT q.id, q.record_id AS record, n.kind, n.reference, n.title, jsonb_build_object('id', g.id, 'name', g.name) AS agency,
        q.asked_of AS "askedOf", q.question, q.purpose, q.asked_at AS "askedAt", q.due_at AS "dueAt", q.state, q.reply,
        q.replied_at AS "repliedAt", q.version
      FROM information_request q JOIN agency g ON g.id = q.agency_id ${named} ${rest}`,
      [...values],
    ),
  )
  return rows.map(({ askedAt, dueAt, repliedAt, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    repliedAt: repliedAt?.toISOString() ?? null,
  }))
}

const ORDER = `ORDER BY (q.state = 'open') DESC, q.due_at, q.id LIMIT 100`

/** About a record, the open ones first. One statement. */
export function requestsOf(tx: Tx, record: string): Promise<Request[]> {
  return read(tx, `WHERE q.record_id = $1 ${ORDER}`, [record])
}

/** Open ones of one side, as far as the reader may open their records. */
export function openRequests(tx: Tx, askedOf: Request['askedOf']): Promise<Request[]> {
  return read(tx, `WHERE q.state = 'open' AND q.asked_of = $1 ${ORDER}`, [askedOf])
}

/** All that the reader may see, open and replied to. */
export function allRequests(tx: Tx): Promise<Request[]> {
  return read(tx, ORDER, [])
}

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function getRequest(tx: Tx, id: string): Promise<Request> {
  const [request] = await read(tx, 'WHERE q.id = $1', [id])
  if (request === undefined) throw new NotFound({ kind: 'information-request', id })
  return request
}
