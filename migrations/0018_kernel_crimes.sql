-- Crimes as they stand in the force's own records system, and the extracts by which they come from there. The force keeps its
-- system; what is here stands beside it and leads back to it.

-- What a recorded crime has beyond an occurrence.
CREATE TABLE crime (
  occurrence_id bigint PRIMARY KEY REFERENCES occurrence ON DELETE CASCADE,
  -- Home Office code (`028/03`) and recorded-crime class (`28A`): what the crime is recorded as. kernel/offences has the list.
  offence_code text CHECK (offence_code ~ '^[0-9]{3}/[0-9]{2}$'),
  offence_class text CHECK (offence_class ~ '^[0-9]{1,3}(\.[0-9]{1,2}|[A-Z])?$'),
  -- As the records system calls it.
  offence_words text NOT NULL DEFAULT '',
  -- Whether the offence is one on its days; 'unknown': codes that the list does not have; 'none': an incident, no crime.
  offence_standing text NOT NULL CHECK (offence_standing IN ('valid', 'not-valid', 'unknown', 'none')),
  reported_at timestamptz,
  reported_precision text CHECK (reported_precision IN ('minute', 'day')),
  recorded_at timestamptz,
  recorded_precision text CHECK (recorded_precision IN ('minute', 'day')),
  -- The number of the national outcome framework, and the day it was given.
  outcome_code text CHECK (outcome_code ~ '^[0-9]{1,2}A?$'),
  outcome_on date,
  summary text NOT NULL DEFAULT '',
  officer text NOT NULL DEFAULT '',
  unit text NOT NULL DEFAULT '',
  -- Days of the Cambridge Crime Harm Index, and of which edition. Null is not known, and never nought.
  harm_days double precision CHECK (harm_days > 0),
  harm_edition text,
  harm_estimated boolean,
  -- Copies of its occurrence's guards, so that no policy looks into another table.
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment,
  CHECK ((reported_at IS NULL) = (reported_precision IS NULL)),
  CHECK ((recorded_at IS NULL) = (recorded_precision IS NULL)),
  CHECK ((harm_days IS NULL) = (harm_edition IS NULL) AND (harm_days IS NULL) = (harm_estimated IS NULL))
);
CREATE INDEX crime_offence ON crime (offence_class, offence_code);
CREATE INDEX crime_recorded ON crime (recorded_at);

-- The records system has one occurrence for a number.
CREATE UNIQUE INDEX occurrence_number ON occurrence (external_reference) WHERE source = 'records-extract';

-- Where postcodes are, for addresses that come without a point of their own.
CREATE TABLE postcode_point (
  postcode text PRIMARY KEY CHECK (postcode ~ '^[A-Z0-9]{5,7}$'),
  longitude double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  latitude double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  loaded_at timestamptz NOT NULL
);

-- How the columns of a records system's files become ours: by name, every version kept, since a run says by which it read.
CREATE TABLE extract_mapping (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  version integer NOT NULL CHECK (version > 0),
  mapping jsonb NOT NULL,
  made_by uuid REFERENCES account,
  made_at timestamptz NOT NULL,
  UNIQUE (name, version)
);

-- An extract that is being put together from its files.
CREATE TABLE extract (
  id uuid PRIMARY KEY,
  mapping_name text NOT NULL,
  begun_by uuid NOT NULL REFERENCES account,
  begun_at timestamptz NOT NULL
);
CREATE INDEX extract_recent ON extract (begun_at DESC);

CREATE TABLE extract_file (
  extract_id uuid NOT NULL REFERENCES extract ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  name text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  -- The names of its columns, to map by; none of what is under them.
  header text[] NOT NULL,
  added_by uuid NOT NULL REFERENCES account,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (extract_id, number)
);

-- One time that an extract was checked or imported, and what came of it: counts, totals, and why rows were rejected.
CREATE TABLE extract_run (
  id uuid PRIMARY KEY,
  -- Null for the command line.
  extract_id uuid REFERENCES extract ON DELETE SET NULL,
  mapping_name text NOT NULL,
  mapping_version integer NOT NULL,
  dry_run boolean NOT NULL,
  loaded boolean NOT NULL,
  report jsonb NOT NULL,
  run_by uuid REFERENCES account,
  run_at timestamptz NOT NULL
);
CREATE INDEX extract_run_recent ON extract_run (run_at DESC);

-- What each row of the records system became here: by its number there, so that it is known again.
CREATE TABLE extract_row (
  kind text NOT NULL,
  reference text NOT NULL,
  -- SHA-256 of what was taken from the row.
  hash bytea NOT NULL,
  -- As of when the records system gave it; null where it does not say.
  as_of timestamptz,
  -- The id of the occurrence, party, name, role or link.
  target bigint NOT NULL,
  run_id uuid NOT NULL,
  PRIMARY KEY (kind, reference)
);
COMMENT ON TABLE extract_row IS 'For the import alone: a number may be here for the sake of somebody who is in a compartment by now.';

