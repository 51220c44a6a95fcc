interface Asked {
  readonly words: boolean
  readonly unit: boolean
  readonly role: boolean
}

/** Parameters: $1 day, $2 unit or null, $3 role or null, $4 whether leavers count, $5 whether only those without a post
 * count, $6 patterns that must each be found. */
const LIVE_POST = `FROM posting p WHERE p.account_id = a.id AND $1::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')`

/** No word that is found neither in what stands on the account nor in its posts. */
const EVERY_WORD = `NOT EXISTS (SELECT FROM word w WHERE concat_ws(' ', a.name, a.number, g.name) NOT ILIKE w.pattern
  AND (a.id, w.number) NOT IN (SELECT account_id, number FROM posted))`

/**
 * Whom the filter finds: a CTE `found` with id and name. Words are looked for in name, number, agency, and the posts of that
 * day with their units and the units above: so "sergeant reading" finds the sergeants of every unit under Reading. Nothing
 * is gathered that the filter does not ask for: most lists are asked for without words.
 */
export function foundPeople({ words, unit, role }: Asked): string {
  const posted = `, word AS (
    SELECT * FROM unnest($6::text[]) WITH ORDINALITY AS w (pattern, number)
  ), posted AS (
    SELECT p.account_id, w.number FROM word w JOIN posting p ON p.title ILIKE w.pattern
    WHERE $1::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
    UNION ALL
    SELECT p.account_id, w.number FROM word w JOIN path ON path.words ILIKE w.pattern JOIN posting p ON p.unit_id = path.id
    WHERE $1::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
  )`
  return `WITH RECURSIVE path AS (
    SELECT id, name AS words FROM unit WHERE parent_id IS NULL
    UNION ALL
    SELECT u.id, path.words || ' ' || u.name FROM unit u JOIN path ON u.parent_id = path.id
  ), within AS (
    SELECT id FROM unit WHERE id = $2::bigint
    UNION
    SELECT u.id FROM unit u JOIN within w ON u.parent_id = w.id
  )${words ? posted : ''}, found AS (
    SELECT a.id, a.name, a.left_at FROM account a
    ${words ? 'JOIN agency g ON g.id = a.agency_id' : ''}
    WHERE ($4::boolean OR a.left_at IS NULL)
      AND (NOT $5::boolean OR NOT EXISTS (SELECT ${LIVE_POST}))
      ${unit ? `AND EXISTS (SELECT ${LIVE_POST} AND p.unit_id IN (SELECT id FROM within))` : ''}
      AND (${role ? `EXISTS (SELECT ${LIVE_POST} AND $3::text = ANY (p.roles))` : '$3::text IS NULL'})
      AND (${words ? EVERY_WORD : '$6::text[] IS NOT NULL'})
  )`
}

/** The people of one page with their posts of that day, and how many there are in all. $7 first, $8 how many. */
export const PAGE_OF_PEOPLE = `, shown AS (
    SELECT id, count(*) OVER () AS total FROM found
    ORDER BY left_at IS NOT NULL, name, id LIMIT $8::integer OFFSET $7::integer
  )
  SELECT a.id, a.name, a.number, a.principal, g.name AS "agencyName", a.left_at IS NOT NULL AS "left", shown.total,
    coalesce(posts.list, '[]') AS posts
  FROM shown JOIN account a ON a.id = shown.id JOIN agency g ON g.id = a.agency_id LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('title', p.title, 'unit', u.id, 'unitName', u.name, 'roles', p.roles)
      ORDER BY p.starts, p.id) AS list
    FROM posting p JOIN unit u ON u.id = p.unit_id
    WHERE p.account_id = a.id AND $1::date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
  ) posts ON true
  ORDER BY a.left_at IS NOT NULL, a.name, a.id`
