import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { POWERS } from '#kernel/antisocial-behaviour/powers.ts'

/** A power of the case, by id. */
export const powerField = z.uuid({ error: 'Choose the power from the list' })

/** One of the case that still runs. Throws Invalid. */
export async function runningPower(tx: Tx, of: string, power: string) {
  const [row] = rowsAs<{ power: keyof typeof POWERS; breaches: number }>(
    await tx.client.query('SELECT power, breaches FROM asb_power WHERE id = $1 AND case_id = $2 AND ended_on IS NULL', [
      power,
      of,
    ]),
  )
  if (row === undefined) throw new Invalid({ power: 'Choose a power that still runs' })
  return row
}
