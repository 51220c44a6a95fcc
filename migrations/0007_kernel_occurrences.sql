-- Places and what happened there, flat and numerous; imported, or recorded by later modules. Then the figures that it is set
-- against: populations and indicators by area.

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

-- Read model: made again for the months that an import touches. Rows without a place count for the force only (area null).
CREATE TABLE monthly_count (
  publisher text NOT NULL,
  -- An area's id, from location_area. No foreign key: areas end and are never deleted, and checking it
  -- for every count is a good part of the time of an import.
  area_id bigint,
  month date NOT NULL,
  category text NOT NULL,
  source text NOT NULL,
  incidents integer NOT NULL CHECK (incidents > 0)
);
CREATE UNIQUE INDEX monthly_count_key ON monthly_count (publisher, area_id, month, category, source) NULLS NOT DISTINCT;
CREATE INDEX monthly_count_area ON monthly_count (area_id, month, category) INCLUDE (incidents, publisher);
COMMENT ON TABLE monthly_count IS 'area_id null: the whole of what the publisher published for the month, placed or not.';

CREATE TABLE population (
  -- By code and not by area: figures arrive for places whose outline is not here (other forces, other districts).
  area_kind text NOT NULL,
  area_code text NOT NULL,
  area_name text NOT NULL,
  mid_year integer NOT NULL CHECK (mid_year BETWEEN 1801 AND 2200),
  age_band text NOT NULL DEFAULT 'all',
  people integer NOT NULL CHECK (people >= 0),
  source text NOT NULL,
  loaded_at timestamptz NOT NULL,
  PRIMARY KEY (area_kind, area_code, mid_year, age_band)
);
COMMENT ON TABLE population IS 'People by mid-year estimate. The year used is named beside every rate.';

CREATE TABLE area_indicator (
  area_kind text NOT NULL,
  area_code text NOT NULL,
  -- `imd-decile`, `income-rank`
  indicator text NOT NULL,
  edition integer NOT NULL,
  value double precision NOT NULL,
  source text NOT NULL,
  loaded_at timestamptz NOT NULL,
  PRIMARY KEY (area_kind, area_code, indicator, edition)
);

ALTER TABLE location ENABLE ROW LEVEL SECURITY;
ALTER TABLE location_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE occurrence ENABLE ROW LEVEL SECURITY;
ALTER TABLE monthly_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE population ENABLE ROW LEVEL SECURITY;
ALTER TABLE area_indicator ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON location, location_area, occurrence, monthly_count, population, area_indicator TO fp_staff;
GRANT SELECT, INSERT ON location TO fp_service;
GRANT SELECT, INSERT, UPDATE ON occurrence TO fp_service;
GRANT SELECT, INSERT, DELETE ON location_area TO fp_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON monthly_count, population, area_indicator TO fp_service;
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

CREATE POLICY monthly_count_force ON monthly_count FOR SELECT TO fp_staff USING (true);
CREATE POLICY monthly_count_service ON monthly_count TO fp_service USING (true);
CREATE POLICY population_force ON population FOR SELECT TO fp_staff USING (true);
CREATE POLICY population_service ON population TO fp_service USING (true);
CREATE POLICY area_indicator_force ON area_indicator FOR SELECT TO fp_staff USING (true);
CREATE POLICY area_indicator_service ON area_indicator TO fp_service USING (true);
