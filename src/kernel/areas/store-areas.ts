import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { AREA_KINDS, type AreaKind } from './kinds.ts'
import { nestAreas } from './nest-areas.ts'
import { changeOutlines } from './placing-lock.ts'

export interface AreaToStore {
  readonly code: string
  readonly name: string
  readonly geometry: AreaGeometry | null
}

export interface AreaSet {
  readonly kind: AreaKind
  readonly areas: readonly AreaToStore[]
  /** Drawn from places and distances, not surveyed. */
  readonly schematic: boolean
  /** Whose outlines these are, with their licence's words where it asks for them. */
  readonly source: string
  /** `2016-12-31`; the kind's own default where null. */
  readonly validFrom: string | null
  /** Civil date in London on which this happens: schematic areas whose place is taken end on it. */
  readonly today: string
}

export interface AreasStored {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Schematic areas of the kind that ended because real outlines came. */
  readonly ended: number
  /** Units that are still tied to an area that ended. */
  readonly unitsOnEnded: number
}

const BATCH = 250

/**
 * Stores areas by kind and code, adding or updating; the same set again changes nothing. Real outlines end the schematic
 * areas of their kind that they do not themselves replace. Nesting is worked out again; points are not placed again here
 * (see `placeLocations`). Needs the service role.
 */
export async function storeAreas(tx: Tx, set: AreaSet): Promise<AreasStored> {
  await changeOutlines(tx)
  const known = await tx.client.query<{ code: string }>('SELECT code FROM area WHERE kind = $1', [set.kind])
  const codes = new Set(known.rows.map(({ code }) => code))
  let written = 0
  for (let i = 0; i < set.areas.length; i += BATCH) written += await upsert(tx, set, set.areas.slice(i, i + BATCH))
  const added = set.areas.filter(({ code }) => !codes.has(code)).length
  const ended = set.schematic ? [] : await endSchematic(tx, set)
  if (written > 0 || ended.length > 0) await nestAreas(tx)
  const tied = await tx.client.query<{ units: number }>('SELECT count(*) AS units FROM unit WHERE area_id = ANY ($1)', [
    ended,
  ])
  return {
    added,
    changed: written - added,
    unchanged: set.areas.length - written,
    ended: ended.length,
    unitsOnEnded: tied.rows[0]?.units ?? 0,
  }
}

async function upsert(tx: Tx, set: AreaSet, areas: readonly AreaToStore[]): Promise<number> {
  const { rowCount } = await tx.client.query(
    `INSERT INTO area AS known (kind, code, name, valid_from, boundary, schematic, source)
     SELECT $1, given.code, given.name, $2, nullif(given.geometry, 'null'::jsonb), $3, $4
     FROM jsonb_to_recordset($5) AS given (code text, name text, geometry jsonb)
     ON CONFLICT (kind, code) DO UPDATE SET name = excluded.name, valid_from = excluded.valid_from, valid_to = NULL,
       boundary = excluded.boundary, schematic = excluded.schematic, source = excluded.source, version = known.version + 1
     WHERE (known.name, known.valid_from, known.valid_to, known.boundary, known.schematic, known.source)
       IS DISTINCT FROM
       (excluded.name, excluded.valid_from, NULL::date, excluded.boundary, excluded.schematic, excluded.source)`,
    [set.kind, set.validFrom ?? AREA_KINDS[set.kind].since, set.schematic, set.source, JSON.stringify(areas)],
  )
  return rowCount ?? 0
}

async function endSchematic(tx: Tx, set: AreaSet): Promise<number[]> {
  const { rows } = await tx.client.query<{ id: number }>(
    `UPDATE area SET valid_to = greatest($2::date, valid_from), version = version + 1
     WHERE kind = $1 AND schematic AND valid_to IS NULL AND code <> ALL ($3) RETURNING id`,
    [set.kind, set.today, set.areas.map(({ code }) => code)],
  )
  return rows.map(({ id }) => id)
}
