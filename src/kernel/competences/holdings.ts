import { z } from 'zod'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { COMPETENCE_CODES, competenceName } from './competences.ts'
import { standingOn, STANDINGS, type Gained } from './rules/trn02-standing.ts'

/** How a competence of somebody stands, as it is shown. `until` is the last day on which it is or was current. */
export const standingView = z.object({
  competence: z.string(),
  name: z.string(),
  standing: z.enum(keysOf(STANDINGS)),
  until: z.string().nullable(),
})
export type StandingView = z.output<typeof standingView>

/** Something that was gained, as it is kept. Days are civil dates, moments ISO text. */
export const holdingView = z.object({
  id: z.uuid(),
  account: z.uuid(),
  competence: z.string(),
  gainedOn: z.string(),
  expiresOn: z.string(),
  course: z.string(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  withdrawn: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
})
export type HoldingView = z.output<typeof holdingView>

interface HoldingRow {
  readonly id: string
  readonly account: string
  readonly competence: string
  readonly gainedOn: CivilDate
  readonly expiresOn: CivilDate
  readonly course: string
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly withdrawnBy: string | null
  readonly withdrawnAt: Date | null
  readonly reason: string | null
}

const HOLDINGS = `SELECT h.id, h.account_id AS account, h.competence, h.gained_on::text AS "gainedOn",
    h.expires_on::text AS "expiresOn", h.course, r.name AS "recordedBy", h.recorded_at AS "recordedAt",
    w.name AS "withdrawnBy", h.withdrawn_at AS "withdrawnAt", h.withdrawn_reason AS reason
  FROM competence_holding h JOIN account r ON r.id = h.recorded_by LEFT JOIN account w ON w.id = h.withdrawn_by`

/** What somebody gained, the newest first, withdrawn ones too: as far as the reader may see it. */
export async function holdingsOf(tx: Tx, account: string): Promise<readonly HoldingView[]> {
  const sql = `${HOLDINGS} WHERE h.account_id = $1 ORDER BY h.gained_on DESC, h.recorded_at DESC, h.id`
  return rowsAs<HoldingRow>(await tx.client.query(sql, [account])).map(viewOf)
}

/** One of them, locked until the transaction ends where it is to be changed; null where the reader may not see it. */
export async function findHolding(tx: Tx, id: string, lock: '' | 'FOR UPDATE OF h' = ''): Promise<HoldingView | null> {
  const [row] = rowsAs<HoldingRow>(await tx.client.query(`${HOLDINGS} WHERE h.id = $1 ${lock}`, [id]))
  return row === undefined ? null : viewOf(row)
}

function viewOf({ withdrawnBy, withdrawnAt, reason, recordedAt, ...row }: HoldingRow): HoldingView {
  return {
    ...row,
    recordedAt: recordedAt.toISOString(),
    withdrawn:
      withdrawnBy === null || withdrawnAt === null || reason === null
        ? null
        : { by: withdrawnBy, at: withdrawnAt.toISOString(), reason },
  }
}

/** Whether the reader may see what somebody was trained in: it is they, or somebody whom they supervise or lead. */
export async function opensTrainingOf(tx: Tx, account: string): Promise<boolean> {
  if (tx.reader.account === account) return true
  return (await supervisedAmong(tx, [account])).length > 0
}

/** Of these accounts those whom the reader supervises or leads. */
export async function supervisedAmong(tx: Tx, accounts: readonly string[]): Promise<readonly string[]> {
  return rowsAs<{ id: string }>(
    await tx.client.query('SELECT DISTINCT id FROM reader_supervised() AS s (id) WHERE id = ANY ($1::uuid[])', [
      accounts,
    ]),
  ).map(({ id }) => id)
}

/** How each competence of somebody stands on the day; null where the reader may not see it. */
export async function standingsOf(tx: Tx, account: string, day: CivilDate): Promise<StandingView[] | null> {
  if (!(await opensTrainingOf(tx, account))) return null
  return standingsFrom(
    rowsAs<Gained & { readonly competence: string }>(
      await tx.client.query(
        `SELECT competence, gained_on::text AS "gainedOn", expires_on::text AS "expiresOn", withdrawn_at IS NOT NULL AS withdrawn
        FROM competence_holding WHERE account_id = $1`,
        [account],
      ),
    ),
    day,
  )
}

function standingsFrom(held: readonly (Gained & { readonly competence: string })[], day: CivilDate): StandingView[] {
  const codes = new Set<string>([...COMPETENCE_CODES, ...held.map(({ competence }) => competence)])
  return [...codes].map((competence) => ({
    competence,
    name: competenceName(competence),
    ...standingOn(
      held.filter((one) => one.competence === competence),
      day,
    ),
  }))
}
