-- Evidence packs as they were frozen, and what makes a sample repeatable in front of both parties.

-- What somebody took out to prove something: frozen in words, so that it says the same for ever. Nothing of a closed
-- compartment is in one, and only its maker opens it, while their clearance covers its marking.
CREATE TABLE evidence_pack (
  id uuid PRIMARY KEY,
  -- `PEEL2016`
  framework text NOT NULL CHECK (framework <> ''),
  -- JSON, kept as text: its digest is of these very bytes.
  content text NOT NULL CHECK (content <> ''),
  content_sha256 text NOT NULL CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
  -- The highest of what is in it.
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz NOT NULL
);
CREATE INDEX evidence_pack_maker ON evidence_pack (made_by, made_at DESC);

ALTER TABLE evidence_pack ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON evidence_pack TO fp_staff;
GRANT SELECT (id) ON evidence_pack TO fp_gate;
CREATE POLICY evidence_pack_own ON evidence_pack FOR SELECT TO fp_staff
  USING (made_by = (SELECT reader_account()) AND marking = ANY ((SELECT reader_markings())::text[]));
CREATE POLICY evidence_pack_make ON evidence_pack FOR INSERT TO fp_staff
  WITH CHECK (made_by = (SELECT reader_account()) AND marking = ANY ((SELECT reader_markings())::text[])
    AND ARRAY['inspection-lead', 'chief-officer', 'commander'] && (SELECT reader_roles())::text[]);
CREATE POLICY evidence_pack_gate ON evidence_pack FOR SELECT TO fp_gate USING (true);

-- Each party gives a number, so that neither chooses the rows alone; `seed` is the inspector's.
ALTER TABLE inspector_sample ADD COLUMN force_seed bigint NOT NULL DEFAULT 0;
ALTER TABLE inspector_sample ADD COLUMN measure_version integer NOT NULL DEFAULT 1;
-- Rows that count in the figure and were not open to whoever drew: `population` is what was open to them.
ALTER TABLE inspector_sample ADD COLUMN beyond integer NOT NULL DEFAULT 0 CHECK (beyond >= 0);
-- SHA-256 of the ids drawn from, in their order: the same draw tomorrow is of the same rows, or can be seen not to be.
ALTER TABLE inspector_sample ADD COLUMN population_sha256 text CHECK (population_sha256 ~ '^[0-9a-f]{64}$');

GRANT SELECT (id) ON inspector_sample TO fp_gate;
CREATE POLICY inspector_sample_gate ON inspector_sample FOR SELECT TO fp_gate USING (true);

-- Waivers, the newest first: risks that somebody accepted.
CREATE INDEX duty_waived ON duty (waived_at DESC) WHERE waived_at IS NOT NULL;
