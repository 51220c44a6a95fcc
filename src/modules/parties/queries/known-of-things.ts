import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export const knownOfVehicle = z.object({
  party: z.int(),
  mark: z.string().nullable(),
  make: z.string(),
  model: z.string(),
  colour: z.string(),
  vin: z.string().nullable(),
})
export type KnownOfVehicle = z.output<typeof knownOfVehicle>

export const knownOfPhone = z.object({ party: z.int(), number: z.string() })

export const knownOfOrganisation = z.object({
  party: z.int(),
  kind: z.string(),
  registeredNumber: z.string().nullable(),
})
export type KnownOfOrganisation = z.output<typeof knownOfOrganisation>

export async function vehiclesOf(tx: Tx, ids: readonly number[]): Promise<readonly KnownOfVehicle[]> {
  const sql =
    'SELECT party_id AS party, mark, make, model, colour, vin FROM vehicle WHERE party_id = ANY ($1) ORDER BY party_id'
  return rowsAs<KnownOfVehicle>(await tx.client.query(sql, [ids]))
}

export async function phonesOf(tx: Tx, ids: readonly number[]): Promise<readonly z.output<typeof knownOfPhone>[]> {
  const sql = 'SELECT party_id AS party, number FROM phone WHERE party_id = ANY ($1) ORDER BY party_id'
  return rowsAs<z.output<typeof knownOfPhone>>(await tx.client.query(sql, [ids]))
}

export async function organisationsOf(tx: Tx, ids: readonly number[]): Promise<readonly KnownOfOrganisation[]> {
  const sql = `SELECT party_id AS party, kind, registered_number AS "registeredNumber"
    FROM organisation WHERE party_id = ANY ($1) ORDER BY party_id`
  return rowsAs<KnownOfOrganisation>(await tx.client.query(sql, [ids]))
}
