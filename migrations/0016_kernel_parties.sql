-- Parties: whom and what the work is about, as each source knows them: people, organisations, addresses, vehicles, phones.
-- A party is a source's own record and is never altered by matching. Those that are one and the same share an identity, which
-- is the id of one of them; merging and un-merging change only that, and leave their history in identity_change.

-- The matcher compares everybody with everybody, those in compartments too, and answers with proposals; and it alone moves
-- parties from one identity to another, those along whom the person who decided does not see. It reads parties and nothing
-- else, and what it finds shows only to whoever may see both sides.
DO $$
BEGIN
  CREATE ROLE fp_matcher NOLOGIN NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- it belongs to the whole cluster, and another database had it made
END $$;
GRANT USAGE ON SCHEMA public TO fp_matcher;
GRANT EXECUTE ON FUNCTION reader_account(), reader_agency(), reader_roles(), reader_areas(), reader_units(),
  reader_force_wide(), reader_compartments(), reader_markings() TO fp_matcher;

CREATE TABLE party (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('person', 'organisation', 'address', 'vehicle', 'phone')),
  -- The party whose id stands for all that are one and the same, the lowest of them; its own where nothing was merged.
  identity_id bigint NOT NULL DEFAULT currval('party_id_seq') REFERENCES party DEFERRABLE INITIALLY DEFERRED,
  source text NOT NULL CHECK (source IN ('records-extract', 'demonstration', 'entered')),
  -- The source's own number for it: a nominal's number in a records system.
  source_reference text CHECK (source_reference <> ''),
  -- What it is called in lists: "SMITH, John Paul", "14 High Street, Oxford OX1 4AA", "AB12 CDE".
  label text NOT NULL CHECK (label <> ''),
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  -- A protected identity is in a compartment: to everybody else it does not exist.
  compartment_id bigint REFERENCES compartment,
  added_by uuid REFERENCES account,
  known_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX party_identity ON party (identity_id);
CREATE UNIQUE INDEX party_source ON party (kind, source_reference, source) WHERE source_reference IS NOT NULL;
COMMENT ON TABLE party IS 'A person, organisation, address, vehicle or phone as one source knows it. Not an account, which is somebody who signs in.';
COMMENT ON COLUMN party.identity_id IS 'Never shown as such: it may be the id of a party that the reader may not see.';

CREATE TABLE person (
  party_id bigint PRIMARY KEY REFERENCES party ON DELETE CASCADE,
  sex text CHECK (sex IN ('female', 'male', 'other')),
  -- As this source knows it; an alias may come with another (party_name).
  birth_date date,
  birth_precision text CHECK (birth_precision IN ('day', 'month', 'year', 'about')),
  -- Self-defined, for equality audit and a victim's needs only: never searched by.
  ethnicity text,
  died_on date,
  -- Copies of its party's guards, so that no policy looks into another table.
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment,
  CHECK ((birth_date IS NULL) = (birth_precision IS NULL))
);
CREATE INDEX person_birth_date ON person (birth_date);

CREATE TABLE organisation (
  party_id bigint PRIMARY KEY REFERENCES party ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('business', 'charity', 'school', 'health', 'public-body', 'faith', 'licensed-premises', 'other')),
  registered_number text CHECK (registered_number <> ''),
  -- Copies of its party's guards, so that no policy looks into another table.
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment
);
CREATE INDEX organisation_number ON organisation (registered_number) WHERE registered_number IS NOT NULL;

CREATE TABLE address (
  party_id bigint PRIMARY KEY REFERENCES party ON DELETE CASCADE,
  -- "Flat 2", "Room 11"; then the building's name and number; as normalised by kernel/parties.
  flat text NOT NULL DEFAULT '',
  building text NOT NULL DEFAULT '',
  number text NOT NULL DEFAULT '',
  street text NOT NULL DEFAULT '',
  locality text NOT NULL DEFAULT '',
  town text NOT NULL DEFAULT '',
  -- Without its space: `OX14AA`.
  postcode text CHECK (postcode ~ '^[A-Z0-9]{5,7}$'),
  uprn bigint,
  location_id bigint REFERENCES location,
  -- Copies of its party's guards, so that no policy looks into another table.
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment
);
CREATE INDEX address_postcode ON address (postcode text_pattern_ops) WHERE postcode IS NOT NULL;
CREATE INDEX address_location ON address (location_id) WHERE location_id IS NOT NULL;
CREATE INDEX address_uprn ON address (uprn) WHERE uprn IS NOT NULL;

