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

-- What has no due time is found by when it started.
CREATE INDEX duty_undated ON duty (triggered_at) WHERE due_at IS NULL;

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

-- Victims drawn by lot, of those whom a team told something in a month, to be called back: once for a team and a month, so that
-- nobody draws until the sample pleases. The seed gives the same draw again on any machine.
CREATE TABLE victim_callback_draw (
  id uuid PRIMARY KEY,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  unit_id bigint NOT NULL REFERENCES unit,
  seed bigint NOT NULL CHECK (seed >= 0),
  -- How many could have been drawn, and a hash of their ids in order.
  population integer NOT NULL CHECK (population > 0),
  population_sha256 text NOT NULL CHECK (population_sha256 ~ '^[0-9a-f]{64}$'),
  drawn uuid[] NOT NULL CHECK (cardinality(drawn) BETWEEN 1 AND population),
  drawn_by uuid NOT NULL REFERENCES account,
  drawn_at timestamptz NOT NULL,
  UNIQUE (month, unit_id)
);

-- What victims said of the service, as whoever asked them wrote it down. Open to whoever may open the victim: it has no guards of
-- its own, and its policies ask for the victim under the victim's own.
CREATE TABLE victim_feedback (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  asked_at timestamptz NOT NULL,
  asked_by uuid NOT NULL REFERENCES account,
  way text NOT NULL CHECK (way IN ('phone', 'letter', 'email', 'text', 'in-person', 'through-somebody')),
  useful text NOT NULL CHECK (useful IN ('yes', 'no', 'unsure')),
  informed text NOT NULL CHECK (informed IN ('yes', 'no', 'unsure')),
  treated text NOT NULL CHECK (treated IN ('yes', 'no', 'unsure')),
  words text CHECK (words <> '')
);
CREATE INDEX victim_feedback_victim ON victim_feedback (victim_id, asked_at DESC);

ALTER TABLE victim_callback_draw ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_feedback ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON victim_callback_draw, victim_feedback TO fp_staff;
GRANT SELECT ON victim_callback_draw, victim_feedback TO fp_service;

-- It holds ids of victims and no names: the page looks each up under the reader's own policies.
CREATE POLICY victim_callback_draw_reach ON victim_callback_draw FOR SELECT TO fp_staff USING (
  (SELECT reader_force_wide()) OR unit_id = ANY ((SELECT reader_units())::bigint[]));
CREATE POLICY victim_callback_draw_add ON victim_callback_draw FOR INSERT TO fp_staff WITH CHECK (
  drawn_by = (SELECT reader_account())
  AND (ARRAY['supervisor', 'commander', 'chief-officer'] && (SELECT reader_roles())::text[])
  AND ((SELECT reader_force_wide()) OR unit_id = ANY ((SELECT reader_units())::bigint[])));
-- What was said is counted for the force by the system; what lies in a compartment is left out, as the victim is.
CREATE POLICY victim_callback_draw_service ON victim_callback_draw FOR SELECT TO fp_service USING (true);
CREATE POLICY victim_feedback_reach ON victim_feedback FOR SELECT TO fp_staff
  USING (EXISTS (SELECT FROM victim v WHERE v.id = victim_feedback.victim_id));
CREATE POLICY victim_feedback_add ON victim_feedback FOR INSERT TO fp_staff WITH CHECK (
  asked_by = (SELECT reader_account())
  AND (ARRAY['officer', 'supervisor', 'commander', 'witness-care'] && (SELECT reader_roles())::text[])
  AND EXISTS (SELECT FROM victim v WHERE v.id = victim_feedback.victim_id));
CREATE POLICY victim_feedback_service ON victim_feedback FOR SELECT TO fp_service
  USING (EXISTS (SELECT FROM victim v WHERE v.id = victim_feedback.victim_id));
