import type { World } from '../world/world.ts'

export const PEOPLE = 11_500
export const TEAMS = 300

/** The accounts of a whole force and its partners, each with one posting, in 300 teams. */
export async function fillWithPeople(world: World): Promise<void> {
  const { agencies, areas } = world
  await world.owner(
    `INSERT INTO unit (agency_id, parent_id, area_id, code, name, valid_from)
    SELECT $1, NULL, CASE WHEN n % 3 = 0 THEN $2::bigint ELSE $3::bigint END, 'T' || n, 'Team ' || n, '2016-04-01'
    FROM generate_series(1, ${TEAMS}) AS n`,
    [agencies.force, areas.A1, areas.B1],
  )
  await world.owner(
    `INSERT INTO account (id, issuer, subject, principal, agency_id, name, number)
    SELECT gen_random_uuid(), 'urn:benchmark', 'b' || n, 'staff', $1,
      (ARRAY['PC', 'PS', 'DC', 'Mr', 'Ms'])[1 + n % 5] || ' ' ||
      (ARRAY['Abbot', 'Baker', 'Carter', 'Dyer', 'Ellis', 'Fisher', 'Glover', 'Hale', 'Irving', 'Joiner'])[1 + n % 10] || ' ' || n,
      'B' || n
    FROM generate_series(1, ${PEOPLE}) AS n`,
    [agencies.force],
  )
  await world.owner(
    `INSERT INTO posting (account_id, unit_id, title, roles, starts)
    SELECT a.id, u.id, 'Constable, ' || u.name, '{officer}', '2016-04-01'
    FROM (SELECT id, row_number() OVER (ORDER BY subject) AS n FROM account WHERE issuer = 'urn:benchmark') AS a
      JOIN (SELECT id, name, row_number() OVER (ORDER BY code) AS n FROM unit WHERE code LIKE 'T%') AS u
        ON u.n = 1 + a.n % ${TEAMS}`,
  )
}