CREATE TABLE vehicle (
  party_id bigint PRIMARY KEY REFERENCES party ON DELETE CASCADE,
  -- Its registration mark without spaces: `AB12CDE`. Foreign and cherished marks have other shapes.
  mark text CHECK (mark ~ '^[A-Z0-9]{1,12}$'),
  make text NOT NULL DEFAULT '',
  model text NOT NULL DEFAULT '',
  colour text NOT NULL DEFAULT '',
  vin text CHECK (vin ~ '^[A-Z0-9]{5,17}$'),
  -- Copies of its party's guards, so that no policy looks into another table.
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment
);
CREATE INDEX vehicle_mark ON vehicle (mark text_pattern_ops) WHERE mark IS NOT NULL;

CREATE TABLE phone (
  party_id bigint PRIMARY KEY REFERENCES party ON DELETE CASCADE,
  -- Digits with the country's code and no plus: `447700900123`.
  number text NOT NULL CHECK (number ~ '^[0-9]{3,15}$'),
  -- Copies of its party's guards, so that no policy looks into another table.
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment
);
CREATE INDEX phone_number ON phone (number text_pattern_ops);
CREATE INDEX phone_ending ON phone (reverse(number) text_pattern_ops);

-- The words that names and addresses are made of, once each, with what else they are found by. Nobody reads it but the one
-- search function and the service that keeps it: a word may be there for the sake of somebody hidden.
CREATE TABLE name_token (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Folded: lower case, without accents and apostrophes.
  token text NOT NULL UNIQUE CHECK (token <> ''),
  -- How it sounds (calculations/linkage/names).
  sounds text[] NOT NULL DEFAULT '{}',
  -- Groups of nicknames and of other spellings that it belongs to.
  groups text[] NOT NULL DEFAULT '{}',
  -- All that it is searched for by besides itself, as numbers below nought: how it sounds, its groups, it with each letter left
  -- out (two words that are one slip apart share one), its first letter.
  codes integer[] NOT NULL DEFAULT '{}',
  -- About how many names it is in; counted again when the store is relinked.
  uses integer NOT NULL DEFAULT 1
);

-- What a party is known by, aliases included; of an organisation its names, of an address its words.
CREATE TABLE party_name (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  party_id bigint NOT NULL REFERENCES party ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('main', 'alias', 'former', 'nickname', 'other-script')),
  given_names text NOT NULL DEFAULT '',
  family_name text NOT NULL DEFAULT '',
  -- The whole of it, as it was given.
  full_name text NOT NULL CHECK (full_name <> ''),
  -- An alias may come with a date of birth of its own; of the main name the person's.
  birth_date date,
  -- name_token ids of its words, in their order.
  tokens integer[] NOT NULL,
  -- What it is searched for by: its words and all their codes. Where it is not given it is filled in.
  codes integer[] NOT NULL DEFAULT '{}',
  valid_from date,
  valid_to date,
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment
);
CREATE INDEX party_name_party ON party_name (party_id);
CREATE INDEX party_name_birth_date ON party_name (birth_date) WHERE birth_date IS NOT NULL;
COMMENT ON TABLE party_name IS 'A name shows only if what it comes from does: its guards are its own, never wider than its party''s.';

