-- How far the code for victims is kept, counted from the duties; what victims said of the service beside it.

-- Counts of the duties of the code by month and rule, made anew with the measure VC-TIMELY from the duties themselves. A row is
-- guarded as the duties are that it counts, so that whoever reads them reads their count, and nobody else; those in a
-- compartment are not counted.
CREATE TABLE victim_compliance (
  -- First day of the month in Europe/London.
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  -- Public code of the duty rule: VC09-2020-E.
  rule text NOT NULL CHECK (rule <> ''),
  area_id bigint,
  unit_id bigint,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  in_time integer NOT NULL CHECK (in_time >= 0),
  late integer NOT NULL CHECK (late >= 0),
  waived integer NOT NULL CHECK (waived >= 0),
  overdue integer NOT NULL CHECK (overdue >= 0),
  unknown integer NOT NULL CHECK (unknown >= 0),
  -- Of each that was met late, how many working days after its time.
  lateness integer[] NOT NULL DEFAULT '{}',
  CHECK (cardinality(lateness) = late)
);
CREATE UNIQUE INDEX victim_compliance_key ON victim_compliance (month, rule, area_id, unit_id, marking) NULLS NOT DISTINCT;

ALTER TABLE victim_compliance ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON victim_compliance TO fp_staff;
GRANT SELECT, INSERT, DELETE ON victim_compliance TO fp_service;
CREATE POLICY victim_compliance_reach ON victim_compliance FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])));
CREATE POLICY victim_compliance_service ON victim_compliance TO fp_service USING (true);
