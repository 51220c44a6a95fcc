/** The policing area of each area: its own, or that around it. A part of a WITH, by the name `policing (id, policing)`. */
export const POLICING = `policing AS (SELECT a.id, a.id AS policing FROM area a WHERE a.kind = 'policing-area'
  UNION SELECT n.inner_area, max(n.outer_area) FROM area_nesting n
    JOIN area o ON o.id = n.outer_area AND o.kind = 'policing-area'
    JOIN area i ON i.id = n.inner_area AND i.kind <> 'policing-area' GROUP BY n.inner_area)`