-- Between two parties: lives at, keeps, uses, is the partner of. From the one that lives to what it lives at; of two people,
-- as the kind reads.
CREATE TABLE party_link (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_party bigint NOT NULL REFERENCES party ON DELETE CASCADE,
  to_party bigint NOT NULL REFERENCES party ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('lives-at', 'keeper-of', 'uses-vehicle', 'uses-phone', 'works-for', 'premises-of', 'partner-of',
    'parent-of', 'sibling-of', 'relative-of', 'associate-of', 'in-charge-of')),
  valid_from date,
  valid_to date CHECK (valid_to >= valid_from),
  -- Data Protection Act 2018, section 38: what is fact, and what somebody's opinion.
  basis text NOT NULL DEFAULT 'fact' CHECK (basis IN ('fact', 'opinion')),
  source text NOT NULL CHECK (source IN ('records-extract', 'demonstration', 'entered')),
  -- What it comes from, whose guards it has.
  occurrence_id bigint REFERENCES occurrence ON DELETE CASCADE,
  record_id uuid REFERENCES record,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  known_at timestamptz NOT NULL,
  CHECK (from_party <> to_party)
);
CREATE INDEX party_link_from ON party_link (from_party, kind);
CREATE INDEX party_link_to ON party_link (to_party, kind);

-- What a party was in what happened or is worked on.
CREATE TABLE party_role (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  party_id bigint NOT NULL REFERENCES party ON DELETE CASCADE,
  occurrence_id bigint REFERENCES occurrence ON DELETE CASCADE,
  record_id uuid REFERENCES record,
  role text NOT NULL CHECK (role IN ('victim', 'suspect', 'offender', 'witness', 'caller', 'missing', 'subject', 'involved',
    'scene', 'vehicle-used', 'vehicle-taken', 'phone-used')),
  -- DPA 2018, section 38: the category of person.
  category text NOT NULL CHECK (category IN ('suspect', 'convicted', 'victim', 'witness', 'other')),
  basis text NOT NULL DEFAULT 'fact' CHECK (basis IN ('fact', 'opinion')),
  source text NOT NULL CHECK (source IN ('records-extract', 'demonstration', 'entered')),
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  -- When it was so, for a party's timeline: its occurrence's, or its record's.
  happened_at timestamptz NOT NULL,
  known_at timestamptz NOT NULL,
  CHECK (num_nonnulls(occurrence_id, record_id) = 1)
);
CREATE INDEX party_role_party ON party_role (party_id, happened_at DESC);
CREATE INDEX party_role_occurrence ON party_role (occurrence_id) WHERE occurrence_id IS NOT NULL;
CREATE INDEX party_role_record ON party_role (record_id) WHERE record_id IS NOT NULL;

-- What whoever meets this person, or goes to this address, must know; it says until when it holds. Some kinds ask for a second
-- person wherever identities are merged or split.
CREATE TABLE party_marker (
  id uuid PRIMARY KEY,
  party_id bigint NOT NULL REFERENCES party ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('violent', 'weapons', 'self-harm', 'escaper', 'contagious', 'ailment', 'vulnerable', 'child-at-risk',
    'domestic-abuse-victim', 'domestic-abuse-offender', 'registered-sex-offender', 'police-staff', 'protected', 'wanted')),
  words text NOT NULL DEFAULT '',
  starts_on date NOT NULL,
  review_on date NOT NULL CHECK (review_on >= starts_on),
  ended_on date,
  ended_reason text CHECK (ended_reason <> ''),
  source text NOT NULL CHECK (source IN ('records-extract', 'demonstration', 'entered')),
  added_by uuid REFERENCES account,
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment,
  version integer NOT NULL DEFAULT 1,
  CHECK ((ended_on IS NULL) = (ended_reason IS NULL))
);
CREATE INDEX party_marker_party ON party_marker (party_id);

