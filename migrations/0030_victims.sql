-- Victims of crime and what they are owed by the code that was in force when they told of it: each victim of a crime is a
-- record of its own, with needs assessments and contacts; and what happens on the case, from which duties follow.

-- Guards a table whose rows belong to a record, and have copies of its guards, as the record is guarded: read within reach, and by whom
-- it is handed on by; added by these roles, in their own name where the table says whose (`author`); changed within reach.
-- `record`: the column with the record's id.
CREATE PROCEDURE guard_as_record(guarded regclass, record name, writers text[], author name) LANGUAGE plpgsql AS $procedure$
DECLARE
  open CONSTANT text := $$marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))$$;
  within CONSTANT text := $$(SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())$$;
  roles CONSTANT text := (SELECT string_agg(quote_literal(role), ', ') FROM unnest(writers) AS role);
BEGIN
  EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO fp_staff USING (%s AND (%s OR %I = (SELECT reader_handing_on())))',
    guarded || '_reach', guarded, open, within, record);
  EXECUTE format('CREATE POLICY %I ON %s FOR INSERT TO fp_staff WITH CHECK (%s(ARRAY[%s] && (SELECT reader_roles())::text[]) AND %s)',
    guarded || '_add', guarded, coalesce(quote_ident(author) || ' = (SELECT reader_account()) AND ', ''), roles, open);
  EXECUTE format('CREATE POLICY %I ON %s FOR UPDATE TO fp_staff USING (%s AND (%s)) WITH CHECK (%s)',
    guarded || '_change', guarded, open, within, open);
END $procedure$;
REVOKE ALL ON PROCEDURE guard_as_record(regclass, name, text[], name) FROM PUBLIC;

ALTER TABLE record DROP CONSTRAINT record_kind_check;
ALTER TABLE record ADD CONSTRAINT record_kind_check CHECK (kind IN ('finding', 'problem-plan', 'engagement', 'key-individual', 'hand-over', 'asb-case', 'victim'));

-- A duty can also end because what started it never happened: `voided`, and nothing takes its place.
ALTER TABLE duty DROP CONSTRAINT duty_superseded_kind_check;
ALTER TABLE duty ADD CONSTRAINT duty_superseded_kind_check CHECK (superseded_kind IN ('corrected', 'changed', 'voided'));
ALTER TABLE duty DROP CONSTRAINT duty_check1;
ALTER TABLE duty ADD CONSTRAINT duty_check1
  CHECK (superseded_kind IN ('corrected', 'voided') OR num_nonnulls(met_at, waived_at, superseded_at) <= 1);

CREATE TABLE victim (
  id uuid PRIMARY KEY REFERENCES record,
  occurrence_id bigint NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  -- Who it is. Their name stays with the party; only somebody who is no party has a name here.
  party_id bigint REFERENCES party,
  name text CHECK (name <> ''),
  standing text NOT NULL CHECK (standing IN ('person', 'bereaved', 'parent', 'spokesperson', 'business')),
  -- The victim for whom a parent or a spokesperson acts.
  for_victim uuid REFERENCES victim ON DELETE CASCADE,
  source text NOT NULL CHECK (source IN ('extract', 'hand')),
  -- The code in force on the day of the report; null: before the first that is kept here.
  code text CHECK (code IN ('2015', '2020')),
  reported_at timestamptz NOT NULL,
  -- Every reason for enhanced rights, by the latest needs assessment.
  reasons text[] NOT NULL DEFAULT '{}',
  enhanced_since timestamptz,
  assessed_at timestamptz,
  contact_way text CHECK (contact_way IN ('phone', 'letter', 'email', 'text', 'in-person', 'through-somebody')),
  contact_times text CHECK (contact_times <> ''),
  language text CHECK (language <> ''),
  not_to_tell text CHECK (not_to_tell <> ''),
  update_every_days integer NOT NULL DEFAULT 28 CHECK (update_every_days IN (7, 14, 28, 56, 84)),
  -- What is known of the crime that makes it sensitive, and what bears on what is owed.
  flags text[] NOT NULL DEFAULT '{}',
  loss_or_injury boolean NOT NULL DEFAULT false,
  objects_to_referral boolean NOT NULL DEFAULT false,
  -- Since when they want no updates, but for what they must be told.
  updates_declined_at timestamptz,
  no_safe_contact_since timestamptz,
  no_safe_contact_reason text CHECK (no_safe_contact_reason <> ''),
  -- When they were last told something.
  told_at timestamptz,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (num_nonnulls(party_id, name) = 1),
  CHECK ((for_victim IS NULL) = (standing NOT IN ('parent', 'spokesperson'))),
  CHECK ((enhanced_since IS NULL) = (cardinality(reasons) = 0)),
  CHECK (num_nonnulls(no_safe_contact_since, no_safe_contact_reason) IN (0, 2))
);
CREATE INDEX victim_occurrence ON victim (occurrence_id);
CREATE INDEX victim_party ON victim (party_id) WHERE party_id IS NOT NULL;
-- The records system has one victim for one part in one crime, however often its extract comes.
CREATE UNIQUE INDEX victim_once ON victim (occurrence_id, party_id) WHERE source = 'extract';

-- What a needs assessment found: every reason for enhanced rights, or none. Kept as it was; the latest holds.
CREATE TABLE victim_assessment (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL REFERENCES account,
  reasons text[] NOT NULL,
  needs text NOT NULL CHECK (needs <> ''),
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint
);
CREATE INDEX victim_assessment_victim ON victim_assessment (victim_id, made_at DESC);

