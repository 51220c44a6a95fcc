-- Anti-social behaviour: cases (records of their own kind) with the incidents that belong to them, powers chosen on them, and
-- case reviews with what they recommended; and the threshold that each authority sets for a review, from a day on.

ALTER TABLE record DROP CONSTRAINT record_kind_check;
ALTER TABLE record ADD CONSTRAINT record_kind_check CHECK (kind IN ('finding', 'problem-plan', 'engagement', 'key-individual', 'hand-over', 'asb-case'));

CREATE TABLE asb_case (
  id uuid PRIMARY KEY REFERENCES record,
  category text NOT NULL CHECK (category IN ('personal', 'nuisance', 'environmental')),
  -- A code of the module's own list of thirteen.
  asb_type text NOT NULL CHECK (asb_type <> ''),
  place text NOT NULL CHECK (place <> ''),
  -- Whom it harms. Their name stays with the party: what guards that guards it here too.
  party_id bigint REFERENCES party,
  -- By the latest risk assessment: the band that was judged, and whether anything aimed at who they are.
  risk text CHECK (risk IN ('standard', 'medium', 'high')),
  hate boolean NOT NULL DEFAULT false,
  outcome text CHECK (outcome <> ''),
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (category <> 'personal' OR party_id IS NOT NULL)
);
CREATE INDEX asb_case_area ON asb_case (area_id);
CREATE INDEX asb_case_party ON asb_case (party_id) WHERE party_id IS NOT NULL;

-- An incident that belongs to a case, with its category and type as whoever linked it classified it: imported rows have neither.
CREATE TABLE asb_incident (
  case_id uuid NOT NULL REFERENCES asb_case,
  occurrence_id bigint NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  category text NOT NULL CHECK (category IN ('personal', 'nuisance', 'environmental')),
  asb_type text NOT NULL CHECK (asb_type <> ''),
  linked_by uuid NOT NULL REFERENCES account,
  linked_at timestamptz NOT NULL,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  PRIMARY KEY (case_id, occurrence_id)
);
CREATE INDEX asb_incident_occurrence ON asb_incident (occurrence_id);

CREATE TABLE asb_power (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES asb_case,
  power text NOT NULL CHECK (power <> ''),
  -- How its test is met, on what evidence, and why this power and no lesser one.
  test text NOT NULL CHECK (test <> ''),
  evidence text NOT NULL CHECK (evidence <> ''),
  reason text NOT NULL CHECK (reason <> ''),
  issued_by text NOT NULL CHECK (issued_by <> ''),
  starts_on date NOT NULL,
  until date NOT NULL,
  breaches integer NOT NULL DEFAULT 0 CHECK (breaches >= 0),
  ended_on date,
  ended_reason text CHECK (ended_reason <> ''),
  chosen_by uuid NOT NULL REFERENCES account,
  chosen_at timestamptz NOT NULL,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (until >= starts_on),
  CHECK ((ended_on IS NULL) = (ended_reason IS NULL))
);
CREATE INDEX asb_power_case ON asb_power (case_id);

-- A case review that somebody asked for, from the application to the outcome that they were told.
CREATE TABLE asb_review (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES asb_case,
  authority_id bigint NOT NULL REFERENCES agency,
  applicant text NOT NULL CHECK (applicant <> ''),
  consent boolean NOT NULL,
  received_at timestamptz NOT NULL,
  -- The threshold that governed the day of the application, kept with it.
  threshold_reports integer NOT NULL CHECK (threshold_reports > 0),
  threshold_months integer NOT NULL CHECK (threshold_months > 0),
  threshold_mark text NOT NULL CHECK (threshold_mark IN ('default', 'local')),
  acknowledged_at timestamptz,
  qualifying integer CHECK (qualifying >= 0),
  harm text,
  response text,
  met boolean,
  reason text,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  appeal text,
  appealed_at timestamptz,
  appeal_reason text,
  appeal_upheld boolean,
  appeal_by uuid REFERENCES account,
  appeal_at timestamptz,
  found text,
  held_at timestamptz,
  told_how text,
  told_at timestamptz,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (num_nonnulls(qualifying, harm, response, met, reason, decided_by, decided_at) IN (0, 7)),
  CHECK (num_nonnulls(appeal, appealed_at) IN (0, 2)),
  CHECK (num_nonnulls(appeal_reason, appeal_upheld, appeal_by, appeal_at) IN (0, 4)),
  CHECK (num_nonnulls(found, held_at) IN (0, 2)),
  CHECK (num_nonnulls(told_how, told_at) IN (0, 2))
);
CREATE INDEX asb_review_case ON asb_review (case_id, received_at DESC);
CREATE INDEX asb_review_received ON asb_review (received_at);