-- Two parties that may be one: what the matcher found, or somebody thought, and what a person said to it.
CREATE TABLE match_proposal (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('person', 'organisation', 'address')),
  left_party bigint NOT NULL REFERENCES party ON DELETE CASCADE,
  right_party bigint NOT NULL REFERENCES party ON DELETE CASCADE,
  -- log2 of the odds, and the probability that follows; null where a person proposed it.
  weight double precision,
  probability double precision CHECK (probability BETWEEN 0 AND 1),
  -- "Why these two": [{"what", "left", "right", "level", "weight"}], as it was when it was proposed.
  reasons jsonb NOT NULL DEFAULT '[]',
  model text,
  stage text NOT NULL CHECK (stage IN ('open', 'second-needed', 'same', 'different')),
  proposed_by uuid REFERENCES account,
  proposed_at timestamptz NOT NULL,
  -- Why, in the words of the person who thought so.
  proposed_reason text CHECK (proposed_reason <> ''),
  first_by uuid REFERENCES account,
  first_at timestamptz,
  first_verdict text CHECK (first_verdict IN ('same', 'different')),
  first_reason text,
  second_by uuid REFERENCES account CHECK (second_by <> first_by),
  second_at timestamptz,
  second_reason text,
  -- Whether it holds the two together now: until it is decided that they are not the same after all, and by a second person
  -- where one must. Identities are what these make of parties, and nothing else.
  stands boolean NOT NULL DEFAULT false,
  -- A digest of what was compared, as it was proposed or decided: what was decided is asked again only if it changed.
  facts text,
  -- The higher marking of the two, and every compartment of either.
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_ids bigint[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  CHECK (left_party < right_party),
  -- Asked again, it keeps what was said before.
  CHECK (stage = 'open' OR first_by IS NOT NULL),
  CHECK (num_nonnulls(first_by, first_at, first_verdict, first_reason) IN (0, 4)),
  CHECK (num_nonnulls(second_by, second_at, second_reason) IN (0, 3)),
  CHECK (stage NOT IN ('same', 'different') OR stands = (stage = 'same')),
  UNIQUE (left_party, right_party)
);
-- The surest first; what a person proposed before all.
CREATE INDEX match_proposal_open ON match_proposal ((CASE WHEN proposed_by IS NULL THEN weight ELSE 'Infinity' END) DESC, id DESC)
  WHERE stage IN ('open', 'second-needed');
CREATE INDEX match_proposal_right ON match_proposal (right_party);

-- Every merge and un-merge, and by whom: what it takes to put each back.
CREATE TABLE identity_change (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('merged', 'split')),
  -- Null for the system; then why says which rule.
  by_account uuid REFERENCES account,
  second_account uuid REFERENCES account,
  reason text NOT NULL CHECK (reason <> ''),
  -- The parties that moved, and from which identity to which.
  parties bigint[] NOT NULL,
  from_identity bigint NOT NULL,
  to_identity bigint NOT NULL,
  proposal_id uuid REFERENCES match_proposal,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_ids bigint[] NOT NULL DEFAULT '{}'
);
CREATE INDEX identity_change_parties ON identity_change USING gin (parties);

ALTER TABLE party ENABLE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE address ENABLE ROW LEVEL SECURITY;
ALTER TABLE vehicle ENABLE ROW LEVEL SECURITY;
ALTER TABLE phone ENABLE ROW LEVEL SECURITY;
ALTER TABLE name_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE party_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE party_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE party_role ENABLE ROW LEVEL SECURITY;
ALTER TABLE party_marker ENABLE ROW LEVEL SECURITY;
ALTER TABLE match_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity_change ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON party, person, organisation, address, vehicle, phone, party_name, party_link, party_role, party_marker
  TO fp_staff, fp_service;
GRANT SELECT, INSERT ON match_proposal TO fp_staff;
GRANT SELECT ON identity_change TO fp_staff;
GRANT USAGE ON SEQUENCE party_id_seq TO fp_staff, fp_service;
GRANT UPDATE (valid_to) ON party_link TO fp_staff;
GRANT UPDATE (review_on, ended_on, ended_reason, words, version) ON party_marker TO fp_staff;
GRANT UPDATE (stage, first_by, first_at, first_verdict, first_reason, second_by, second_at, second_reason, stands, facts, version)
  ON match_proposal TO fp_staff;
