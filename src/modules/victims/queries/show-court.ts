import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { CASE_EVENTS } from '#kernel/victims-code/events.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { about } from '#platform/operations/define.ts'
import { PURPOSE } from '../commands/fields.ts'
import { WITNESS_CARE_RULES } from '../duties/duty-rules.ts'
import { COURT_KINDS } from '../rules/event-rules.ts'
import { WITNESS_CARE } from '../writers.ts'
import { followedVictim, readFollowed } from './followed.ts'
import { isoOrNull } from './instants.ts'

/** How far back what just happened stands. */
export const RECENT_DAYS = 14
export const MOST_TO_TELL = 40
const MOST_EVENTS = 50

const courtEvent = z.object({
  id: z.uuid(),
  kind: z.enum(keysOf(CASE_EVENTS)),
  occurrence: z.int(),
  /** The number of the crime, or what it is. */
  number: z.string().nullable(),
  title: z.string(),
  /** The first of its victims, for whom a change is made on their page. */
  victim: z.uuid(),
  happenedAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  takesPlaceAt: z.iso.datetime().nullable(),
  details: z.string().nullable(),
  /** How many things it opened for victims, and how many of them are still open. */
  owed: z.int(),
  open: z.int(),
})
export type CourtEvent = z.output<typeof courtEvent>

export const showCourt = query({
  name: 'victim.court',
  summary:
    'What courts fixed and decided, what is to come, and which victims are still to be told of it by witness care',
  input: z.object({}),
  output: z.object({
    toTell: z.array(followedVictim).readonly(),
    /** Victims who are still to be told, shown or not. */
    waiting: z.int(),
    toCome: z.array(courtEvent).readonly(),
    recent: z.array(courtEvent).readonly(),
  }),
  access: { staff: WITNESS_CARE },
  purpose: PURPOSE,
  audit: {
    event: 'victim.court-shown',
    subjects: (_, { toTell, toCome, recent }) =>
      [
        ...new Set([
          ...toTell.map(({ id }) => id),
          ...toCome.map(({ victim }) => victim),
          ...recent.map(({ victim }) => victim),
        ]),
      ].map((id) => ({ kind: 'victim', id })),
    detail: (_, { waiting }) => ({ waiting }),
  },
  async run(tx) {
    const { ids, total } = await readToTell(tx)
    const from = new Date(tx.now.getTime() - RECENT_DAYS * 86_400_000)
    return {
      toTell: await readFollowed(tx, ids, WITNESS_CARE_RULES),
      waiting: total,
      toCome: await readEvents(tx, 'e.takes_place_at >= $2', 'e.takes_place_at, e.id', tx.now),
      recent: await readEvents(tx, 'e.received_at >= $2', 'e.received_at DESC, e.id', from),
    }
  },
})

/** Whom witness care has still to tell: those first to whom something is due first. */
async function readToTell(tx: Tx): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const rows = rowsAs<{ id: string; total: number }>(
    await tx.client.query(
      `SELECT d.record_id AS id, count(*) OVER ()::integer AS total FROM duty d
      WHERE d.rule = ANY ($1) AND d.subject_kind = 'victim' AND d.ended_at IS NULL
      GROUP BY d.record_id ORDER BY min(d.list_at), d.record_id LIMIT ${MOST_TO_TELL}`,
      [WITNESS_CARE_RULES],
    ),
  )
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
}

type Row = Omit<CourtEvent, 'happenedAt' | 'receivedAt' | 'takesPlaceAt'> & {
  readonly happenedAt: Date
  readonly receivedAt: Date
  readonly takesPlaceAt: Date | null
}

/** What courts did, each with how much of what it opened is still open, of what the reader may see. */
async function readEvents(tx: Tx, where: string, order: string, from: Date): Promise<readonly CourtEvent[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `WITH e AS MATERIALIZED (SELECT e.* FROM case_event e
        WHERE ${where} AND e.kind = ANY ($1) AND e.voided_at IS NULL ORDER BY ${order} LIMIT ${MOST_EVENTS})
      SELECT e.id, e.kind, e.occurrence_id AS occurrence, o.external_reference AS number, v.title, v.victim,
        e.happened_at AS "happenedAt", e.received_at AS "receivedAt", e.takes_place_at AS "takesPlaceAt", e.details,
        v.owed, v.open
      FROM e LEFT JOIN occurrence o ON o.id = e.occurrence_id
        JOIN LATERAL (SELECT (array_agg(v.id ORDER BY v.id))[1] AS victim, (array_agg(r.title ORDER BY v.id))[1] AS title,
            count(d.id)::integer AS owed, count(d.id) FILTER (WHERE d.ended_at IS NULL)::integer AS open
          FROM victim v JOIN record r ON r.id = v.id
            LEFT JOIN duty d ON d.record_id = v.id AND d.subject_kind = 'victim' AND d.subject_id = v.id::text || '/' || e.id::text
              AND d.superseded_at IS NULL
          WHERE v.occurrence_id = e.occurrence_id AND (e.victim_id IS NULL OR v.id = e.victim_id)
          HAVING count(v.id) > 0) v ON true
      ORDER BY ${order}`,
      [COURT_KINDS, from],
    ),
  )
  return rows.map((row) => ({
    ...row,
    happenedAt: row.happenedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    takesPlaceAt: isoOrNull(row.takesPlaceAt),
  }))
}

export const beginCourtEvent = query({
  name: 'case-event.begin-court',
  summary: 'Begin to log what a court decided or fixed in a case',
  input: z.object({ crime: z.string().max(200).optional() }),
  output: z.object({ crime: z.string() }),
  access: { staff: WITNESS_CARE },
  purpose: PURPOSE,
  audit: { event: 'case-event.court-begun', subjects: about.nobody },
  run: (_, { crime }) => Promise.resolve({ crime: crime ?? '' }),
})
