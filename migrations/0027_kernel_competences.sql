-- Competences: who was trained in what, and until when that is current. What a competence is, and how long it stays current, is
-- reference data of the code, dated; a holding keeps the day that followed from the setting of the day on which it was gained.

CREATE TABLE competence_holding (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  -- A code of the kernel's own list.
  competence text NOT NULL CHECK (competence <> ''),
  gained_on date NOT NULL,
  -- The last day on which it is current.
  expires_on date NOT NULL CHECK (expires_on > gained_on),
  -- What shows it, in words: the course.
  course text NOT NULL CHECK (course <> ''),
  recorded_by uuid NOT NULL REFERENCES account,
  recorded_at timestamptz NOT NULL,
  -- Withdrawn: recorded by mistake, or found not to be so. It then counts for no day.
  withdrawn_at timestamptz,
  withdrawn_by uuid REFERENCES account,
  withdrawn_reason text CHECK (withdrawn_reason <> ''),
  CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_reason) IN (0, 3))
);
CREATE UNIQUE INDEX competence_holding_once ON competence_holding (account_id, competence, gained_on) WHERE withdrawn_at IS NULL;
CREATE INDEX competence_holding_current ON competence_holding (competence, account_id, expires_on DESC) WHERE withdrawn_at IS NULL;
COMMENT ON TABLE competence_holding IS 'Read by whoever it is about and by those who supervise or lead them; never by guests.';

-- Whom the reader supervises or leads, or keeps the postings of: members of the force with a posting, not over, in the
-- reader's reach of units or areas. Nobody for any other reader. As a set, so that a policy works it out once a statement.
CREATE FUNCTION reader_supervised() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT p.account_id FROM posting p JOIN unit u ON u.id = p.unit_id JOIN account a ON a.id = p.account_id
  WHERE a.principal = 'staff'
    AND (p.ends IS NULL OR p.ends >= (now() AT TIME ZONE 'Europe/London')::date)
    AND ARRAY['supervisor', 'commander', 'chief-officer', 'administrator'] && (SELECT reader_roles())::text[]
    AND ((SELECT reader_force_wide())
      OR 'administrator' = ANY ((SELECT reader_roles())::text[])
      OR p.unit_id = ANY ((SELECT reader_units())::bigint[])
      OR u.area_id = ANY ((SELECT reader_areas())::bigint[]))
$$;
GRANT EXECUTE ON FUNCTION reader_supervised() TO fp_staff;

ALTER TABLE competence_holding ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON competence_holding TO fp_staff;
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawn_reason) ON competence_holding TO fp_staff;
GRANT SELECT ON competence_holding TO fp_service;

CREATE POLICY competence_holding_own ON competence_holding FOR SELECT TO fp_staff USING (account_id = (SELECT reader_account()));
CREATE POLICY competence_holding_reach ON competence_holding FOR SELECT TO fp_staff USING (account_id IN (SELECT reader_supervised()));
-- Nobody records their own training, nor takes it back (TRN04).
CREATE POLICY competence_holding_add ON competence_holding FOR INSERT TO fp_staff WITH CHECK (
  recorded_by = (SELECT reader_account())
  AND account_id <> (SELECT reader_account())
  AND account_id IN (SELECT reader_supervised()));
CREATE POLICY competence_holding_withdraw ON competence_holding FOR UPDATE TO fp_staff
  USING (account_id <> (SELECT reader_account()) AND account_id IN (SELECT reader_supervised()))
  WITH CHECK (withdrawn_by = (SELECT reader_account()));
-- Figures for the whole force are counted by the system.
CREATE POLICY competence_holding_service ON competence_holding FOR SELECT TO fp_service USING (true);
