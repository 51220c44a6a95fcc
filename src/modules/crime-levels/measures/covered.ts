import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { areasOfKind } from '#kernel/areas/areas.ts'
import type { AreaKind } from '#kernel/areas/kinds.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { findLoaded, type Loaded } from '../queries/loaded.ts'

/** What a measure of this module is computed over. */
export interface Covered {
  readonly loaded: Loaded
  /** Months of the own force that are over and loaded, of those asked for. */
  readonly months: readonly CivilMonth[]
  /** Ids of the areas that it is broken down by. */
  readonly areas: readonly number[]
  readonly sourceAt: Date | null
}

/** Data.police.uk publishes a month about two months later. */
export const AVAILABLE_AFTER = 2

/** Those who answer for an area: a force's own policing areas, or the districts where none were imported. */
const BROKEN_DOWN_BY = ['policing-area', 'local-authority'] as const satisfies readonly AreaKind[]

export async function coveredMonths(tx: Tx, from: CivilMonth, to: CivilMonth): Promise<Covered> {
  const loaded = await findLoaded(tx, null)
  const months = loaded.months.filter((month) => month >= from && month <= to)
  const kind = BROKEN_DOWN_BY.find((name) => loaded.kinds.includes(name))
  const areas = kind === undefined ? [] : await areasOfKind(tx, kind)
  return { loaded, months, areas: areas.map(({ id }) => id), sourceAt: await loadedAt(tx, loaded) }
}

/** The last month of the own force that is over and loaded. */
export async function lastLoadedMonth(tx: Tx): Promise<CivilMonth | null> {
  return (await findLoaded(tx, null)).months.at(-1) ?? null
}

/** When the latest rows came: of a street file its import, of others when their last month was known. */
async function loadedAt(tx: Tx, { publisher, source, months, importedAt }: Loaded): Promise<Date | null> {
  if (source === 'street' && importedAt !== null) return new Date(importedAt)
  const last = months.at(-1)
  if (last === undefined) return null
  const rows = rowsAs<{ at: Date | null }>(
    await tx.client.query(
      `SELECT max(known_at) AS at FROM occurrence WHERE publisher = $1 AND source = $2 AND month = ($3 || '-01')::date`,
      [publisher, source, last],
    ),
  )
  return rows[0]?.at ?? null
}
