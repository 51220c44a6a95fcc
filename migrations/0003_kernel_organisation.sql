-- Who works where, dated: agencies, units, areas, accounts, postings.
-- These are the ground that access stands on, so every signed-in person may read them, and only an administrator writes.

CREATE TABLE installation (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  force_name text NOT NULL CHECK (force_name <> ''),
  -- The publisher of this force's own open data: `thames-valley`.
  publisher text NOT NULL CHECK (publisher ~ '^[a-z0-9-]+$'),
  -- A database made by `demo`; anything that makes up data refuses a database without it.
  demonstration boolean NOT NULL DEFAULT false,
  seed bigint,
  as_of date,
  -- Of a demonstration: when the work of its people had been played through to the end.
  played_at timestamptz,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE installation IS 'One row: which force this is, and whether it is a demonstration.';

CREATE TABLE agency (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('police-force', 'local-authority', 'health', 'housing', 'education', 'probation', 'voluntary', 'other')),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE area (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('force', 'policing-area', 'local-authority', 'ward', 'msoa11', 'lsoa11', 'lsoa21', 'neighbourhood')),
  code text NOT NULL CHECK (code <> ''),
  name text NOT NULL CHECK (name <> ''),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  -- GeoJSON Polygon or MultiPolygon, WGS84; null for an area that has no outline here.
  boundary jsonb,
  -- Drawn from places and distances, not surveyed: said on every map.
  schematic boolean NOT NULL DEFAULT false,
  source text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  UNIQUE (kind, code)
);
COMMENT ON TABLE area IS 'Places with an outline, dated. They nest and overlap; a point finds its areas by its coordinates.';

CREATE TABLE area_nesting (
  inner_area bigint NOT NULL REFERENCES area ON DELETE CASCADE,
  outer_area bigint NOT NULL REFERENCES area ON DELETE CASCADE,
  PRIMARY KEY (inner_area, outer_area),
  CHECK (inner_area <> outer_area)
);
CREATE INDEX area_nesting_outer ON area_nesting (outer_area, inner_area);
COMMENT ON TABLE area_nesting IS 'Every pair, at any depth, of which the inner lies (by its inside point) within the outer.';

CREATE TABLE unit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency_id bigint NOT NULL REFERENCES agency,
  parent_id bigint REFERENCES unit,
  area_id bigint REFERENCES area,
  code text NOT NULL UNIQUE CHECK (code <> ''),
  name text NOT NULL CHECK (name <> ''),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  version integer NOT NULL DEFAULT 1,
  CHECK (parent_id <> id)
);
CREATE INDEX unit_parent ON unit (parent_id);

