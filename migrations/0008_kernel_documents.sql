-- Files, and what is known of each. The bytes lie in the file store under their SHA-256.

CREATE TABLE document (
  id uuid PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  file_name text NOT NULL CHECK (file_name <> ''),
  media_type text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- What guards it: its own columns, so that no policy looks anywhere else.
  agency_id bigint NOT NULL REFERENCES agency,
  unit_id bigint REFERENCES unit,
  area_id bigint REFERENCES area,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment,
  added_by uuid NOT NULL REFERENCES account,
  added_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX document_added ON document (added_at DESC, id);
CREATE INDEX document_bytes ON document (sha256);
CREATE INDEX document_area ON document (area_id) WHERE area_id IS NOT NULL;

ALTER TABLE document ENABLE ROW LEVEL SECURITY;
-- Withdrawn, and otherwise never changed: neither its bytes nor what guards it.
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_reason, version) ON document TO fp_staff;
GRANT SELECT, INSERT ON document TO fp_service;
GRANT SELECT (ctid, id, sha256, agency_id, unit_id, area_id, added_by, added_at, withdrawn_at), DELETE ON document TO fp_disposal;

-- In reach: force-wide, or its area or its unit is the reader's, or it belongs to the whole force, or the reader added it.
CREATE POLICY document_reach ON document FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR added_by = (SELECT reader_account())));
CREATE POLICY document_add ON document FOR INSERT TO fp_staff WITH CHECK (
  added_by = (SELECT reader_account())
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
-- Reach is asked once more: a change that names no column for reading is not held by the policy for reading.
CREATE POLICY document_change ON document FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND (added_by = (SELECT reader_account())
    OR 'records-custodian' = ANY ((SELECT reader_roles())::text[])
      AND ((SELECT reader_force_wide())
        OR (area_id IS NULL AND unit_id IS NULL)
        OR area_id = ANY ((SELECT reader_areas())::bigint[])
        OR unit_id = ANY ((SELECT reader_units())::bigint[]))));
CREATE POLICY document_service ON document TO fp_service USING (compartment_id IS NULL);
CREATE POLICY document_disposal ON document TO fp_disposal USING (true);

-- Whether there is such a thing at all, for the audit's "hidden" as against "missed". For the gate only, which may read
-- ids and nothing else of the work.
GRANT SELECT (id) ON document, occurrence, job_run TO fp_gate;
CREATE POLICY document_gate ON document FOR SELECT TO fp_gate USING (true);
CREATE POLICY occurrence_gate ON occurrence FOR SELECT TO fp_gate USING (true);
CREATE POLICY job_run_gate ON job_run FOR SELECT TO fp_gate USING (true);
CREATE FUNCTION record_exists(kind text, id text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE kind
    WHEN 'document' THEN RETURN EXISTS (SELECT FROM document d WHERE d.id = record_exists.id::uuid);
    WHEN 'compartment' THEN RETURN EXISTS (SELECT FROM compartment c WHERE c.id = record_exists.id::bigint);
    WHEN 'occurrence' THEN RETURN EXISTS (SELECT FROM occurrence o WHERE o.id = record_exists.id::bigint);
    WHEN 'job-run' THEN RETURN EXISTS (SELECT FROM job_run j WHERE j.id = record_exists.id::uuid);
    ELSE RETURN false;
  END CASE;
EXCEPTION WHEN invalid_text_representation OR numeric_value_out_of_range THEN
  RETURN false;
END $$;
GRANT EXECUTE ON FUNCTION record_exists(text, text) TO fp_gate;
