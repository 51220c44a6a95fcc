import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** Somebody who can sign in, as they are shown. `leftAt` is an instant. */
export const accountView = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  principal: z.string(),
  agency: z.int(),
  agencyName: z.string(),
  clearance: z.string(),
  leftAt: z.iso.datetime().nullable(),
  version: z.int(),
})
export type AccountView = z.output<typeof accountView>

type AccountRow = Omit<AccountView, 'leftAt'> & { readonly leftAt: Date | null }

export async function getAccount(tx: Tx, id: string, lock: '' | 'FOR UPDATE OF a' = ''): Promise<AccountView> {
  const { rows } = await tx.client.query<AccountRow>(
    `SELECT a.id, a.name, a.number, a.principal, a.agency_id AS agency, g.name AS "agencyName", a.clearance,
      a.left_at AS "leftAt", a.version
    FROM account a JOIN agency g ON g.id = a.agency_id WHERE a.id = $1 ${lock}`,
    [id],
  )
  const row = rows[0]
  if (row === undefined) throw new NotFound({ kind: 'account', id })
  return { ...row, leftAt: row.leftAt?.toISOString() ?? null }
}

/** For a change: nobody else changes it until this transaction ends. */
export function lockAccount(tx: Tx, id: string): Promise<AccountView> {
  return getAccount(tx, id, 'FOR UPDATE OF a')
}

export const accountId = z.uuid({ error: 'This is not the reference of an account' })

export const ACCOUNT_TAKEN = {
  account_number_key: ['number', 'Somebody else has this number'],
  account_issuer_subject_key: ['subject', 'Another account signs in with this name'],
} as const
