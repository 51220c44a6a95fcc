import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { emit } from '#platform/events/emit.ts'
import { notify, type Notice } from '../notifications/notify.ts'
import type { Guards } from '../records/guards.ts'
import { readOrganisation } from './read-organisation.ts'
import type { DutyRules } from './registry.ts'
import type { DutyRule } from './rule.ts'
import { thresholdAt, thresholdsOf, timesOf } from './times.ts'
import { whoToTell, type Organisation } from './who-to-tell.ts'

const BATCH = 500

interface WaitingRow extends Guards {
  readonly id: string
  readonly rule: string
  readonly ruleFrom: string
  readonly triggeredAt: Date
  readonly dueAt: Date | null
  readonly crossed: number
}

export interface Ticked {
  /** Duties looked at; fewer than a batch when none are left. */
  readonly looked: number
  readonly crossings: number
  readonly told: number
  readonly more: boolean
}

/** Whether the time of any duty has come to be looked at. */
export async function hasWaiting(tx: Pick<Tx, 'client' | 'now'>): Promise<boolean> {
  return (await tickerLag(tx)) > 0
}

/** Seconds since the oldest threshold that nobody was told of was crossed; 0 where none waits. */
export async function tickerLag(tx: Pick<Tx, 'client' | 'now'>): Promise<number> {
  const [row] = rowsAs<{ oldest: Date | null }>(
    await tx.client.query(
      'SELECT min(next_look_at) AS oldest FROM duty WHERE next_look_at IS NOT NULL AND ended_at IS NULL',
    ),
  )
  const oldest = row?.oldest ?? null
  return oldest === null ? 0 : Math.max(0, (tx.now.getTime() - oldest.getTime()) / 1000)
}

/**
 * Takes duties whose time has come, emits `duty.crossed` for each threshold that they crossed since, and tells whom their
 * rules name. All of it in one transaction with the mark that it was said: so each is said once, whoever else is at it, and
 * wherever this breaks off. Of several thresholds crossed while nobody looked, each person is told of the latest only, and that it is
 * overdue where it is by now.
 */
export async function tick(tx: Tx, rules: DutyRules): Promise<Ticked> {
  const rows = rowsAs<WaitingRow>(
    await tx.client.query(
      `SELECT id, rule, rule_from AS "ruleFrom", triggered_at AS "triggeredAt", due_at AS "dueAt", crossed, area_id AS area,
        unit_id AS unit, owner_id AS owner, marking, compartment_id AS compartment
      FROM duty WHERE next_look_at <= $1 AND ended_at IS NULL ORDER BY next_look_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      [tx.now],
    ),
  )
  if (rows.length === 0) return { looked: 0, crossings: 0, told: 0, more: false }
  const organisation = await readOrganisation(tx, [...new Set(rows.flatMap(({ owner }) => owner ?? []))])
  const looks = rows.map((row) => lookAt(row, rules.find(row.rule, row.ruleFrom), organisation, tx.now))
  for (const look of looks)
    for (const at of look.crossings) await emit(tx, { name: 'duty.crossed', payload: { duty: look.id, at } })
  const notices = looks.flatMap(noticesOf)
  await notify(tx, ...notices)
  await save(tx, looks)
  return {
    looked: rows.length,
    crossings: looks.reduce((sum, { crossings }) => sum + crossings.length, 0),
    told: notices.length,
    more: rows.length === BATCH,
  }
}

interface Look {
  readonly id: string
  readonly crossings: readonly number[]
  readonly crossed: number
  readonly next: Date | null
  /** The latest threshold that each account is told of. */
  readonly told: ReadonlyMap<string, number>
  /** By now, whichever threshold somebody is told of. */
  readonly overdue: boolean
}

function lookAt(row: WaitingRow, rule: DutyRule | undefined, organisation: Organisation, now: Date): Look {
  const { id, dueAt: due, crossed, triggeredAt } = row
  if (rule === undefined || due === null)
    return { id, crossings: [], crossed, next: null, told: new Map(), overdue: false }
  const crossings = thresholdsOf(rule).filter((at) => at > crossed && thresholdAt(at, triggeredAt, due) <= now)
  const told = new Map<string, number>()
  for (const { at, tell } of rule.escalations.toSorted((a, b) => a.at - b.at))
    if (crossings.includes(at)) for (const account of whoToTell(row, tell, organisation)) told.set(account, at)
  const last = crossings.at(-1) ?? crossed
  const next = timesOf(rule, triggeredAt, due, last, now).nextLookAt
  return { id, crossings, crossed: last, next, told, overdue: thresholdAt(100, triggeredAt, due) <= now }
}

function noticesOf({ id, told, overdue }: Look): Notice[] {
  return [...told.keys()].map((account) => ({
    account,
    event: overdue ? 'duty.overdue' : 'duty.due-soon',
    subject: { kind: 'duty', id },
    href: `/work/duties/${id}`,
  }))
}

async function save(tx: Tx, looks: readonly Look[]): Promise<void> {
  const said = looks.map(({ crossings, told }) =>
    crossings.map((at) => ({
      at: tx.now.toISOString(),
      crossed: at,
      to: [...told].flatMap(([account, latest]) => (latest === at ? [account] : [])),
    })),
  )
  await tx.client.query(
    `UPDATE duty d SET crossed = l.crossed, next_look_at = l.next, told = d.told || l.said
    FROM unnest($1::uuid[], $2::integer[], $3::timestamptz[], $4::jsonb[]) AS l (id, crossed, next, said)
    WHERE d.id = l.id`,
    [
      looks.map(({ id }) => id),
      looks.map(({ crossed }) => crossed),
      looks.map(({ next }) => next),
      said.map((one) => JSON.stringify(one)),
    ],
  )
}
