-- Measures: the definitions are data in code, with a code and a version. Here are their values: published ones, computed for
-- the whole force by the system, small numbers suppressed where they are shown; and frozen ones, as somebody relied on them.

CREATE TABLE measure_value (
  measure text NOT NULL CHECK (measure <> ''),
  version integer NOT NULL,
  -- First day of the month in Europe/London.
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  -- Both null: the whole force.
  area_id bigint,
  unit_id bigint,
  numerator double precision NOT NULL,
  -- Null for a count.
  denominator double precision CHECK (denominator >= 0),
  -- How many could not be said to count or not.
  unknown double precision NOT NULL DEFAULT 0 CHECK (unknown >= 0),
  -- When the rows that it was computed from were last loaded, and when it was computed.
  source_at timestamptz,
  computed_at timestamptz NOT NULL,
  CHECK (area_id IS NULL OR unit_id IS NULL)
);
CREATE UNIQUE INDEX measure_value_key ON measure_value (measure, version, month, area_id, unit_id) NULLS NOT DISTINCT;
CREATE INDEX measure_value_area ON measure_value (measure, area_id, month) WHERE area_id IS NOT NULL;
CREATE INDEX measure_value_unit ON measure_value (measure, unit_id, month) WHERE unit_id IS NOT NULL;

CREATE TABLE measure_snapshot (
  id uuid PRIMARY KEY,
  measure text NOT NULL,
  version integer NOT NULL,
  month date NOT NULL,
  numerator double precision NOT NULL,
  denominator double precision,
  unknown double precision NOT NULL,
  source_at timestamptz,
  computed_at timestamptz NOT NULL,
  frozen_at timestamptz NOT NULL,
  frozen_by uuid NOT NULL REFERENCES account,
  -- What it was frozen for: `evidence-pack`, `finding`.
  purpose text NOT NULL CHECK (purpose <> ''),
  subject_id text
);
CREATE INDEX measure_snapshot_measure ON measure_snapshot (measure, frozen_at DESC);
COMMENT ON TABLE measure_snapshot IS 'A figure as somebody relied on it: never changed, even when the measure is computed again.';

ALTER TABLE evidence ADD FOREIGN KEY (snapshot_id) REFERENCES measure_snapshot;

ALTER TABLE measure_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE measure_snapshot ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON measure_value TO fp_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON measure_value TO fp_service;
GRANT SELECT, INSERT ON measure_snapshot TO fp_staff, fp_service;

CREATE POLICY measure_value_force ON measure_value FOR SELECT TO fp_staff USING (true);
CREATE POLICY measure_value_service ON measure_value TO fp_service USING (true);
CREATE POLICY measure_snapshot_force ON measure_snapshot FOR SELECT TO fp_staff USING (true);
CREATE POLICY measure_snapshot_freeze ON measure_snapshot FOR INSERT TO fp_staff WITH CHECK (frozen_by = (SELECT reader_account()));
CREATE POLICY measure_snapshot_service ON measure_snapshot TO fp_service USING (true);
