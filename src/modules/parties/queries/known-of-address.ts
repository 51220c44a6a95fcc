import { z } from 'zod'
import { AREA_KIND_NAMES } from '#kernel/areas/kinds.ts'
import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export const knownOfAddress = z.object({
  party: z.int(),
  flat: z.string(),
  building: z.string(),
  number: z.string(),
  street: z.string(),
  locality: z.string(),
  town: z.string(),
  postcode: z.string().nullable(),
  uprn: z.int().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
})

/** Where it is: of the first source that has a point, the areas around it, the smallest last. */
export const whereabouts = z.object({
  areas: z
    .array(z.object({ id: z.int(), kind: z.enum(AREA_KIND_NAMES), name: z.string(), schematic: z.boolean() }))
    .readonly(),
  /** Of the smallest area of policing or of voting that it lies in, for a small map. */
  outline: z
    .custom<AreaGeometry>((value) => typeof value === 'object' && value !== null)
    .meta({ description: 'GeoJSON Polygon or MultiPolygon', type: 'object' })
    .nullable(),
})

export const neighbour = z.object({ id: z.int(), label: z.string(), flat: z.string(), residents: z.int() })

export type KnownOfAddress = z.output<typeof knownOfAddress>
export type Whereabouts = z.output<typeof whereabouts>
export type Neighbour = z.output<typeof neighbour>

export async function addressesOf(tx: Tx, ids: readonly number[]): Promise<readonly KnownOfAddress[]> {
  return rowsAs<KnownOfAddress>(
    await tx.client.query(
      `SELECT a.party_id AS party, a.flat, a.building, a.number, a.street, a.locality, a.town, a.postcode,
        a.uprn, l.longitude, l.latitude
      FROM address a LEFT JOIN location l ON l.id = a.location_id WHERE a.party_id = ANY ($1)
      ORDER BY a.location_id IS NULL, a.party_id`,
      [ids],
    ),
  )
}

const OUTLINED = ['neighbourhood', 'ward', 'local-authority', 'policing-area']

export async function whereaboutsOf(tx: Tx, ids: readonly number[]): Promise<Whereabouts> {
  const [found] = rowsAs<Whereabouts>(
    await tx.client.query(
      `WITH at AS MATERIALIZED (
        SELECT location_id FROM address WHERE party_id = ANY ($1) AND location_id IS NOT NULL ORDER BY party_id LIMIT 1
      ), around AS MATERIALIZED (
        SELECT a.id, a.kind, a.name, a.schematic FROM at JOIN location_area x USING (location_id) JOIN area a ON a.id = x.area_id
        WHERE a.valid_to IS NULL
      )
      SELECT (SELECT coalesce(jsonb_agg(to_jsonb(around) ORDER BY array_position($2::text[], kind), id), '[]') FROM around) AS areas,
        (SELECT a.boundary FROM around n JOIN area a ON a.id = n.id WHERE n.kind = ANY ($3)
          ORDER BY array_position($3::text[], n.kind) LIMIT 1) AS outline`,
      [ids, AREA_KIND_NAMES, OUTLINED],
    ),
  )
  return found ?? { areas: [], outline: null }
}

/** Other flats of the same building, with how many are known to live there now. */
export async function flatsBeside(tx: Tx, ids: readonly number[], today: string): Promise<readonly Neighbour[]> {
  return rowsAs<Neighbour>(
    await tx.client.query(
      `SELECT p.id, p.label, b.flat, (SELECT count(*)::integer FROM party_link l JOIN party o ON o.id = l.from_party
          WHERE l.to_party = p.id AND l.kind = 'lives-at' AND (l.valid_to IS NULL OR l.valid_to >= $2::date)) AS residents
      FROM address a JOIN address b ON b.postcode = a.postcode AND b.number = a.number AND b.building = a.building
        AND b.street = a.street AND b.flat <> a.flat
      JOIN party p ON p.id = b.party_id
      WHERE a.party_id = ANY ($1) AND b.party_id <> ALL ($1)
        AND p.id = (SELECT min(q.id) FROM party q WHERE q.identity_id = p.identity_id)
      GROUP BY p.id, p.label, b.flat ORDER BY length(b.flat), b.flat, p.id LIMIT 60`,
      [ids, today],
    ),
  )
}
