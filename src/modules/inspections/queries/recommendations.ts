import { z } from 'zod'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { query } from '#kernel/operations.ts'
import { PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { about } from '#platform/operations/define.ts'
import { INSPECTORATE_STATUSES, type EntryStatus } from '../rules/fnd05-inspectorate.ts'
import { lifeOf } from '../rules/fnd10-lives.ts'
import { trackerEntryModel } from './finding-detail.ts'

const copyModel = z.object({
  id: z.uuid(),
  force: z.string(),
  number: z.string().nullable(),
  kind: z.string(),
  /** Of this installation's own force. */
  ours: z.boolean(),
  status: z.enum(keysOf(INSPECTORATE_STATUSES)),
  from: z.string().nullable(),
  /** The day on which it became complete; null while it is open. */
  to: z.string().nullable(),
  months: z.int(),
  /** Longer than a year. */
  long: z.boolean(),
  /** The force's own finding, where it is in this reader's reach. */
  finding: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  entries: z.array(trackerEntryModel).readonly(),
})

const recommendationModel = z.object({
  id: z.uuid(),
  title: z.string(),
  raisedOn: z.string(),
  due: z.string().nullable(),
})

export const listRecommendations = query({
  name: 'recommendation.list',
  summary: 'List national recommendations, with how many forces have completed each and how ours stands',
  input: z.object({ page: pageNumber }),
  output: z.object({
    recommendations: z
      .array(
        recommendationModel.extend({
          copies: z.int(),
          complete: z.int(),
          /** How long the copies live that took longest. */
          longest: z.int(),
          ours: copyModel.omit({ entries: true }).nullable(),
        }),
      )
      .readonly(),
    total: z.int(),
    page: z.int(),
  }),
  access: { staff: 'any' },
  purpose: 'inspection',
  audit: { event: 'recommendation.listed', subjects: about.nobody, detail: ({ page }, { total }) => ({ page, total }) },
  async run(tx, { page }) {
    const rows = rowsAs<z.output<typeof recommendationModel> & { readonly total: number }>(
      await tx.client.query(
        `SELECT id, title, raised_on::text AS "raisedOn", due::text, count(*) OVER ()::int AS total
        FROM national_recommendation ORDER BY raised_on DESC, title LIMIT ${PAGE_SIZE} OFFSET $1`,
        [(page - 1) * PAGE_SIZE],
      ),
    )
    const copies = await copiesOf(
      tx,
      rows.map(({ id }) => id),
    )
    return {
      recommendations: rows.map(({ id, title, raisedOn, due }) => {
        const own = copies.filter(({ recommendation }) => recommendation === id)
        return {
          id,
          title,
          raisedOn,
          due,
          copies: own.length,
          complete: own.filter(({ status }) => status === 'complete').length,
          longest: Math.max(0, ...own.map(({ months }) => months)),
          ours: own.find(({ ours }) => ours) ?? null,
        }
      }),
      total: rows[0]?.total ?? 0,
      page,
    }
  },
})

export const openRecommendation = query({
  name: 'recommendation.open',
  summary: 'Open a national recommendation: each force’s copy with its number and its dated history',
  input: z.object({ id: z.uuid({ error: 'This is not the reference of a recommendation' }) }),
  output: z.object({
    recommendation: recommendationModel.extend({ text: z.string() }),
    copies: z.array(copyModel).readonly(),
  }),
  access: { staff: 'any' },
  purpose: 'inspection',
  audit: { event: 'recommendation.opened', subjects: about.nobody, detail: ({ id }) => ({ recommendation: id }) },
  async run(tx, { id }) {
    const [recommendation] = rowsAs<z.output<typeof recommendationModel> & { readonly text: string }>(
      await tx.client.query(
        `SELECT id, title, text, raised_on::text AS "raisedOn", due::text FROM national_recommendation WHERE id = $1`,
        [id],
      ),
    )
    if (recommendation === undefined) throw new NotFound({ kind: 'recommendation', id })
    return { recommendation, copies: await copiesOf(tx, [id]) }
  },
})

interface CopyRow {
  readonly id: string
  readonly recommendation: string
  readonly force: string
  readonly number: string | null
  readonly kind: string
  readonly ours: boolean
  /** Null where there is none, or it is out of reach. */
  readonly finding: { readonly id: string; readonly title: string } | null
}

/** Each force's copy, ours first, with its history; the finding only where the reader may open it. Two statements. */
async function copiesOf(tx: Tx, recommendations: readonly string[]) {
  const rows = rowsAs<CopyRow>(
    await tx.client.query(
      `SELECT k.id, k.recommendation_id AS recommendation, k.force_name AS force, k.tracker_number AS number, k.kind,
        EXISTS (SELECT FROM installation o WHERE starts_with(lower(o.force_name), lower(k.force_name))) AS ours,
        (SELECT jsonb_build_object('id', r.id, 'title', r.title)
          FROM finding f JOIN record r ON r.id = f.id WHERE f.id = k.finding_id) AS finding
      FROM national_copy k WHERE k.recommendation_id = ANY ($1) ORDER BY ours DESC, k.force_name`,
      [recommendations],
    ),
  )
  const lines = rowsAs<{
    copy: string
    on: CivilDate
    status: EntryStatus
    words: string
    by: string | null
    at: Date
  }>(
    await tx.client.query(
      `SELECT t.copy_id AS copy, t.on_date::text AS on, t.status, t.words, a.name AS by, t.entered_at AS at
      FROM tracker_entry t LEFT JOIN account a ON a.id = t.entered_by WHERE t.copy_id = ANY ($1)
      ORDER BY t.on_date, t.entered_at, t.id`,
      [rows.map(({ id }) => id)],
    ),
  )
  const byCopy = new Map<string, (typeof lines)[number][]>()
  for (const line of lines) byCopy.set(line.copy, [...(byCopy.get(line.copy) ?? []), line])
  const on = today(tx)
  return rows.map((row) => {
    const own = byCopy.get(row.id) ?? []
    const life = lifeOf(own, on)
    return {
      ...row,
      status: life?.status ?? ('awaiting-review' as const),
      from: life?.from ?? null,
      to: life?.to ?? null,
      months: life?.months ?? 0,
      long: life?.long ?? false,
      entries: own.map(({ on: day, status, words, by, at }) => ({ on: day, status, words, by, at: at.toISOString() })),
    }
  })
}
