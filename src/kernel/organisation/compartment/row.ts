import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { Forbidden, Invalid, NotFound } from '#platform/errors/errors.ts'

export const compartmentView = z.object({
  id: z.int(),
  name: z.string(),
  existenceShows: z.boolean(),
  custodian: z.string(),
  custodianName: z.string(),
  version: z.int(),
})
export type CompartmentView = z.output<typeof compartmentView>

export const COMPARTMENT_COLUMNS = `c.id, c.name, c.existence_shows AS "existenceShows", c.custodian,
  a.name AS "custodianName", c.version`

export async function getCompartment(tx: Tx, id: number): Promise<CompartmentView> {
  const { rows } = await tx.client.query<CompartmentView>(
    `SELECT ${COMPARTMENT_COLUMNS} FROM compartment c JOIN account a ON a.id = c.custodian WHERE c.id = $1`,
    [id],
  )
  const row = rows[0]
  if (row === undefined) throw new NotFound({ kind: 'compartment', id: String(id) })
  return row
}

/** For a change by its custodian. Throws Forbidden for anybody else who may know of it. */
export async function lockAsCustodian(tx: Tx, id: number): Promise<CompartmentView> {
  await getCompartment(tx, id)
  await tx.client.query('SELECT FROM compartment WHERE id = $1 FOR UPDATE', [id])
  const compartment = await getCompartment(tx, id)
  if (compartment.custodian !== tx.reader.account)
    throw new Forbidden('Only the custodian of a compartment changes it.')
  return compartment
}

/** Somebody who has not left, by their collar or staff number. Throws Invalid, said at the field, when there is none. */
export async function personByNumber(tx: Tx, number: string, field: string) {
  const person = await tx.db
    .selectFrom('account')
    .select(['id', 'name', 'principal'])
    .where('number', '=', number)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (person === undefined) throw new Invalid({ [field]: 'Nobody here has this number. Look it up under People.' })
  return person
}

/** One neutral message: that a name is taken must not tell of a compartment that is hidden. */
export const COMPARTMENT_TAKEN = {
  compartment_name_key: ['name', 'This name cannot be used. Choose another.'],
} as const
