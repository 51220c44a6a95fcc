import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { today } from '../organisation/today.ts'
import { CLASS_NAMES, GATEWAY_NAMES, PURPOSE_NAMES } from './lists.ts'
import { inForce } from './rules/shr01-agreement-covers.ts'

/** An agreement on sharing, as it is read. Days are civil dates, the first and last included. */
export const agreementView = z.object({
  id: z.uuid(),
  title: z.string(),
  agencies: z.array(z.object({ id: z.int(), name: z.string() })),
  gateway: z.enum(GATEWAY_NAMES),
  purposes: z.array(z.enum(PURPOSE_NAMES)),
  classes: z.array(z.enum(CLASS_NAMES)),
  fromOn: z.string(),
  untilOn: z.string(),
  reviewOn: z.string(),
  /** The latest review: when, by whom and what was found. */
  reviewedAt: z.iso.datetime().nullable(),
  reviewedBy: z.string().nullable(),
  review: z.string().nullable(),
  /** Who sees to it: whoever reviewed it last, before that whoever made it. */
  owner: z.string(),
  endedAt: z.iso.datetime().nullable(),
  endedReason: z.string().nullable(),
  inForce: z.boolean(),
  version: z.int(),
})
export type Agreement = z.output<typeof agreementView>

type Row = Omit<Agreement, 'endedAt' | 'reviewedAt' | 'inForce'> & {
  readonly endedAt: Date | null
  readonly reviewedAt: Date | null
}

const SQL = `SELECT a.id, a.title, a.gateway, a.purposes, a.classes, a.from_on::text AS "fromOn", a.until_on::text AS "untilOn",
    a.review_on::text AS "reviewOn", a.reviewed_at AS "reviewedAt", v.name AS "reviewedBy", a.review,
    coalesce(v.name, m.name) AS owner, a.ended_at AS "endedAt", a.ended_reason AS "endedReason", a.version,
    (SELECT jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) ORDER BY g.name) FROM agency g WHERE g.id = ANY (a.agencies)) AS agencies
  FROM sharing_agreement a JOIN account m ON m.id = a.made_by LEFT JOIN account v ON v.id = a.reviewed_by`

function viewOf(tx: Tx, { endedAt, reviewedAt, ...row }: Row): Agreement {
  const ended = endedAt !== null
  return {
    ...row,
    endedAt: endedAt?.toISOString() ?? null,
    reviewedAt: reviewedAt?.toISOString() ?? null,
    inForce: inForce({ ...row, ended }, today(tx)),
  }
}

/** Every agreement, those that run longest first; two hundred at most. One statement. */
export async function readAgreements(tx: Tx): Promise<Agreement[]> {
  const sql = `${SQL} ORDER BY (a.ended_at IS NULL) DESC, a.until_on DESC, a.title, a.id LIMIT 200`
  return rowsAs<Row>(await tx.client.query(sql)).map((row) => viewOf(tx, row))
}

/** Throws NotFound where there is none. `lock`: until the transaction ends, to be changed or relied on. */
export async function getAgreement(tx: Tx, id: string, lock: '' | 'FOR UPDATE OF a' = ''): Promise<Agreement> {
  const [row] = rowsAs<Row>(await tx.client.query(`${SQL} WHERE a.id = $1 ${lock}`, [id]))
  if (row === undefined) throw new NotFound({ kind: 'sharing-agreement', id })
  return viewOf(tx, row)
}

/** The agencies that something may be shared with: all that exist today and are no police force. */
export async function readAgencies(tx: Tx): Promise<readonly { readonly id: number; readonly name: string }[]> {
  return rowsAs<{ id: number; name: string }>(
    await tx.client.query(
      `SELECT id, name FROM agency WHERE kind <> 'police-force' AND $1::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')
      ORDER BY name`,
      [today(tx)],
    ),
  )
}
