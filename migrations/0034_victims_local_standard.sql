-- Whether the force promises every victim a first word on how it goes (VC44): its own standard, which no code sets. From a day on and
-- never back; a crime that was reported on or after that day is under it. None: it does not.
CREATE TABLE victim_local_standard (
  valid_from date PRIMARY KEY,
  applies boolean NOT NULL,
  -- Where the force says so: its policy, the commissioner's plan.
  source text NOT NULL CHECK (source <> ''),
  set_by uuid NOT NULL REFERENCES account,
  set_at timestamptz NOT NULL
);

ALTER TABLE victim_local_standard ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON victim_local_standard TO fp_staff;
-- Victims come with extracts, too.
GRANT SELECT ON victim_local_standard TO fp_service;
CREATE POLICY victim_local_standard_force ON victim_local_standard FOR SELECT TO fp_staff USING (true);
CREATE POLICY victim_local_standard_add ON victim_local_standard FOR INSERT TO fp_staff WITH CHECK (
  set_by = (SELECT reader_account()) AND (ARRAY['commander', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY victim_local_standard_service ON victim_local_standard FOR SELECT TO fp_service USING (true);
