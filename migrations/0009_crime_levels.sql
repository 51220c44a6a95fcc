-- What P1 counts and sets against what: populations, indicators, street imports, monthly counts.

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

CREATE TABLE street_import (
  id uuid PRIMARY KEY,
  publisher text NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  months date[] NOT NULL DEFAULT '{}',
  row_count bigint NOT NULL DEFAULT 0,
  crimes bigint NOT NULL DEFAULT 0,
  asb bigint NOT NULL DEFAULT 0,
  rejected bigint NOT NULL DEFAULT 0,
  without_place bigint NOT NULL DEFAULT 0,
  -- Null where no outline of the publisher's force was loaded: unknown is not zero.
  outside_force bigint,
  naming_another_force bigint NOT NULL DEFAULT 0,
  already_present bigint NOT NULL DEFAULT 0,
  imported_by uuid REFERENCES account,
  imported_at timestamptz NOT NULL
);
CREATE INDEX street_import_recent ON street_import (imported_at DESC);

-- Read model: made again for the months that an import touches. Rows without a place count for the force only (area null).
CREATE TABLE monthly_count (
  publisher text NOT NULL,
  area_id bigint REFERENCES area ON DELETE CASCADE,
  month date NOT NULL,
  category text NOT NULL,
  source text NOT NULL,
  incidents integer NOT NULL CHECK (incidents > 0)
);
CREATE UNIQUE INDEX monthly_count_key ON monthly_count (publisher, area_id, month, category, source) NULLS NOT DISTINCT;
CREATE INDEX monthly_count_area ON monthly_count (area_id, month, category) INCLUDE (incidents, publisher);
COMMENT ON TABLE monthly_count IS 'area_id null: the whole of what the publisher published for the month, placed or not.';

CREATE UNLOGGED TABLE street_staging (
  import_id uuid NOT NULL,
  line bigint NOT NULL,
  crime_id text NOT NULL,
  month text NOT NULL,
  reported_by text NOT NULL,
  falls_within text NOT NULL,
  longitude text NOT NULL,
  latitude text NOT NULL,
  location text NOT NULL,
  lsoa_code text NOT NULL,
  lsoa_name text NOT NULL,
  crime_type text NOT NULL,
  outcome text NOT NULL,
  context text NOT NULL
);
CREATE INDEX street_staging_import ON street_staging (import_id);

ALTER TABLE population ENABLE ROW LEVEL SECURITY;
ALTER TABLE area_indicator ENABLE ROW LEVEL SECURITY;
ALTER TABLE street_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE monthly_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE street_staging ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON population, area_indicator, street_import, monthly_count TO fp_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON population, area_indicator, monthly_count TO fp_service;
GRANT SELECT, INSERT ON street_import TO fp_service;
GRANT SELECT, INSERT, DELETE ON street_staging TO fp_service;

CREATE POLICY population_force ON population FOR SELECT TO fp_staff USING (true);
CREATE POLICY population_service ON population TO fp_service USING (true);
CREATE POLICY area_indicator_force ON area_indicator FOR SELECT TO fp_staff USING (true);
CREATE POLICY area_indicator_service ON area_indicator TO fp_service USING (true);
CREATE POLICY street_import_force ON street_import FOR SELECT TO fp_staff USING (true);
CREATE POLICY street_import_service ON street_import TO fp_service USING (true);
CREATE POLICY monthly_count_force ON monthly_count FOR SELECT TO fp_staff USING (true);
CREATE POLICY monthly_count_service ON monthly_count TO fp_service USING (true);
CREATE POLICY street_staging_service ON street_staging TO fp_service USING (true);
