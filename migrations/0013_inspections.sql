-- Inspection reports, their findings to closure, the force's own judgement, and what an inspector was shown.

CREATE TABLE inspection (
  id uuid PRIMARY KEY,
  force_name text NOT NULL CHECK (force_name <> ''),
  year integer NOT NULL CHECK (year BETWEEN 2014 AND 2100),
  pillar text NOT NULL CHECK (pillar <> ''),
  -- Code of the framework: `PEEL2016`.
  framework text NOT NULL,
  -- The grade of the pillar as a whole, where the report gives one on a line of its own.
  grade text,
  published_on date,
  imported_by uuid NOT NULL REFERENCES account,
  imported_at timestamptz NOT NULL,
  UNIQUE (force_name, year, pillar)
);

-- Every text that was imported as this report, the first and each mended copy of it, so that what was made of it can be
-- checked again.
CREATE TABLE inspection_copy (
  inspection_id uuid NOT NULL REFERENCES inspection,
  report text NOT NULL,
  report_sha256 text NOT NULL CHECK (report_sha256 ~ '^[0-9a-f]{64}$'),
  imported_by uuid NOT NULL REFERENCES account,
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (inspection_id, report_sha256)
);

CREATE TABLE inspection_question (
  inspection_id uuid NOT NULL REFERENCES inspection,
  number integer NOT NULL CHECK (number > 0),
  -- Code of the framework's question, where the heading is one of it: `PEEL2016/E1`.
  code text,
  title text NOT NULL CHECK (title <> ''),
  grade text CHECK (grade IN ('outstanding', 'good', 'adequate', 'requires improvement', 'inadequate')),
  -- The year of the inspection whose grade still stands.
  carried_over_from integer,
  narrative text[] NOT NULL,
  PRIMARY KEY (inspection_id, number)
);

