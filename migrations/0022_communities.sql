-- Communities known: engagements with what was raised, key individuals, hand-over packs (each a record of its own kind), and
-- what the whole force may know of an area: its profile, and the groups and places to meet there.

ALTER TABLE record DROP CONSTRAINT record_kind_check;
ALTER TABLE record ADD CONSTRAINT record_kind_check CHECK (kind IN ('finding', 'problem-plan', 'engagement', 'key-individual', 'hand-over'));

-- An engagement is logged once, and is not worked on in stages: only feedback is given on what was raised in it.
CREATE TABLE engagement (
  id uuid PRIMARY KEY REFERENCES record,
  -- Codes of the module's own lists.
  kind text NOT NULL CHECK (kind <> ''),
  -- From whom something was heard, as groups; never who.
  heard text[] NOT NULL CHECK (cardinality(heard) > 0),
  -- About how many people; null where nobody counted.
  reached integer CHECK (reached BETWEEN 1 AND 100000),
  words text NOT NULL DEFAULT '',
  happened_at timestamptz NOT NULL,
  -- What guards the record, once more on this row.
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint
);
CREATE INDEX engagement_area ON engagement (area_id, happened_at DESC, id);

-- What was raised. One that wants an answer stays owed until feedback was given.
CREATE TABLE engagement_issue (
  id uuid PRIMARY KEY,
  engagement_id uuid NOT NULL REFERENCES engagement,
  number integer NOT NULL CHECK (number > 0),
  category text NOT NULL CHECK (category <> ''),
  words text NOT NULL DEFAULT '',
  wants_answer boolean NOT NULL,
  answered_at timestamptz,
  answered_by uuid REFERENCES account,
  -- How it was given, and what was said.
  answered_how text,
  answer text,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  UNIQUE (engagement_id, number),
  CHECK (num_nonnulls(answered_at, answered_by, answered_how, answer) IN (0, 4)),
  CHECK (answered_at IS NULL OR wants_answer)
);
CREATE INDEX engagement_issue_owed ON engagement_issue (area_id) WHERE wants_answer AND answered_at IS NULL;

-- Somebody who knows an area and agreed to be asked. Their name stays with the party: what guards that guards it here too.
CREATE TABLE key_individual (
  id uuid PRIMARY KEY REFERENCES record,
  party_id bigint NOT NULL REFERENCES party,
  -- What they are in the community ("head teacher"), and what they are kept here for.
  role text NOT NULL CHECK (role <> ''),
  purpose text NOT NULL CHECK (purpose <> ''),
  -- When they agreed to be contacted; null for somebody not asked yet.
  agreed_on date,
  -- Until when it is to be looked at whether they are still to be kept here.
  review_on date NOT NULL,
  last_contact_at timestamptz,
  ended_on date,
  ended_reason text CHECK (ended_reason <> ''),
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK ((ended_on IS NULL) = (ended_reason IS NULL))
);
CREATE INDEX key_individual_area ON key_individual (area_id) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX key_individual_once ON key_individual (party_id, area_id) WHERE ended_on IS NULL;

-- What somebody leaves to whoever has the patch after them, as it stood then; for a time only. Names are not in it.
CREATE TABLE handover_pack (
  id uuid PRIMARY KEY REFERENCES record,
  of_area bigint NOT NULL REFERENCES area,
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz NOT NULL,
  keep_until date NOT NULL,
  content jsonb NOT NULL,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint
);
CREATE INDEX handover_pack_area ON handover_pack (of_area, made_at DESC);

