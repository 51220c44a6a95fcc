-- The database roles. Roles belong to the whole cluster, so they may be there already.
-- fp_gate:     finds out who is asking (sessions, postings) and nothing else
-- fp_staff, fp_partner, fp_victim, fp_public, fp_service: one for each kind of principal
-- fp_disposal: the only one that may delete
-- The application's login role inherits nothing (NOINHERIT): it can only step into one of these.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['fp_gate', 'fp_staff', 'fp_partner', 'fp_victim', 'fp_public', 'fp_service', 'fp_disposal'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of the cluster was migrated at the same moment
      END;
    END IF;
  END LOOP;
END $$;

-- Nobody gets anything that is not granted by name.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO fp_gate, fp_staff, fp_partner, fp_victim, fp_public, fp_service, fp_disposal;
