import type { Client } from 'pg'

/** The places and bodies of the small force that tests are told in. Two policing areas, two wards in each. */
export interface Organisation {
  readonly agencies: { readonly force: number; readonly council: number }
  readonly areas: Readonly<Record<AreaName, number>>
  readonly units: Readonly<Record<UnitName, number>>
}

export const AREAS = {
  force: { kind: 'force', code: 'F', name: 'Vale', inside: [] },
  A: { kind: 'policing-area', code: 'A', name: 'Ashford', inside: ['force'] },
  A1: { kind: 'ward', code: 'A1', name: 'Abbey', inside: ['A', 'force'] },
  A2: { kind: 'ward', code: 'A2', name: 'Alder', inside: ['A', 'force'] },
  B: { kind: 'policing-area', code: 'B', name: 'Barton', inside: ['force'] },
  B1: { kind: 'ward', code: 'B1', name: 'Beech', inside: ['B', 'force'] },
  B2: { kind: 'ward', code: 'B2', name: 'Brook', inside: ['B', 'force'] },
} as const satisfies Record<string, { kind: string; code: string; name: string; inside: readonly string[] }>

export type AreaName = keyof typeof AREAS

export const UNITS = {
  force: { name: 'Headquarters', agency: 'force', parent: null, area: 'force' },
  A: { name: 'Ashford', agency: 'force', parent: 'force', area: 'A' },
  teamA: { name: 'Abbey neighbourhoods', agency: 'force', parent: 'A', area: 'A1' },
  B: { name: 'Barton', agency: 'force', parent: 'force', area: 'B' },
  teamB: { name: 'Beech neighbourhoods', agency: 'force', parent: 'B', area: 'B1' },
  desk: { name: 'Intelligence desk', agency: 'force', parent: null, area: null },
  council: { name: 'Community safety', agency: 'council', parent: null, area: null },
} as const satisfies Record<
  string,
  { name: string; agency: 'force' | 'council'; parent: string | null; area: AreaName | null }
>

export type UnitName = keyof typeof UNITS

/** Inserts them as the owner, empty database assumed. */
export async function insertOrganisation(owner: Client, since: string): Promise<Organisation> {
  await owner.query(
    `INSERT INTO installation (force_name, publisher, demonstration, created_at) VALUES ('Vale', 'vale', true, $1)`,
    [since],
  )
  const agencies = {
    force: await insertAgency(owner, 'Vale Police', 'police-force', since),
    council: await insertAgency(owner, 'Ashford Council', 'local-authority', since),
  }
  const areas = new Map<string, number>()
  for (const [name, area] of Object.entries(AREAS)) {
    const row = [area.kind, area.code, area.name, since]
    const sql = 'INSERT INTO area (kind, code, name, valid_from) VALUES ($1, $2, $3, $4) RETURNING id'
    areas.set(name, await idOf(owner, sql, row))
    for (const outer of area.inside)
      await owner.query('INSERT INTO area_nesting VALUES ($1, $2)', [areas.get(name), areas.get(outer)])
  }
  const units = new Map<string, number>()
  for (const [name, unit] of Object.entries(UNITS)) {
    const row = [
      agencies[unit.agency],
      units.get(unit.parent ?? ''),
      areas.get(unit.area ?? ''),
      name,
      unit.name,
      since,
    ]
    const sql = `INSERT INTO unit (agency_id, parent_id, area_id, code, name, valid_from)
      VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`
    units.set(name, await idOf(owner, sql, row))
  }
  return { agencies, areas: namedAs(AREAS, areas), units: namedAs(UNITS, units) }
}

async function insertAgency(owner: Client, name: string, kind: string, since: string): Promise<number> {
  const sql = 'INSERT INTO agency (name, kind, valid_from) VALUES ($1, $2, $3) RETURNING id'
  return idOf(owner, sql, [name, kind, since])
}

export async function idOf<Id = number>(owner: Client, sql: string, values: readonly unknown[]): Promise<Id> {
  const { rows } = await owner.query<{ id: Id }>(sql, [...values])
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`No id came of: ${sql}`)
  return id
}

function namedAs<Name extends string>(list: Record<Name, unknown>, ids: ReadonlyMap<string, number>) {
  const entries = (Object.keys(list) as Name[]).map((name): [Name, number] => [name, ids.get(name) ?? 0])
  return Object.fromEntries(entries) as Record<Name, number>
}