-- One for an area, in words, of nobody in particular: the whole force reads it.
CREATE TABLE community_profile (
  area_id bigint PRIMARY KEY REFERENCES area,
  about text NOT NULL CHECK (about <> ''),
  languages text NOT NULL DEFAULT '',
  worries text NOT NULL DEFAULT '',
  dates text NOT NULL DEFAULT '',
  remember text NOT NULL DEFAULT '',
  reviewed_by uuid NOT NULL REFERENCES account,
  reviewed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE meeting_place (
  id uuid PRIMARY KEY,
  area_id bigint NOT NULL REFERENCES area,
  kind text NOT NULL CHECK (kind IN ('group', 'place')),
  name text NOT NULL CHECK (name <> ''),
  -- Who is met there, as groups; when, and how to come.
  groups text[] NOT NULL DEFAULT '{}',
  words text NOT NULL DEFAULT '',
  added_by uuid NOT NULL REFERENCES account,
  added_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_reason text CHECK (ended_reason <> ''),
  version integer NOT NULL DEFAULT 1,
  CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
);
CREATE INDEX meeting_place_area ON meeting_place (area_id) WHERE ended_at IS NULL;

ALTER TABLE engagement ENABLE ROW LEVEL SECURITY;
ALTER TABLE engagement_issue ENABLE ROW LEVEL SECURITY;
ALTER TABLE key_individual ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_pack ENABLE ROW LEVEL SECURITY;
ALTER TABLE community_profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_place ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON engagement, engagement_issue, key_individual, handover_pack, community_profile, meeting_place TO fp_staff;
GRANT SELECT ON engagement, engagement_issue, key_individual, handover_pack, community_profile, meeting_place TO fp_service;
-- Never what was heard: only feedback on it, and what guards it when the record's own guards change.
GRANT UPDATE (area_id, unit_id, owner_id, marking, compartment_id) ON engagement, handover_pack TO fp_staff;
GRANT UPDATE (answered_at, answered_by, answered_how, answer, area_id, unit_id, owner_id, marking, compartment_id) ON engagement_issue TO fp_staff;
GRANT UPDATE (agreed_on, review_on, last_contact_at, ended_on, ended_reason, area_id, unit_id, owner_id, marking, compartment_id) ON key_individual TO fp_staff;
GRANT UPDATE (about, languages, worries, dates, remember, reviewed_by, reviewed_at, version) ON community_profile TO fp_staff;
GRANT UPDATE (ended_at, ended_reason, version) ON meeting_place TO fp_staff;

CREATE POLICY engagement_reach ON engagement FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR id = (SELECT reader_handing_on())));
CREATE POLICY engagement_add ON engagement FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY engagement_change ON engagement FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY engagement_service ON engagement FOR SELECT TO fp_service USING (compartment_id IS NULL);

CREATE POLICY engagement_issue_reach ON engagement_issue FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR engagement_id = (SELECT reader_handing_on())));
CREATE POLICY engagement_issue_add ON engagement_issue FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY engagement_issue_change ON engagement_issue FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY engagement_issue_service ON engagement_issue FOR SELECT TO fp_service USING (compartment_id IS NULL);

CREATE POLICY key_individual_reach ON key_individual FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR id = (SELECT reader_handing_on())));
CREATE POLICY key_individual_add ON key_individual FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY key_individual_change ON key_individual FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY key_individual_service ON key_individual FOR SELECT TO fp_service USING (compartment_id IS NULL);

CREATE POLICY handover_pack_reach ON handover_pack FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR id = (SELECT reader_handing_on())));
CREATE POLICY handover_pack_add ON handover_pack FOR INSERT TO fp_staff WITH CHECK (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND made_by = (SELECT reader_account())
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY handover_pack_change ON handover_pack FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY handover_pack_service ON handover_pack FOR SELECT TO fp_service USING (compartment_id IS NULL);

-- What is known of an area in words, and of groups and places: read by the whole force, written by those who cover it.
CREATE POLICY community_profile_force ON community_profile FOR SELECT TO fp_staff USING (true);
CREATE POLICY community_profile_add ON community_profile FOR INSERT TO fp_staff WITH CHECK (
  reviewed_by = (SELECT reader_account()) AND (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND ((SELECT reader_force_wide()) OR area_id = ANY ((SELECT reader_areas())::bigint[])));
CREATE POLICY community_profile_change ON community_profile FOR UPDATE TO fp_staff USING (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND ((SELECT reader_force_wide()) OR area_id = ANY ((SELECT reader_areas())::bigint[])))
  WITH CHECK (reviewed_by = (SELECT reader_account()));
CREATE POLICY community_profile_service ON community_profile FOR SELECT TO fp_service USING (true);
CREATE POLICY meeting_place_force ON meeting_place FOR SELECT TO fp_staff USING (true);
CREATE POLICY meeting_place_add ON meeting_place FOR INSERT TO fp_staff WITH CHECK (
  added_by = (SELECT reader_account()) AND (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND ((SELECT reader_force_wide()) OR area_id = ANY ((SELECT reader_areas())::bigint[])));
CREATE POLICY meeting_place_change ON meeting_place FOR UPDATE TO fp_staff USING (
  (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND ((SELECT reader_force_wide()) OR area_id = ANY ((SELECT reader_areas())::bigint[])));
CREATE POLICY meeting_place_service ON meeting_place FOR SELECT TO fp_service USING (true);