-- What a review recommended to an agency: an action of the case.
CREATE TABLE asb_recommendation (
  action_id uuid PRIMARY KEY REFERENCES action,
  review_id uuid NOT NULL REFERENCES asb_review,
  case_id uuid NOT NULL REFERENCES asb_case,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint
);
CREATE INDEX asb_recommendation_review ON asb_recommendation (review_id);

-- Whether a review is owed, by each authority's own procedure. Where an authority has none here, the default of the module.
CREATE TABLE asb_threshold (
  authority_id bigint NOT NULL REFERENCES agency,
  valid_from date NOT NULL,
  reports integer NOT NULL CHECK (reports BETWEEN 1 AND 20),
  months integer NOT NULL CHECK (months BETWEEN 1 AND 24),
  source text NOT NULL CHECK (source <> ''),
  set_by uuid NOT NULL REFERENCES account,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, valid_from)
);

ALTER TABLE asb_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE asb_incident ENABLE ROW LEVEL SECURITY;
ALTER TABLE asb_power ENABLE ROW LEVEL SECURITY;
ALTER TABLE asb_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE asb_recommendation ENABLE ROW LEVEL SECURITY;
ALTER TABLE asb_threshold ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON asb_case, asb_incident, asb_power, asb_review, asb_recommendation, asb_threshold TO fp_staff;
-- What is published yearly is counted for the whole force.
GRANT SELECT ON asb_review, asb_recommendation TO fp_service;
GRANT UPDATE (risk, hate, outcome, area_id, unit_id, owner_id, marking, compartment_id) ON asb_case TO fp_staff;
GRANT UPDATE (area_id, unit_id, owner_id, marking, compartment_id) ON asb_incident TO fp_staff;
GRANT UPDATE (breaches, ended_on, ended_reason, area_id, unit_id, owner_id, marking, compartment_id) ON asb_power TO fp_staff;
GRANT UPDATE (acknowledged_at, qualifying, harm, response, met, reason, decided_by, decided_at, appeal, appealed_at, appeal_reason, appeal_upheld, appeal_by, appeal_at, found, held_at, told_how, told_at, area_id, unit_id, owner_id, marking, compartment_id) ON asb_review TO fp_staff;
GRANT UPDATE (area_id, unit_id, owner_id, marking, compartment_id) ON asb_recommendation TO fp_staff;

CREATE POLICY asb_case_reach ON asb_case FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR id = (SELECT reader_handing_on())));
CREATE POLICY asb_case_add ON asb_case FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY asb_case_change ON asb_case FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));

CREATE POLICY asb_incident_reach ON asb_incident FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR case_id = (SELECT reader_handing_on())));
CREATE POLICY asb_incident_add ON asb_incident FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY asb_incident_change ON asb_incident FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));

CREATE POLICY asb_power_reach ON asb_power FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR case_id = (SELECT reader_handing_on())));
CREATE POLICY asb_power_add ON asb_power FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY asb_power_change ON asb_power FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));

CREATE POLICY asb_review_reach ON asb_review FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR case_id = (SELECT reader_handing_on())));
CREATE POLICY asb_review_add ON asb_review FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY asb_review_change ON asb_review FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));

CREATE POLICY asb_recommendation_reach ON asb_recommendation FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR case_id = (SELECT reader_handing_on())));
CREATE POLICY asb_recommendation_add ON asb_recommendation FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY asb_recommendation_change ON asb_recommendation FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY asb_review_service ON asb_review FOR SELECT TO fp_service USING (compartment_id IS NULL);
CREATE POLICY asb_recommendation_service ON asb_recommendation FOR SELECT TO fp_service USING (compartment_id IS NULL);

CREATE POLICY asb_threshold_force ON asb_threshold FOR SELECT TO fp_staff USING (true);
CREATE POLICY asb_threshold_add ON asb_threshold FOR INSERT TO fp_staff WITH CHECK (
  set_by = (SELECT reader_account()) AND (ARRAY['commander', 'chief-officer'] && (SELECT reader_roles())::text[]));