-- An extract that comes again brings what its source changed.
GRANT UPDATE ON person, organisation, address, vehicle, phone, party_name, party_link, party_role, party_marker TO fp_service;
GRANT UPDATE (source_reference, label, marking, compartment_id, known_at, version) ON party TO fp_service;
GRANT DELETE ON party_name, party_link, party_role TO fp_service;
GRANT SELECT, INSERT, UPDATE ON name_token TO fp_service;
GRANT SELECT ON party, person, organisation, address, vehicle, phone, party_name, party_link, party_marker, identity_change, name_token TO fp_matcher;
GRANT SELECT, INSERT, UPDATE ON match_proposal TO fp_matcher;
GRANT UPDATE (identity_id, version) ON party TO fp_matcher;
GRANT INSERT ON identity_change TO fp_matcher;
GRANT SELECT ON party, match_proposal TO fp_gate;

-- A party opens to the whole force by its marking, unless it is in a compartment.
CREATE POLICY party_force ON party FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY party_enter ON party FOR INSERT TO fp_staff
  WITH CHECK (added_by = (SELECT reader_account()) AND source = 'entered' AND identity_id = id
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY party_service ON party TO fp_service USING (compartment_id IS NULL);
CREATE POLICY party_matcher ON party FOR SELECT TO fp_matcher USING (true);
CREATE POLICY party_matcher_moves ON party FOR UPDATE TO fp_matcher USING (true);
CREATE POLICY party_gate ON party FOR SELECT TO fp_gate USING (true);
CREATE POLICY match_proposal_gate ON match_proposal FOR SELECT TO fp_gate USING (true);

-- What hangs on a party is never open to more people than the party.
CREATE POLICY person_force ON person FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY person_enter ON person FOR INSERT TO fp_staff
  WITH CHECK (EXISTS (SELECT FROM party p WHERE p.id = party_id
      AND p.marking = person.marking AND p.compartment_id IS NOT DISTINCT FROM person.compartment_id)
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY person_service ON person TO fp_service USING (compartment_id IS NULL);
CREATE POLICY person_matcher ON person FOR SELECT TO fp_matcher USING (true);
CREATE POLICY organisation_force ON organisation FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY organisation_enter ON organisation FOR INSERT TO fp_staff
  WITH CHECK (EXISTS (SELECT FROM party p WHERE p.id = party_id
      AND p.marking = organisation.marking AND p.compartment_id IS NOT DISTINCT FROM organisation.compartment_id)
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY organisation_service ON organisation TO fp_service USING (compartment_id IS NULL);
CREATE POLICY organisation_matcher ON organisation FOR SELECT TO fp_matcher USING (true);
CREATE POLICY address_force ON address FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY address_enter ON address FOR INSERT TO fp_staff
  WITH CHECK (EXISTS (SELECT FROM party p WHERE p.id = party_id
      AND p.marking = address.marking AND p.compartment_id IS NOT DISTINCT FROM address.compartment_id)
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY address_service ON address TO fp_service USING (compartment_id IS NULL);
CREATE POLICY address_matcher ON address FOR SELECT TO fp_matcher USING (true);
CREATE POLICY vehicle_force ON vehicle FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY vehicle_enter ON vehicle FOR INSERT TO fp_staff
  WITH CHECK (EXISTS (SELECT FROM party p WHERE p.id = party_id
      AND p.marking = vehicle.marking AND p.compartment_id IS NOT DISTINCT FROM vehicle.compartment_id)
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY vehicle_service ON vehicle TO fp_service USING (compartment_id IS NULL);
CREATE POLICY vehicle_matcher ON vehicle FOR SELECT TO fp_matcher USING (true);
CREATE POLICY phone_force ON phone FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY phone_enter ON phone FOR INSERT TO fp_staff
  WITH CHECK (EXISTS (SELECT FROM party p WHERE p.id = party_id
      AND p.marking = phone.marking AND p.compartment_id IS NOT DISTINCT FROM phone.compartment_id)
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY phone_service ON phone TO fp_service USING (compartment_id IS NULL);
CREATE POLICY phone_matcher ON phone FOR SELECT TO fp_matcher USING (true);

CREATE POLICY name_token_service ON name_token TO fp_service USING (true);
CREATE POLICY name_token_matcher ON name_token FOR SELECT TO fp_matcher USING (true);

CREATE POLICY party_name_force ON party_name FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY party_name_enter ON party_name FOR INSERT TO fp_staff
  WITH CHECK (EXISTS (SELECT FROM party p WHERE p.id = party_id
      AND p.marking <= party_name.marking AND (p.compartment_id IS NULL OR p.compartment_id = party_name.compartment_id))
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY party_name_service ON party_name TO fp_service USING (compartment_id IS NULL);
CREATE POLICY party_name_matcher ON party_name FOR SELECT TO fp_matcher USING (true);

CREATE POLICY party_link_reach ON party_link FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())));
CREATE POLICY party_link_enter ON party_link FOR INSERT TO fp_staff
  WITH CHECK (source = 'entered' AND 2 = (SELECT count(*) FROM party p WHERE p.id IN (from_party, to_party)
      AND p.marking <= party_link.marking AND (p.compartment_id IS NULL OR p.compartment_id = party_link.compartment_id))
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY party_link_end ON party_link FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())));
CREATE POLICY party_link_service ON party_link TO fp_service USING (compartment_id IS NULL);
CREATE POLICY party_link_matcher ON party_link FOR SELECT TO fp_matcher USING (true);

CREATE POLICY party_role_reach ON party_role FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())));
CREATE POLICY party_role_enter ON party_role FOR INSERT TO fp_staff
  WITH CHECK (source = 'entered' AND EXISTS (SELECT FROM party p WHERE p.id = party_id
      AND p.marking <= party_role.marking AND (p.compartment_id IS NULL OR p.compartment_id = party_role.compartment_id))
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY party_role_service ON party_role TO fp_service USING (compartment_id IS NULL);

CREATE POLICY party_marker_force ON party_marker FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY party_marker_enter ON party_marker FOR INSERT TO fp_staff
  WITH CHECK (added_by = (SELECT reader_account()) AND EXISTS (SELECT FROM party p WHERE p.id = party_id
      AND p.marking <= party_marker.marking AND (p.compartment_id IS NULL OR p.compartment_id = party_marker.compartment_id))
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY party_marker_change ON party_marker FOR UPDATE TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY party_marker_service ON party_marker TO fp_service USING (compartment_id IS NULL);
CREATE POLICY party_marker_matcher ON party_marker FOR SELECT TO fp_matcher USING (true);

CREATE POLICY match_proposal_force ON match_proposal FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND compartment_ids <@ (SELECT reader_compartments())::bigint[]);
-- Under guards no wider than those of either party, and decided by nobody yet.
CREATE POLICY match_proposal_propose ON match_proposal FOR INSERT TO fp_staff
  WITH CHECK (proposed_by = (SELECT reader_account()) AND stage = 'open' AND NOT stands
    AND 2 = (SELECT count(*) FROM party p WHERE p.id IN (left_party, right_party)
      AND match_proposal.marking >= p.marking
      AND (p.compartment_id IS NULL OR p.compartment_id = ANY (match_proposal.compartment_ids)))
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND compartment_ids <@ (SELECT reader_compartments())::bigint[]);
CREATE POLICY match_proposal_decide ON match_proposal FOR UPDATE TO fp_staff
  USING ('identity-reviewer' = ANY ((SELECT reader_roles())::text[])
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND compartment_ids <@ (SELECT reader_compartments())::bigint[])
  WITH CHECK ('identity-reviewer' = ANY ((SELECT reader_roles())::text[])
    AND (SELECT reader_account()) IN (first_by, second_by)
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND compartment_ids <@ (SELECT reader_compartments())::bigint[]);
CREATE POLICY match_proposal_matcher ON match_proposal TO fp_matcher USING (true);
CREATE POLICY identity_change_force ON identity_change FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND compartment_ids <@ (SELECT reader_compartments())::bigint[]);
CREATE POLICY identity_change_matcher ON identity_change TO fp_matcher USING (true);
