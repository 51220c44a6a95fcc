import { z } from 'zod'
import { openActions } from '#kernel/actions/list.ts'
import { actionView } from '#kernel/actions/row.ts'
import { countOpen } from '#kernel/duties/count-open.ts'
import { dutyLine, readLines } from '#kernel/duties/lines.ts'
import { notificationModel, readNotifications } from '#kernel/notifications/list.ts'
import { query } from '#kernel/operations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** As many duties as the page shows; the list has the rest. */
const DUTIES_SHOWN = 12
const ACTIONS_SHOWN = 8
const NOTIFICATIONS_SHOWN = 5

const output = z.object({
  /** What this person owes now, by time left: the first of it. */
  duties: z.array(dutyLine),
  owed: z.object({ overdue: z.int(), today: z.int(), week: z.int() }),
  /** What they or their units must do in plans, by due date: the first of it, and how much there is. */
  actions: z.object({ shown: z.array(actionView), total: z.int() }),
  /** What they were told of and have not seen, newest first. */
  notifications: z.array(notificationModel),
  drafts: z.array(z.object({ key: z.string(), savedAt: z.iso.datetime() })),
  jobs: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      state: z.string(),
      done: z.number(),
      total: z.number().nullable(),
      askedAt: z.iso.datetime(),
    }),
  ),
  postings: z.array(z.object({ title: z.string(), unit: z.string(), ends: z.string().nullable() })),
})

/** What waits for this person: what they were typing, what they asked the system to do, the postings that are ending. */
export const myWork = query({
  name: 'my-work.show',
  summary: 'See what waits for you',
  input: z.object({}),
  output,
  access: { staff: 'any' },
  purpose: 'own work',
  audit: {
    event: 'my-work.shown',
    subjects: (_input, { duties, actions }) => [
      ...duties.map(({ id }) => ({ kind: 'duty', id })),
      ...actions.shown.map(({ id }) => ({ kind: 'action', id })),
    ],
  },
  async run(tx) {
    const account = tx.reader.account
    const drafts = await tx.db
      .selectFrom('draft')
      .select(['key', 'saved_at'])
      .where('account_id', '=', account)
      .orderBy('saved_at', 'desc')
      .limit(20)
      .execute()
    const jobs = rowsAs<{
      id: string
      title: string
      state: string
      done: number
      total: number | null
      asked_at: Date
    }>(
      await tx.client.query(
        `SELECT id, title, state, done, total, asked_at FROM job_run
            WHERE account_id = $1 AND (state IN ('waiting', 'running', 'failed') OR asked_at > $2::timestamptz - interval '7 days')
            ORDER BY asked_at DESC LIMIT 20`,
        [account, tx.now],
      ),
    )
    const postings = rowsAs<{ title: string; unit: string; ends: string | null }>(
      await tx.client.query(
        `SELECT p.title, u.name AS unit, p.ends FROM posting p JOIN unit u ON u.id = p.unit_id
            WHERE p.account_id = $1 AND ($2::timestamptz AT TIME ZONE 'Europe/London')::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
            ORDER BY p.title`,
        [account, tx.now],
      ),
    )
    return {
      duties: await ownDuties(tx),
      owed: await countOpen(tx, 'me'),
      actions: await ownActions(tx),
      notifications: (await readNotifications(tx, NOTIFICATIONS_SHOWN, { unseen: true })).lines,
      drafts: drafts.map((draft) => ({ key: draft.key, savedAt: draft.saved_at.toISOString() })),
      jobs: jobs.map(({ asked_at: askedAt, ...job }) => ({ ...job, askedAt: askedAt.toISOString() })),
      postings: [...postings],
    }
  },
})

function ownDuties(tx: Tx) {
  const order = `d.list_at, d.id`
  return readLines(
    tx,
    `SELECT d.* FROM duty d WHERE d.owner_id = $1 AND d.ended_at IS NULL ORDER BY ${order} LIMIT ${DUTIES_SHOWN}`,
    order,
    [tx.reader.account],
  )
}

async function ownActions(tx: Tx) {
  const { actions, total } = await openActions(tx, { person: tx.reader.account, units: tx.reader.units })
  return { shown: actions.slice(0, ACTIONS_SHOWN), total }
}
