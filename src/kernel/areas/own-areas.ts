import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { covers, type Reach } from './covers.ts'

/** The area that somebody chose for what they begin; null leaves it to their unit. Throws Invalid (`area`) for one of others. */
export function ownAreaOnly(reach: Reach, area: number | null): void {
  if (area !== null && !covers(reach, area)) throw new Invalid({ area: 'Choose an area that you work in' })
}

export const areaOptions = z.array(z.object({ value: z.string(), text: z.string() })).readonly()

/** The areas that somebody works in, to choose from. */
export async function ownAreas(tx: Tx): Promise<z.output<typeof areaOptions>> {
  const { forceWide, areas } = tx.reader
  return rowsAs<{ value: string; text: string }>(
    await tx.client.query(
      `SELECT id::text AS value, name AS text FROM area WHERE kind IN ('policing-area', 'ward', 'neighbourhood')
        AND valid_to IS NULL AND ($1 OR id = ANY ($2::bigint[])) ORDER BY kind, name, id`,
      [forceWide, areas],
    ),
  )
}
