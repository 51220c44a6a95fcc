/**
 * Whom the filter finds. Parameters: $1 day, $2 unit (those below it too) or null, $3 role or null, $4 whether those who
 * have left count, $5 patterns that must each be found in name, number, agency or a post of that day with its unit and
 * the units above it, $6 whether only those without a post count. So "sergeant reading" finds the sergeants of every unit under Reading.
 */
export const FROM_PEOPLE = `WITH RECURSIVE path AS (
    SELECT id, name AS words FROM unit WHERE parent_id IS NULL
    UNION ALL
    SELECT u.id, path.words || ' ' || u.name FROM unit u JOIN path ON u.parent_id = path.id
  ), within AS (
    SELECT id FROM unit WHERE id = $2
    UNION
    SELECT u.id FROM unit u JOIN within w ON u.parent_id = w.id
  ), now_posted AS (
    SELECT p.account_id, string_agg(p.title || ' ' || path.words, ' ') AS words,
      bool_or(p.unit_id IN (SELECT id FROM within)) AS in_unit, bool_or($3 = ANY (p.roles)) AS in_role,
      json_agg(json_build_object('title', p.title, 'unit', u.id, 'unitName', u.name, 'roles', p.roles)
        ORDER BY p.starts, p.id) AS posts
    FROM posting p JOIN unit u ON u.id = p.unit_id JOIN path ON path.id = p.unit_id
    WHERE $1::date BETWEEN p.starts AND coalesce(p.ends, 'infinity') GROUP BY p.account_id
  ), found AS (
    SELECT a.* FROM account a JOIN agency ag ON ag.id = a.agency_id LEFT JOIN now_posted n ON n.account_id = a.id
    WHERE ($4::boolean OR a.left_at IS NULL)
      AND (NOT $6::boolean OR n.account_id IS NULL)
      AND ($2::bigint IS NULL OR n.in_unit) AND ($3::text IS NULL OR n.in_role)
      AND concat_ws(' ', a.name, a.number, ag.name, n.words) ILIKE ALL ($5::text[])
  )`
