-- What street files were imported. The rows of a file pass through a temporary table of the importing transaction: COPY is
-- refused on tables with row-level security, and nobody else could see the rows there anyway.

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
  added bigint NOT NULL DEFAULT 0,
  imported_by uuid REFERENCES account,
  imported_at timestamptz NOT NULL
);
CREATE INDEX street_import_recent ON street_import (imported_at DESC);

ALTER TABLE street_import ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON street_import TO fp_staff;
GRANT SELECT, INSERT ON street_import TO fp_service;
CREATE POLICY street_import_force ON street_import FOR SELECT TO fp_staff USING (true);
CREATE POLICY street_import_service ON street_import TO fp_service USING (true);
