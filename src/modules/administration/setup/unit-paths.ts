import type pg from 'pg'

/** A unit by its code; `parent` is the code of the unit above. */
export interface KnownUnit {
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly agency_id: number
  readonly area_id: number | null
  readonly valid_from: string
  readonly valid_to: string | null
}

export async function knownUnits(client: pg.ClientBase): Promise<(KnownUnit & { readonly id: number })[]> {
  const { rows } = await client.query<KnownUnit & { id: number }>(
    `SELECT u.id, u.code, u.name, p.code AS parent, u.agency_id, u.area_id, u.valid_from, u.valid_to
    FROM unit u LEFT JOIN unit p ON p.id = u.parent_id`,
  )
  return rows
}

/** The codes of the units above, nearest first. Stops where a ring closes, so that a file with one is answered in words. */
export function aboveOf(code: string, units: ReadonlyMap<string, KnownUnit>): string[] {
  const above: string[] = []
  let next = units.get(code)?.parent ?? null
  while (next !== null && !above.includes(next)) {
    above.push(next)
    next = units.get(next)?.parent ?? null
  }
  return above
}
