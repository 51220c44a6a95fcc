import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** An agency as it is shown. Dates are civil dates; `validTo` null while no end is known. */
export const agencyView = z.object({
  id: z.int(),
  name: z.string(),
  kind: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  version: z.int(),
})
export type AgencyView = z.output<typeof agencyView>

const COLUMNS = ['id', 'name', 'kind', 'valid_from as validFrom', 'valid_to as validTo', 'version'] as const

export async function getAgency(tx: Tx, id: number): Promise<AgencyView> {
  const row = await tx.db.selectFrom('agency').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound({ kind: 'agency', id: String(id) })
  return row
}

/** For a change: nobody else changes it until this transaction ends. */
export async function lockAgency(tx: Tx, id: number): Promise<AgencyView> {
  const row = await tx.db.selectFrom('agency').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new NotFound({ kind: 'agency', id: String(id) })
  return row
}

export const AGENCY_TAKEN = { agency_name_key: ['name', 'An agency of this name is there already'] } as const
