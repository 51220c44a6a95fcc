import { storeLocations } from '#kernel/locations/store-locations.ts'
import type { AreaPlacer } from '#kernel/locations/area-placer.ts'
import type { Tx } from '#platform/db/transaction.ts'

type Placed = 'addresses' | 'crimes'

/** Gives new and changed rows the location of their point, so that they lie in areas. Points that are not there yet are stored. */
export async function placeRows(tx: Tx, kind: Placed, placer: AreaPlacer): Promise<void> {
  await tx.client.query(`ALTER TABLE to_${kind} ADD location_id bigint`)
  // An address that does not say where it is stands where its postcode does, if that is known.
  if (kind === 'addresses')
    await tx.client.query(
      `UPDATE to_addresses s SET longitude = p.longitude, latitude = p.latitude FROM postcode_point p
       WHERE s.state IN ('new', 'changed') AND s.longitude IS NULL AND p.postcode = s.postcode`,
    )
  await storePoints(tx, placer, `SELECT longitude, latitude FROM to_${kind} WHERE state IN ('new', 'changed')`)
  await tx.client.query(
    `UPDATE to_${kind} s SET location_id = l.id FROM location l
     WHERE s.state IN ('new', 'changed') AND l.longitude = s.longitude AND l.latitude = s.latitude`,
  )
}

/** Keeps where postcodes are, and puts the addresses there that have no point of their own. */
export async function loadPostcodes(tx: Tx, placer: AreaPlacer): Promise<void> {
  await tx.client.query(
    `INSERT INTO postcode_point (postcode, longitude, latitude, loaded_at)
     SELECT reference, longitude, latitude, $1 FROM to_postcodes WHERE state IN ('new', 'changed')
     ON CONFLICT (postcode) DO UPDATE SET longitude = EXCLUDED.longitude, latitude = EXCLUDED.latitude, loaded_at = EXCLUDED.loaded_at`,
    [tx.now],
  )
  const unplaced = `FROM address a JOIN to_postcodes s ON s.reference = a.postcode
    WHERE a.location_id IS NULL AND s.state IN ('new', 'changed')`
  await storePoints(tx, placer, `SELECT s.longitude, s.latitude ${unplaced}`)
  await tx.client.query(
    `UPDATE address a SET location_id = l.id FROM to_postcodes s
       JOIN location l ON l.longitude = s.longitude AND l.latitude = s.latitude
     WHERE s.reference = a.postcode AND a.location_id IS NULL AND s.state IN ('new', 'changed')`,
  )
}

async function storePoints(tx: Tx, placer: AreaPlacer, points: string): Promise<void> {
  const { rows } = await tx.client.query<{ longitude: number; latitude: number }>(
    `SELECT DISTINCT longitude, latitude FROM (${points}) p WHERE longitude IS NOT NULL
       AND NOT EXISTS (SELECT FROM location l WHERE l.longitude = p.longitude AND l.latitude = p.latitude)`,
  )
  await storeLocations(
    tx,
    placer,
    rows.map(({ longitude, latitude }) => [longitude, latitude]),
  )
}
