import { asGate } from '#platform/db/gate.ts'
import type { Store } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** Which force this is. */
export interface Installation {
  readonly forceName: string
  /** The publisher of this force's own open data: `thames-valley`. */
  readonly publisher: string
  /** Every person and incident in it is made up. */
  readonly demonstration: boolean
}

/** The installation, or null on a database that has been migrated and not set up. */
export async function findInstallation(store: Store): Promise<Installation | null> {
  return asGate(store, async (client) => {
    const rows = rowsAs<{ force_name: string; publisher: string; demonstration: boolean }>(
      await client.query('SELECT force_name, publisher, demonstration FROM installation'),
    )
    const row = rows[0]
    return row === undefined
      ? null
      : { forceName: row.force_name, publisher: row.publisher, demonstration: row.demonstration }
  })
}
