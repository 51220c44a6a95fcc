import { z } from 'zod'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { ENTRY_STATUSES, type EntryStatus } from '../rules/fnd05-inspectorate.ts'
import { lifeOf } from '../rules/fnd10-lives.ts'
import { KINDS } from './finding-model.ts'

/** A line of a tracker: what the inspectorate said, as of which day, and who entered it (null: the command line). */
export const trackerEntryModel = z.object({
  on: z.string(),
  status: z.enum(keysOf(ENTRY_STATUSES)),
  words: z.string(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
})

export const claimModel = z.object({
  by: z.string(),
  at: z.iso.datetime(),
  held: z.boolean(),
  rank: z.string().nullable(),
  reason: z.string().nullable(),
  /** How measures and evidence stood, in the words that whoever claimed it was shown. */
  shown: z.string(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnReason: z.string().nullable(),
})

/** What the page of one finding says beyond the list. */
export const findingDetail = z.object({
  position: z.int().nullable(),
  leadIn: z.string().nullable(),
  dueWords: z.string().nullable(),
  answerReason: z.string().nullable(),
  unmeasurableReason: z.string().nullable(),
  publishedOn: z.string().nullable(),
  openedAt: z.iso.datetime(),
  compartment: z.int().nullable(),
  /** Its cause of concern, and its recommendations, in this reader's reach. */
  parent: z.object({ id: z.uuid(), title: z.string(), kind: z.enum(keysOf(KINDS)) }).nullable(),
  parts: z.array(z.object({ id: z.uuid(), title: z.string() })).readonly(),
  claims: z.array(claimModel).readonly(),
  tracker: z.array(trackerEntryModel).readonly(),
  /** How long the inspectorate has followed it, in whole months; null before its first line. */
  life: z.object({ months: z.int(), to: z.string().nullable() }).nullable(),
  /** National recommendations of which it is this force's copy. */
  national: z.array(z.object({ id: z.uuid(), title: z.string(), number: z.string().nullable() })).readonly(),
})

interface Row extends Omit<z.output<typeof findingDetail>, 'openedAt' | 'claims' | 'tracker' | 'life'> {
  readonly openedAt: Date
}

/** The rest of one finding, which the caller has found to be in reach. Three statements. */
export async function detailOf(tx: Tx, id: string): Promise<z.output<typeof findingDetail> | null> {
  const [row] = rowsAs<Row>(
    await tx.client.query(
      `SELECT f.position, f.lead_in AS "leadIn", f.due_words AS "dueWords", f.answer_reason AS "answerReason",
        f.unmeasurable_reason AS "unmeasurableReason", i.published_on::text AS "publishedOn", r.opened_at AS "openedAt",
        r.compartment_id AS compartment,
        (SELECT jsonb_build_object('id', p.id, 'title', pr.title, 'kind', p.kind)
          FROM finding p JOIN record pr ON pr.id = p.id WHERE p.id = f.parent_id) AS parent,
        coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'title', cr.title) ORDER BY c.position)
          FROM finding c JOIN record cr ON cr.id = c.id WHERE c.parent_id = f.id), '[]') AS parts,
        coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'number', k.tracker_number))
          FROM national_copy k JOIN national_recommendation n ON n.id = k.recommendation_id
          WHERE k.finding_id = f.id), '[]') AS national
      FROM finding f JOIN record r ON r.id = f.id JOIN inspection i ON i.id = f.inspection_id WHERE f.id = $1`,
      [id],
    ),
  )
  if (row === undefined) return null
  const tracker = await trackerOf(tx, 'finding_id', id)
  const life = lifeOf(tracker, today(tx))
  return {
    ...row,
    openedAt: row.openedAt.toISOString(),
    claims: await claimsOfFinding(tx, id),
    tracker: tracker.toReversed(),
    life: life === null ? null : { months: life.months, to: life.to },
  }
}

/** The lines of a tracker, in the order in which they were entered. */
export async function trackerOf(tx: Tx, key: 'finding_id' | 'copy_id', id: string) {
  const rows = rowsAs<{ on: CivilDate; status: EntryStatus; words: string; by: string | null; at: Date }>(
    await tx.client.query(
      `SELECT t.on_date::text AS on, t.status, t.words, a.name AS by, t.entered_at AS at
      FROM tracker_entry t LEFT JOIN account a ON a.id = t.entered_by WHERE t.${key} = $1
      ORDER BY t.on_date, t.entered_at, t.id`,
      [id],
    ),
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

async function claimsOfFinding(tx: Tx, id: string) {
  const rows = rowsAs<
    Omit<z.output<typeof claimModel>, 'at' | 'withdrawnAt'> & { readonly at: Date; readonly withdrawnAt: Date | null }
  >(
    await tx.client.query(
      `SELECT a.name AS by, c.claimed_at AS at, c.held, c.rank, c.reason, c.shown, c.withdrawn_at AS "withdrawnAt",
        c.withdrawn_reason AS "withdrawnReason"
      FROM finding_claim c JOIN account a ON a.id = c.claimed_by WHERE c.finding_id = $1 ORDER BY c.claimed_at DESC`,
      [id],
    ),
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), withdrawnAt: row.withdrawnAt?.toISOString() ?? null }))
}