CREATE TABLE finding (
  id uuid PRIMARY KEY REFERENCES record,
  inspection_id uuid NOT NULL REFERENCES inspection,
  question_number integer NOT NULL,
  -- Its place in the report: 1 is the first finding of the whole report; null for what a person added from a candidate.
  position integer,
  kind text NOT NULL CHECK (kind IN ('afi', 'cause-of-concern', 'recommendation', 'observation', 'assertion')),
  text text NOT NULL CHECK (text <> ''),
  -- The sentence of the report that leads into its list: "The force should immediately:".
  lead_in text,
  -- An accelerated cause of concern.
  urgent boolean NOT NULL DEFAULT false,
  due date,
  -- The words of the report that the due was read from: "no later than September 2017".
  due_words text,
  -- A recommendation's cause of concern.
  parent_id uuid REFERENCES finding,
  -- The inspectorate's own state, which only the inspectorate changes: kept here as its tracker says it.
  inspectorate_status text NOT NULL CHECK (inspectorate_status IN ('awaiting-review', 'being-progressed', 'complete')),
  -- What the force answered: accepts it, in part, or not, with why.
  answer text CHECK (answer IN ('accepted', 'partly', 'declined')),
  answer_reason text,
  -- "Not yet measurable": somebody looked, and no measure can be computed. Null while nobody has said so.
  unmeasurable_reason text,
  -- What guards the record, once more on this row.
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  FOREIGN KEY (inspection_id, question_number) REFERENCES inspection_question,
  CHECK (answer IS NULL OR answer = 'accepted' OR answer_reason IS NOT NULL)
);
CREATE INDEX finding_inspection ON finding (inspection_id, question_number, position);
CREATE INDEX finding_parent ON finding (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE finding_measure (
  finding_id uuid NOT NULL REFERENCES finding,
  -- Code of the measure.
  measure text NOT NULL,
  -- Holds while the figure is at least (or at most) this much, for so many months on end.
  target double precision NOT NULL,
  direction text NOT NULL CHECK (direction IN ('at-least', 'at-most')),
  hold_months integer NOT NULL CHECK (hold_months BETWEEN 1 AND 60),
  linked_by uuid NOT NULL REFERENCES account,
  linked_at timestamptz NOT NULL,
  unlinked_at timestamptz,
  unlinked_by uuid REFERENCES account,
  unlinked_reason text,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  PRIMARY KEY (finding_id, measure, linked_at),
  CHECK ((unlinked_at IS NULL) = (unlinked_by IS NULL) AND (unlinked_at IS NULL) = (unlinked_reason IS NULL))
);

-- "It is met": who said so, and whether the measures held when they did. A claim against the measure stays one for ever.
CREATE TABLE finding_claim (
  id uuid PRIMARY KEY,
  finding_id uuid NOT NULL REFERENCES finding,
  claimed_by uuid NOT NULL REFERENCES account,
  claimed_at timestamptz NOT NULL,
  held boolean NOT NULL,
  -- Rank and reason: needed where a measure did not hold, there was none, or evidence was stale.
  rank text,
  reason text,
  -- What the measures and the evidence stood at, in words, as shown to whoever claimed it.
  shown text NOT NULL CHECK (shown <> ''),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (held OR (rank IS NOT NULL AND reason IS NOT NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX finding_claim_finding ON finding_claim (finding_id, claimed_at DESC);

-- What the inspectorate's tracker says, dated: these live for years.
CREATE TABLE tracker_entry (
  id uuid PRIMARY KEY,
  finding_id uuid REFERENCES finding,
  -- A national recommendation has a copy for each force, each with its own number: `8733`.
  copy_id uuid,
  on_date date NOT NULL,
  status text NOT NULL CHECK (status IN ('awaiting-review', 'being-progressed', 'complete', 'comment')),
  words text NOT NULL DEFAULT '',
  -- Null for what the command line brought in.
  entered_by uuid REFERENCES account,
  entered_at timestamptz NOT NULL,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (num_nonnulls(finding_id, copy_id) = 1)
);
CREATE INDEX tracker_entry_finding ON tracker_entry (finding_id, on_date);
-- A tracker that is imported again adds nothing that is there.
CREATE UNIQUE INDEX tracker_entry_copy ON tracker_entry (copy_id, on_date, status, md5(words)) WHERE copy_id IS NOT NULL;

CREATE TABLE national_recommendation (
  id uuid PRIMARY KEY,
  title text NOT NULL UNIQUE CHECK (title <> ''),
  text text NOT NULL CHECK (text <> ''),
  raised_on date NOT NULL,
  due date,
  -- Null for what the command line brought in.
  entered_by uuid REFERENCES account,
  entered_at timestamptz NOT NULL
);
CREATE TABLE national_copy (
  id uuid PRIMARY KEY,
  recommendation_id uuid NOT NULL REFERENCES national_recommendation,
  force_name text NOT NULL CHECK (force_name <> ''),
  -- The inspectorate's own number of it.
  tracker_number text UNIQUE,
  -- What the tracker calls it: "cause of concern, recommendation 5".
  kind text NOT NULL DEFAULT '',
  -- This force's own finding, where it is this force's copy.
  finding_id uuid REFERENCES finding,
  UNIQUE (recommendation_id, force_name)
);
ALTER TABLE tracker_entry ADD FOREIGN KEY (copy_id) REFERENCES national_copy;

-- A judgement on a question or a diagnostic, by a named person; every one is kept. Grades are people's.
CREATE TABLE judgement (
  id uuid PRIMARY KEY,
  -- `PEEL2016/E1`, `PEEL2016/E1.2`
  question text NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  grade text CHECK (grade IN ('outstanding', 'good', 'adequate', 'requires improvement', 'inadequate')),
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz NOT NULL,
  version integer NOT NULL,
  UNIQUE (question, version)
);

-- What the force says of itself on a question: a strength, or a gap that it discloses itself.
CREATE TABLE self_statement (
  id uuid PRIMARY KEY,
  question text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('strength', 'gap')),
  text text NOT NULL CHECK (text <> ''),
  evidence_id uuid REFERENCES evidence,
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz NOT NULL,
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  withdrawn_at timestamptz,
  withdrawn_by uuid REFERENCES account,
  withdrawn_reason text,
  version integer NOT NULL DEFAULT 1,
  CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_reason) IN (0, 3))
);
CREATE INDEX self_statement_question ON self_statement (question, made_at);

-- A sample drawn in front of an inspector: the seed makes it repeatable, the list is what was drawn.
CREATE TABLE inspector_sample (
  id uuid PRIMARY KEY,
  measure text NOT NULL,
  month date NOT NULL,
  seed bigint NOT NULL,
  population integer NOT NULL CHECK (population >= 0),
  drawn text[] NOT NULL,
  drawn_by uuid NOT NULL REFERENCES account,
  drawn_at timestamptz NOT NULL
);
CREATE INDEX inspector_sample_person ON inspector_sample (drawn_by, drawn_at DESC);

-- An inspector's visit: from when to when their role opens anything, and who asked them in. Their postings end on days;
-- this ends to the minute.
CREATE TABLE inspector_visit (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  purpose text NOT NULL CHECK (purpose <> ''),
  -- The moment at which what they see was frozen; null for live.
  frozen_at timestamptz,
  invited_by uuid NOT NULL REFERENCES account,
  invited_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX inspector_visit_account ON inspector_visit (account_id, starts_at DESC);

ALTER TABLE inspection ENABLE ROW LEVEL SECURITY;
ALTER TABLE inspection_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE inspection_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding_measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE tracker_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE national_recommendation ENABLE ROW LEVEL SECURITY;
ALTER TABLE national_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE judgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE self_statement ENABLE ROW LEVEL SECURITY;
ALTER TABLE inspector_sample ENABLE ROW LEVEL SECURITY;
ALTER TABLE inspector_visit ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON inspection, inspection_copy, inspection_question, finding, finding_measure, finding_claim, tracker_entry, national_recommendation, national_copy, judgement, self_statement, inspector_sample, inspector_visit TO fp_staff;
GRANT SELECT ON inspection, inspection_copy, inspection_question, finding, finding_measure, finding_claim, tracker_entry, national_recommendation, national_copy, judgement, self_statement, inspector_sample, inspector_visit TO fp_service;
-- A mended copy may bring a grade that the first left out.
GRANT UPDATE (grade) ON inspection, inspection_question TO fp_staff;
GRANT UPDATE (finding_id) ON national_copy TO fp_staff;
-- Trackers are public: the command line brings them in.
GRANT INSERT ON national_recommendation, national_copy, tracker_entry TO fp_service;
GRANT UPDATE (due, inspectorate_status, answer, answer_reason, unmeasurable_reason, area_id, unit_id, owner_id, marking,
  compartment_id) ON finding TO fp_staff;
GRANT UPDATE (unlinked_at, unlinked_by, unlinked_reason, area_id, unit_id, owner_id, marking, compartment_id)
  ON finding_measure TO fp_staff;
GRANT UPDATE (withdrawn_at, withdrawn_reason, area_id, unit_id, owner_id, marking, compartment_id) ON finding_claim TO fp_staff;
GRANT UPDATE (area_id, unit_id, owner_id, marking, compartment_id) ON tracker_entry TO fp_staff;
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawn_reason, version) ON self_statement TO fp_staff;
GRANT UPDATE (ended_at, ends_at, version) ON inspector_visit TO fp_staff;
GRANT SELECT ON inspector_visit TO fp_gate;

-- A published report is open to the whole force; what is made of it is guarded like any record.
CREATE POLICY inspection_force ON inspection FOR SELECT TO fp_staff USING (true);
CREATE POLICY inspection_copy_force ON inspection_copy FOR SELECT TO fp_staff USING (true);
CREATE POLICY inspection_question_force ON inspection_question FOR SELECT TO fp_staff USING (true);
CREATE POLICY national_recommendation_force ON national_recommendation FOR SELECT TO fp_staff USING (true);
CREATE POLICY national_copy_force ON national_copy FOR SELECT TO fp_staff USING (true);
CREATE POLICY judgement_force ON judgement FOR SELECT TO fp_staff USING (true);
CREATE POLICY inspection_add ON inspection FOR INSERT TO fp_staff WITH CHECK (
  imported_by = (SELECT reader_account()) AND (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY inspection_copy_add ON inspection_copy FOR INSERT TO fp_staff WITH CHECK (
  imported_by = (SELECT reader_account()) AND (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY inspection_question_add ON inspection_question FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY inspection_mend ON inspection FOR UPDATE TO fp_staff USING (
  (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY inspection_question_mend ON inspection_question FOR UPDATE TO fp_staff USING (
  (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY national_copy_link ON national_copy FOR UPDATE TO fp_staff USING (
  (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY national_recommendation_add ON national_recommendation FOR INSERT TO fp_staff WITH CHECK (
  entered_by = (SELECT reader_account()) AND (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY national_copy_add ON national_copy FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY judgement_add ON judgement FOR INSERT TO fp_staff WITH CHECK (
  made_by = (SELECT reader_account()) AND (ARRAY['inspection-lead', 'chief-officer', 'commander'] && (SELECT reader_roles())::text[]));

CREATE POLICY finding_reach ON finding FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR id = (SELECT reader_handing_on())));
CREATE POLICY finding_add ON finding FOR INSERT TO fp_staff WITH CHECK (
    (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[])
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY finding_change ON finding FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY finding_measure_reach ON finding_measure FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR finding_id = (SELECT reader_handing_on())));
CREATE POLICY finding_measure_add ON finding_measure FOR INSERT TO fp_staff WITH CHECK (
    linked_by = (SELECT reader_account())
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY finding_measure_change ON finding_measure FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY finding_claim_reach ON finding_claim FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR finding_id = (SELECT reader_handing_on())));
CREATE POLICY finding_claim_add ON finding_claim FOR INSERT TO fp_staff WITH CHECK (
    claimed_by = (SELECT reader_account())
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY finding_claim_change ON finding_claim FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY tracker_entry_reach ON tracker_entry FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR finding_id = (SELECT reader_handing_on())));
CREATE POLICY tracker_entry_add ON tracker_entry FOR INSERT TO fp_staff WITH CHECK (
    entered_by = (SELECT reader_account())
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY tracker_entry_change ON tracker_entry FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));

CREATE POLICY self_statement_marking ON self_statement FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[]));
CREATE POLICY self_statement_add ON self_statement FOR INSERT TO fp_staff
  WITH CHECK (made_by = (SELECT reader_account()) AND marking = ANY ((SELECT reader_markings())::text[])
    AND ARRAY['inspection-lead', 'chief-officer', 'commander'] && (SELECT reader_roles())::text[]);
CREATE POLICY self_statement_withdraw ON self_statement FOR UPDATE TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND ARRAY['inspection-lead', 'chief-officer', 'commander'] && (SELECT reader_roles())::text[]);

-- What an inspector drew is theirs, and the force's own leads and auditors see what they were shown.
CREATE POLICY inspector_sample_see ON inspector_sample FOR SELECT TO fp_staff
  USING (drawn_by = (SELECT reader_account())
    OR ARRAY['inspection-lead', 'chief-officer', 'auditor'] && (SELECT reader_roles())::text[]);
CREATE POLICY inspector_sample_draw ON inspector_sample FOR INSERT TO fp_staff WITH CHECK (drawn_by = (SELECT reader_account()));
CREATE POLICY inspector_visit_see ON inspector_visit FOR SELECT TO fp_staff
  USING (account_id = (SELECT reader_account())
    OR ARRAY['inspection-lead', 'chief-officer', 'auditor'] && (SELECT reader_roles())::text[]);
CREATE POLICY inspector_visit_gate ON inspector_visit FOR SELECT TO fp_gate USING (true);
CREATE POLICY inspector_visit_invite ON inspector_visit FOR INSERT TO fp_staff
  WITH CHECK (invited_by = (SELECT reader_account()) AND (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[]) AND account_id <> (SELECT reader_account()));
CREATE POLICY inspector_visit_end ON inspector_visit FOR UPDATE TO fp_staff USING (ARRAY['inspection-lead', 'chief-officer'] && (SELECT reader_roles())::text[]);

-- The system computes over what is in no compartment.
CREATE POLICY inspection_service ON inspection FOR SELECT TO fp_service USING (true);
CREATE POLICY inspection_copy_service ON inspection_copy FOR SELECT TO fp_service USING (true);
CREATE POLICY national_recommendation_bring ON national_recommendation FOR INSERT TO fp_service
  WITH CHECK (entered_by IS NULL);
CREATE POLICY national_copy_bring ON national_copy FOR INSERT TO fp_service WITH CHECK (finding_id IS NULL);
CREATE POLICY tracker_entry_bring ON tracker_entry FOR INSERT TO fp_service
  WITH CHECK (entered_by IS NULL AND finding_id IS NULL AND compartment_id IS NULL);
CREATE POLICY inspection_question_service ON inspection_question FOR SELECT TO fp_service USING (true);
CREATE POLICY national_recommendation_service ON national_recommendation FOR SELECT TO fp_service USING (true);
CREATE POLICY national_copy_service ON national_copy FOR SELECT TO fp_service USING (true);
CREATE POLICY judgement_service ON judgement FOR SELECT TO fp_service USING (true);
CREATE POLICY self_statement_service ON self_statement FOR SELECT TO fp_service USING (true);
CREATE POLICY inspector_sample_service ON inspector_sample FOR SELECT TO fp_service USING (true);
CREATE POLICY inspector_visit_service ON inspector_visit FOR SELECT TO fp_service USING (true);
CREATE POLICY finding_service ON finding FOR SELECT TO fp_service USING (compartment_id IS NULL);
CREATE POLICY finding_measure_service ON finding_measure FOR SELECT TO fp_service USING (compartment_id IS NULL);
CREATE POLICY finding_claim_service ON finding_claim FOR SELECT TO fp_service USING (compartment_id IS NULL);
CREATE POLICY tracker_entry_service ON tracker_entry FOR SELECT TO fp_service USING (compartment_id IS NULL);
