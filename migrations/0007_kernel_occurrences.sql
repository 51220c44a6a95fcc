-- Places and what happened there. Flat and numerous; imported, or recorded by later modules.

CREATE TABLE location (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  longitude double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  latitude double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  -- H3 cells at resolutions 8 (about 0.7 square km) and 9 (about 0.1), as H3's own text.
  cell8 text NOT NULL,
  cell9 text NOT NULL,
  UNIQUE (longitude, latitude)
);
COMMENT ON TABLE location IS 'A point, once. Street files snap to some tens of thousands of points, so areas are worked out per point, not per row.';
CREATE INDEX location_cell9 ON location (cell9);
CREATE INDEX location_cell8 ON location (cell8);

CREATE TABLE location_area (
  location_id bigint NOT NULL REFERENCES location ON DELETE CASCADE,
  area_id bigint NOT NULL REFERENCES area ON DELETE CASCADE,
  PRIMARY KEY (location_id, area_id)
);
CREATE INDEX location_area_area ON location_area (area_id, location_id);
COMMENT ON TABLE location_area IS 'Every area that a point lies in, by its coordinates; made again when outlines change.';

CREATE TABLE occurrence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Where the row comes from: police.uk street file, a records system's extract, made up for the demonstration.
  source text NOT NULL CHECK (source IN ('street', 'records-extract', 'demonstration')),
  -- Which force published or recorded it: `thames-valley`. Other publishers' rows are here for comparison.
  publisher text NOT NULL CHECK (publisher ~ '^[a-z0-9-]+$'),
  comparison boolean NOT NULL DEFAULT false,
  kind text NOT NULL CHECK (kind IN ('crime', 'asb')),
  -- The police.uk category, as a code of modules' reference lists: `burglary`.
  category text NOT NULL,
  -- When, with its precision: a street row is known to the month only.
  happened_from timestamptz NOT NULL,
  happened_to timestamptz NOT NULL CHECK (happened_to > happened_from),
  precision text NOT NULL CHECK (precision IN ('minute', 'hour', 'day', 'month')),
  -- First day of the month in Europe/London in which it counts.
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  location_id bigint REFERENCES location,
  -- How exactly the point is known.
  location_precision text NOT NULL CHECK (location_precision IN ('exact', 'snapped', 'none')),
  location_text text NOT NULL DEFAULT '',
  lsoa_code text,
  external_reference text,
  outcome text,
  -- SHA-256 of publisher, month and the row as it came; with its number among equal rows it is the row's identity.
  row_hash bytea,
  row_number integer,
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment,
  known_at timestamptz NOT NULL,
  CHECK ((row_hash IS NULL) = (row_number IS NULL)),
  CHECK ((location_id IS NULL) = (location_precision = 'none'))
);
CREATE UNIQUE INDEX occurrence_row ON occurrence (row_hash, row_number);
CREATE INDEX occurrence_month ON occurrence (month, publisher, category);
CREATE INDEX occurrence_location ON occurrence (location_id, month);
CREATE INDEX occurrence_reference ON occurrence (external_reference) WHERE external_reference IS NOT NULL;

ALTER TABLE location ENABLE ROW LEVEL SECURITY;
ALTER TABLE location_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE occurrence ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON location, location_area, occurrence TO fp_staff;
GRANT SELECT, INSERT ON location TO fp_service;
GRANT SELECT, INSERT, UPDATE ON occurrence TO fp_service;
GRANT SELECT, INSERT, DELETE ON location_area TO fp_service;
GRANT SELECT, DELETE ON occurrence TO fp_disposal;

-- A point by itself says nothing; what happened there is guarded on its own row.
CREATE POLICY location_force ON location FOR SELECT TO fp_staff USING (true);
CREATE POLICY location_service ON location TO fp_service USING (true);
CREATE POLICY location_area_force ON location_area FOR SELECT TO fp_staff USING (true);
CREATE POLICY location_area_service ON location_area TO fp_service USING (true);
CREATE POLICY occurrence_force ON occurrence FOR SELECT TO fp_staff
  USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY occurrence_service ON occurrence TO fp_service USING (compartment_id IS NULL);
CREATE POLICY occurrence_disposal ON occurrence TO fp_disposal USING (true);