CREATE TABLE account (
  id uuid PRIMARY KEY,
  -- Who the identity provider says they are.
  issuer text NOT NULL,
  subject text NOT NULL,
  principal text NOT NULL CHECK (principal IN ('staff', 'partner')),
  agency_id bigint NOT NULL REFERENCES agency,
  -- "PS Ellis": rank or title and name, as colleagues say it.
  name text NOT NULL CHECK (name <> ''),
  -- Collar or staff number.
  number text UNIQUE CHECK (number <> ''),
  clearance text NOT NULL DEFAULT 'OFFICIAL-SENSITIVE' CHECK (clearance IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  -- From this moment on the account opens nothing; open sessions end at their next request.
  left_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (issuer, subject)
);
COMMENT ON TABLE account IS 'Somebody who can sign in. Not to be confused with a person that the work is about.';

CREATE TABLE posting (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  unit_id bigint NOT NULL REFERENCES unit,
  title text NOT NULL CHECK (title <> ''),
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  -- Reaches the whole force, whatever the unit's area.
  force_wide boolean NOT NULL DEFAULT false,
  starts date NOT NULL,
  ends date CHECK (ends >= starts),
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX posting_account ON posting (account_id, starts);
CREATE INDEX posting_unit ON posting (unit_id, starts);

CREATE TABLE compartment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (name <> ''),
  -- Whether those outside may know that there is something; the name itself never shows to them.
  existence_shows boolean NOT NULL DEFAULT false,
  custodian uuid NOT NULL REFERENCES account,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE compartment_member (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  compartment_id bigint NOT NULL REFERENCES compartment,
  account_id uuid NOT NULL REFERENCES account,
  reason text NOT NULL CHECK (reason <> ''),
  added_by uuid REFERENCES account,
  starts date NOT NULL,
  -- The last whole day inside. Whoever is taken out is out at once, so this is the day before; the day before `starts` for
  -- somebody who was let in and taken out on the same day.
  ends date CHECK (ends >= starts - 1),
  ends_reason text CHECK (ends_reason <> ''),
  CHECK (ends IS NOT NULL OR ends_reason IS NULL)
);
CREATE UNIQUE INDEX compartment_member_inside ON compartment_member (compartment_id, account_id) WHERE ends IS NULL;
CREATE INDEX compartment_member_account ON compartment_member (account_id);

ALTER TABLE installation ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE area ENABLE ROW LEVEL SECURITY;
ALTER TABLE area_nesting ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE compartment ENABLE ROW LEVEL SECURITY;
ALTER TABLE compartment_member ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON installation, agency, area, area_nesting, unit, account, posting, compartment, compartment_member TO fp_gate;
GRANT SELECT ON installation, agency, area, area_nesting, unit, account, posting TO fp_staff, fp_service;
GRANT SELECT ON installation, agency, area, area_nesting, unit TO fp_partner;
GRANT SELECT ON account TO fp_partner;
GRANT SELECT ON installation TO fp_public, fp_victim;
GRANT SELECT ON compartment, compartment_member TO fp_staff;
GRANT INSERT, UPDATE ON agency, area, unit, account, posting, compartment, compartment_member TO fp_staff;
GRANT INSERT ON area_nesting TO fp_staff;
GRANT INSERT, UPDATE, DELETE ON area_nesting TO fp_service;
GRANT INSERT, UPDATE ON area TO fp_service;

CREATE POLICY installation_everybody ON installation FOR SELECT USING (true);
CREATE POLICY agency_signed_in ON agency FOR SELECT TO fp_gate, fp_staff, fp_partner, fp_service USING (true);
CREATE POLICY area_signed_in ON area FOR SELECT TO fp_gate, fp_staff, fp_partner, fp_service USING (true);
CREATE POLICY area_nesting_signed_in ON area_nesting FOR SELECT TO fp_gate, fp_staff, fp_partner, fp_service USING (true);
CREATE POLICY unit_signed_in ON unit FOR SELECT TO fp_gate, fp_staff, fp_partner, fp_service USING (true);
CREATE POLICY account_force ON account FOR SELECT TO fp_gate, fp_staff, fp_service USING (true);
CREATE POLICY account_own_agency ON account FOR SELECT TO fp_partner USING (agency_id = (SELECT reader_agency()));
CREATE POLICY posting_force ON posting FOR SELECT TO fp_gate, fp_staff, fp_service USING (true);
CREATE POLICY compartment_gate ON compartment FOR SELECT TO fp_gate USING (true);
CREATE POLICY compartment_member_gate ON compartment_member FOR SELECT TO fp_gate USING (true);
CREATE POLICY compartment_inside ON compartment FOR SELECT TO fp_staff
  USING (id = ANY ((SELECT reader_compartments())::bigint[]) OR custodian = (SELECT reader_account())
    OR ('records-custodian' = ANY ((SELECT reader_roles())::text[]) AND custodian IN (SELECT id FROM account WHERE left_at IS NOT NULL)));
CREATE POLICY compartment_member_inside ON compartment_member FOR SELECT TO fp_staff
  USING (compartment_id = ANY ((SELECT reader_compartments())::bigint[])
    OR compartment_id IN (SELECT id FROM compartment WHERE custodian = (SELECT reader_account())));

CREATE POLICY agency_write ON agency FOR INSERT TO fp_staff WITH CHECK ('administrator' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY agency_change ON agency FOR UPDATE TO fp_staff USING ('administrator' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY area_write ON area FOR INSERT TO fp_staff WITH CHECK ('administrator' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY area_change ON area FOR UPDATE TO fp_staff USING ('administrator' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY area_nesting_write ON area_nesting FOR INSERT TO fp_staff
  WITH CHECK ('administrator' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY area_service ON area FOR ALL TO fp_service USING (true);
CREATE POLICY area_nesting_service ON area_nesting FOR ALL TO fp_service USING (true);
CREATE POLICY unit_write ON unit FOR INSERT TO fp_staff WITH CHECK ('administrator' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY unit_change ON unit FOR UPDATE TO fp_staff USING ('administrator' = ANY ((SELECT reader_roles())::text[]));
-- Nobody makes or changes their own account or posting (ORG07).
CREATE POLICY account_write ON account FOR INSERT TO fp_staff
  WITH CHECK ('administrator' = ANY ((SELECT reader_roles())::text[]) AND id <> (SELECT reader_account()));
CREATE POLICY account_change ON account FOR UPDATE TO fp_staff
  USING ('administrator' = ANY ((SELECT reader_roles())::text[]) AND id <> (SELECT reader_account()));
CREATE POLICY posting_write ON posting FOR INSERT TO fp_staff
  WITH CHECK ('administrator' = ANY ((SELECT reader_roles())::text[]) AND account_id <> (SELECT reader_account()));
CREATE POLICY posting_change ON posting FOR UPDATE TO fp_staff
  USING ('administrator' = ANY ((SELECT reader_roles())::text[]) AND account_id <> (SELECT reader_account()));
-- Made, kept and handed on by records custodians, each their own; one whose custodian has left is open to all of them, to
-- be taken over. The subqueries stand by themselves: each is worked out once a statement.
CREATE POLICY compartment_write ON compartment FOR INSERT TO fp_staff
  WITH CHECK (custodian = (SELECT reader_account()) AND 'records-custodian' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY compartment_change ON compartment FOR UPDATE TO fp_staff
  USING ('records-custodian' = ANY ((SELECT reader_roles())::text[])
    AND (custodian = (SELECT reader_account()) OR custodian IN (SELECT id FROM account WHERE left_at IS NOT NULL)))
  WITH CHECK ('records-custodian' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY compartment_member_write ON compartment_member FOR INSERT TO fp_staff
  WITH CHECK ('records-custodian' = ANY ((SELECT reader_roles())::text[])
    AND compartment_id IN (SELECT id FROM compartment WHERE custodian = (SELECT reader_account())));
CREATE POLICY compartment_member_change ON compartment_member FOR UPDATE TO fp_staff
  USING ('records-custodian' = ANY ((SELECT reader_roles())::text[])
    AND compartment_id IN (SELECT id FROM compartment WHERE custodian = (SELECT reader_account())));

-- How far a posting reaches: its unit and those below it; their areas and the areas within those, down to wards and
-- neighbourhoods (records are kept at that level; small statistical areas would only make the list long).
CREATE FUNCTION reach_units(start bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT id FROM unit WHERE id = start
    UNION
    SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id
  )
  SELECT id FROM below
$$;
CREATE FUNCTION reach_areas(start bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  SELECT u.area_id FROM unit u WHERE u.area_id IS NOT NULL AND u.id IN (SELECT reach_units(start))
  UNION
  SELECT n.inner_area FROM unit u
    JOIN area_nesting n ON n.outer_area = u.area_id
    JOIN area a ON a.id = n.inner_area AND a.kind IN ('policing-area', 'local-authority', 'ward', 'neighbourhood')
  WHERE u.id IN (SELECT reach_units(start))
$$;
GRANT EXECUTE ON FUNCTION reach_units(bigint), reach_areas(bigint) TO fp_gate, fp_staff, fp_service;
