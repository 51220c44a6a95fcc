-- What a plan is evaluated by: chosen by a person, counted anew from the occurrences whenever it is read. No count is kept.

CREATE TABLE problem_evaluation (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES problem_plan,
  -- From 1 within its plan. One that was chosen is never changed: another follows on it.
  version integer NOT NULL CHECK (version > 0),
  previous_id uuid UNIQUE REFERENCES problem_evaluation,
  -- What is counted: codes of kernel/occurrences.
  categories text[] NOT NULL CHECK (cardinality(categories) > 0),
  -- Ids of areas, all of one kind, none in two of the three. No foreign keys: areas end and are never deleted.
  treated bigint[] NOT NULL CHECK (cardinality(treated) > 0),
  comparison bigint[] NOT NULL,
  ring bigint[] NOT NULL,
  -- First and last days, both included.
  before_from date NOT NULL,
  before_to date NOT NULL CHECK (before_to >= before_from),
  after_from date NOT NULL CHECK (after_from > before_to),
  after_to date NOT NULL CHECK (after_to >= after_from),
  -- Why these areas and these times.
  reason text NOT NULL CHECK (reason <> ''),
  chosen_by uuid NOT NULL REFERENCES account,
  chosen_at timestamptz NOT NULL,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  UNIQUE (plan_id, version),
  CHECK ((version = 1) = (previous_id IS NULL)),
  CHECK (NOT (treated && comparison OR treated && ring OR comparison && ring))
);
COMMENT ON TABLE problem_evaluation IS 'A definition, and no result: what came of it is counted as its reader, who may see fewer rows than another.';

ALTER TABLE problem_evaluation ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON problem_evaluation TO fp_staff;
GRANT UPDATE (area_id, unit_id, owner_id, marking, compartment_id) ON problem_evaluation TO fp_staff;
GRANT SELECT ON problem_evaluation TO fp_service;

CREATE POLICY problem_evaluation_reach ON problem_evaluation FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR plan_id = (SELECT reader_handing_on())));
CREATE POLICY problem_evaluation_add ON problem_evaluation FOR INSERT TO fp_staff WITH CHECK (
    chosen_by = (SELECT reader_account())
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_evaluation_change ON problem_evaluation FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_evaluation_service ON problem_evaluation FOR SELECT TO fp_service USING (compartment_id IS NULL);