-- The records system itself, and the addresses at which it opens what it has. One row.
CREATE TABLE records_system (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  name text NOT NULL CHECK (name <> ''),
  -- With {number} where the number goes: https://records.example/occurrence/{number}
  occurrence_url text CHECK (occurrence_url ~ '^https?://'),
  person_url text CHECK (person_url ~ '^https?://'),
  changed_by uuid NOT NULL REFERENCES account,
  changed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);

ALTER TABLE crime ENABLE ROW LEVEL SECURITY;
ALTER TABLE postcode_point ENABLE ROW LEVEL SECURITY;
ALTER TABLE extract_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE extract ENABLE ROW LEVEL SECURITY;
ALTER TABLE extract_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE extract_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE extract_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE records_system ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON crime, postcode_point, extract_run TO fp_staff;
GRANT SELECT, INSERT ON extract_mapping, extract, extract_file TO fp_staff;
GRANT UPDATE (mapping_name) ON extract TO fp_staff;
GRANT SELECT, INSERT, UPDATE ON records_system TO fp_staff;
GRANT SELECT, INSERT, UPDATE ON crime, postcode_point, extract_row TO fp_service;
GRANT SELECT ON extract, extract_file TO fp_service;
GRANT SELECT, INSERT ON extract_mapping, extract_run TO fp_service;
-- Ids are given before the rows are stored, since rows of one file name those of another.
GRANT USAGE ON SEQUENCE occurrence_id_seq, party_id_seq, party_name_id_seq, party_role_id_seq, party_link_id_seq TO fp_service;

CREATE POLICY crime_force ON crime FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY crime_service ON crime TO fp_service USING (compartment_id IS NULL);
CREATE POLICY postcode_point_force ON postcode_point FOR SELECT TO fp_staff USING (true);
CREATE POLICY postcode_point_service ON postcode_point TO fp_service USING (true);

CREATE POLICY extract_mapping_force ON extract_mapping FOR SELECT TO fp_staff
  USING ((SELECT reader_roles())::text[] && ARRAY['analyst', 'administrator']);
CREATE POLICY extract_mapping_save ON extract_mapping FOR INSERT TO fp_staff
  WITH CHECK ((SELECT reader_roles())::text[] && ARRAY['analyst', 'administrator'] AND made_by = (SELECT reader_account()));
CREATE POLICY extract_mapping_service ON extract_mapping TO fp_service USING (true);
CREATE POLICY extract_force ON extract FOR SELECT TO fp_staff
  USING ((SELECT reader_roles())::text[] && ARRAY['analyst', 'administrator']);
CREATE POLICY extract_begin ON extract FOR INSERT TO fp_staff
  WITH CHECK ((SELECT reader_roles())::text[] && ARRAY['analyst', 'administrator'] AND begun_by = (SELECT reader_account()));
CREATE POLICY extract_map ON extract FOR UPDATE TO fp_staff
  USING ((SELECT reader_roles())::text[] && ARRAY['analyst', 'administrator']);
CREATE POLICY extract_service ON extract FOR SELECT TO fp_service USING (true);
CREATE POLICY extract_file_force ON extract_file FOR SELECT TO fp_staff
  USING ((SELECT reader_roles())::text[] && ARRAY['analyst', 'administrator']);
CREATE POLICY extract_file_add ON extract_file FOR INSERT TO fp_staff
  WITH CHECK ((SELECT reader_roles())::text[] && ARRAY['analyst', 'administrator'] AND added_by = (SELECT reader_account()));
CREATE POLICY extract_file_service ON extract_file FOR SELECT TO fp_service USING (true);
CREATE POLICY extract_run_force ON extract_run FOR SELECT TO fp_staff
  USING ((SELECT reader_roles())::text[] && ARRAY['analyst', 'administrator']);
CREATE POLICY extract_run_service ON extract_run TO fp_service USING (true);
CREATE POLICY extract_row_service ON extract_row TO fp_service USING (true);

CREATE POLICY records_system_force ON records_system FOR SELECT TO fp_staff USING (true);
CREATE POLICY records_system_name ON records_system FOR INSERT TO fp_staff
  WITH CHECK ('administrator' = ANY ((SELECT reader_roles())::text[]) AND changed_by = (SELECT reader_account()));
CREATE POLICY records_system_change ON records_system FOR UPDATE TO fp_staff
  USING ('administrator' = ANY ((SELECT reader_roles())::text[]))
  WITH CHECK (changed_by = (SELECT reader_account()));
