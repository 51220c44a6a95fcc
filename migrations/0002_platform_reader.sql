-- What row-level security knows of the reader: set for one transaction by platform/db/context.ts.
-- Policies call these as (SELECT reader_...()), so that each is worked out once per statement and never per row.
-- A setting that is absent gives nothing: NULL, or an empty array.

CREATE FUNCTION reader_account() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.account', true), '')::uuid $$;

CREATE FUNCTION reader_agency() RETURNS bigint LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.agency', true), '')::bigint $$;

CREATE FUNCTION reader_roles() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.roles', true), ''), '{}')::text[] $$;

CREATE FUNCTION reader_areas() RETURNS bigint[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.areas', true), ''), '{}')::bigint[] $$;

CREATE FUNCTION reader_units() RETURNS bigint[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.units', true), ''), '{}')::bigint[] $$;

CREATE FUNCTION reader_force_wide() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.force_wide', true), ''), 'false')::boolean $$;

CREATE FUNCTION reader_compartments() RETURNS bigint[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.compartments', true), ''), '{}')::bigint[] $$;

-- The markings that the reader may see, as a list, so that a policy needs one comparison.
CREATE FUNCTION reader_markings() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT CASE current_setting('app.clearance', true)
       WHEN 'OFFICIAL-SENSITIVE' THEN ARRAY['OFFICIAL', 'OFFICIAL-SENSITIVE']
       WHEN 'OFFICIAL' THEN ARRAY['OFFICIAL']
       ELSE ARRAY[]::text[]
     END $$;

GRANT EXECUTE ON FUNCTION reader_account(), reader_agency(), reader_roles(), reader_areas(), reader_units(),
  reader_force_wide(), reader_compartments(), reader_markings()
  TO fp_gate, fp_staff, fp_partner, fp_victim, fp_public, fp_service, fp_disposal;
