-- Whose areas a posting reaches, as before: written so that it is planned as one with the statement that asks, which each page does.
CREATE OR REPLACE FUNCTION reach_areas(start bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  WITH own AS (SELECT u.area_id FROM reach_units(start) AS r (id) JOIN unit u ON u.id = r.id WHERE u.area_id IS NOT NULL)
  SELECT own.area_id FROM own
  UNION
  SELECT n.inner_area FROM own
    JOIN area_nesting n ON n.outer_area = own.area_id
    JOIN area a ON a.id = n.inner_area AND a.kind IN ('policing-area', 'local-authority', 'ward', 'neighbourhood')
$$;