-- What somebody was told, or was tried to be told. An attempt meets nothing.
CREATE TABLE victim_contact (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES account,
  way text NOT NULL CHECK (way IN ('phone', 'letter', 'email', 'text', 'in-person', 'through-somebody')),
  result text NOT NULL CHECK (result IN ('told', 'attempted', 'declined', 'no-safe-contact')),
  words text NOT NULL CHECK (words <> ''),
  -- What it met.
  duties uuid[] NOT NULL DEFAULT '{}',
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (result IN ('told', 'declined') OR duties = '{}')
);
CREATE INDEX victim_contact_victim ON victim_contact (victim_id, at DESC);

-- What happened on a case: reported, arrest, charge, hearing. For every victim of it, or about one of them; so it is open to
-- whoever may open one whom it is for, and has no guards of its own: its policies ask for a victim, under the victim's own.
CREATE TABLE case_event (
  id uuid PRIMARY KEY,
  occurrence_id bigint NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  -- The one whom it is about; null: every victim of the case.
  victim_id uuid REFERENCES victim ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind <> ''),
  happened_at timestamptz NOT NULL,
  -- When whoever has to tell of it heard of it.
  received_at timestamptz NOT NULL,
  source text NOT NULL CHECK (source IN ('extract', 'hand', 'import')),
  external_reference text CHECK (external_reference <> ''),
  details text CHECK (details <> ''),
  logged_by uuid REFERENCES account,
  logged_at timestamptz NOT NULL,
  corrected_at timestamptz,
  corrected_by uuid REFERENCES account,
  corrected_reason text CHECK (corrected_reason <> ''),
  voided_at timestamptz,
  voided_by uuid REFERENCES account,
  voided_reason text CHECK (voided_reason <> ''),
  version integer NOT NULL DEFAULT 1,
  CHECK (num_nonnulls(corrected_at, corrected_reason) IN (0, 2)),
  CHECK (num_nonnulls(voided_at, voided_reason) IN (0, 2)),
  CHECK ((source = 'hand') = (external_reference IS NULL))
);
CREATE INDEX case_event_occurrence ON case_event (occurrence_id, happened_at);
CREATE UNIQUE INDEX case_event_once ON case_event (occurrence_id, kind, external_reference)
  WHERE external_reference IS NOT NULL AND voided_at IS NULL;

-- What came with one run of an extract is asked for by the run.
CREATE INDEX extract_row_run ON extract_row (run_id) WHERE kind IN ('crimes', 'roles');

ALTER TABLE victim ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_event ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON victim, victim_assessment, victim_contact, case_event TO fp_staff;
GRANT UPDATE (reasons, enhanced_since, assessed_at, contact_way, contact_times, language, not_to_tell, update_every_days, updates_declined_at, no_safe_contact_since, no_safe_contact_reason, told_at, flags, loss_or_injury, objects_to_referral, area_id, unit_id, owner_id, marking, compartment_id) ON victim TO fp_staff;
GRANT UPDATE (area_id, unit_id, owner_id, marking, compartment_id) ON victim_assessment, victim_contact TO fp_staff;
GRANT UPDATE (happened_at, received_at, corrected_at, corrected_by, corrected_reason, voided_at, voided_by, voided_reason, version) ON case_event TO fp_staff;
-- The service opens victims and events as an extract brings them, and looks at every victim of a case on which something happened.
GRANT SELECT, INSERT, UPDATE (code, reported_at) ON victim TO fp_service;
GRANT SELECT, INSERT, UPDATE (happened_at, received_at, corrected_at, corrected_reason, voided_at, voided_reason, version) ON case_event TO fp_service;

CALL guard_as_record('victim', 'id', '{officer,supervisor,commander,witness-care}', NULL);
CALL guard_as_record('victim_assessment', 'victim_id', '{officer,supervisor,commander,witness-care}', 'made_by');
CALL guard_as_record('victim_contact', 'victim_id', '{officer,supervisor,commander,witness-care}', 'by_account');
-- The system reaches into no compartment but that of whoever did what it follows from.
CREATE POLICY victim_service ON victim TO fp_service USING (compartment_id IS NULL
  OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]));

CREATE POLICY case_event_reach ON case_event FOR SELECT TO fp_staff
  USING (EXISTS (SELECT FROM victim v WHERE v.occurrence_id = case_event.occurrence_id
    AND (case_event.victim_id IS NULL OR v.id = case_event.victim_id)));
CREATE POLICY case_event_add ON case_event FOR INSERT TO fp_staff WITH CHECK (
  logged_by = (SELECT reader_account()) AND source = 'hand'
  AND (ARRAY['officer', 'supervisor', 'commander', 'witness-care'] && (SELECT reader_roles())::text[])
  AND EXISTS (SELECT FROM victim v WHERE v.occurrence_id = case_event.occurrence_id
    AND (case_event.victim_id IS NULL OR v.id = case_event.victim_id)));
CREATE POLICY case_event_change ON case_event FOR UPDATE TO fp_staff
  USING ((ARRAY['officer', 'supervisor', 'commander', 'witness-care'] && (SELECT reader_roles())::text[])
    AND EXISTS (SELECT FROM victim v WHERE v.occurrence_id = case_event.occurrence_id
    AND (case_event.victim_id IS NULL OR v.id = case_event.victim_id)));
CREATE POLICY case_event_service ON case_event TO fp_service
  USING (EXISTS (SELECT FROM victim v WHERE v.occurrence_id = case_event.occurrence_id
    AND (case_event.victim_id IS NULL OR v.id = case_event.victim_id)));
