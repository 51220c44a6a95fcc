-- The audit: every read of personal data, change, print, export, share, refusal and sign-in, one row each.
-- Rows are only ever added. They are not chained one by one (a chain head in the request would make the whole force
-- wait in line); a sealer chains them in batches, by transaction, and writes each head outside the database too.

CREATE TABLE audit_era (
  era integer PRIMARY KEY,
  started_at timestamptz NOT NULL,
  reason text NOT NULL
);
COMMENT ON TABLE audit_era IS 'Transaction numbers start again when a database is restored elsewhere; a new era keeps the order total.';
INSERT INTO audit_era VALUES (1, now(), 'first migration');

CREATE FUNCTION current_audit_era() RETURNS integer LANGUAGE sql STABLE AS $$ SELECT max(era) FROM audit_era $$;

CREATE SEQUENCE audit_event_id;

CREATE TABLE audit_event (
  id bigint NOT NULL DEFAULT nextval('audit_event_id'),
  at timestamptz NOT NULL,
  -- The order of sealing: era, then transaction, then id.
  era integer NOT NULL DEFAULT current_audit_era(),
  xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
  -- What: `area.renamed`; and how it ended.
  event text NOT NULL CHECK (event <> ''),
  outcome text NOT NULL CHECK (outcome IN ('done', 'intended', 'refused', 'missed', 'hidden', 'failed')),
  -- Who: account ids and system names, never a person's name.
  principal text NOT NULL,
  account_id uuid,
  system_name text,
  posting_id bigint,
  purpose text NOT NULL,
  origin text NOT NULL,
  request_id text NOT NULL,
  -- Ids, counts and codes that make the row readable; no personal data.
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);
-- The id too, so that a page of fifty begins where the last one ended without sorting anything.
CREATE INDEX audit_event_reader ON audit_event (account_id, at DESC, id DESC);
CREATE INDEX audit_event_order ON audit_event (era, xact, id);

CREATE TABLE audit_subject (
  at timestamptz NOT NULL,
  audit_id bigint NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  PRIMARY KEY (at, audit_id, kind, subject)
) PARTITION BY RANGE (at);
CREATE INDEX audit_subject_lookup ON audit_subject (kind, subject, at DESC, audit_id DESC);
COMMENT ON TABLE audit_subject IS 'Whom or what each audit row is about, so that "who looked at this?" is one index scan.';

CREATE TABLE audit_seal (
  seq bigint PRIMARY KEY,
  era integer NOT NULL,
  -- Covers the transactions from (inclusive) to (exclusive).
  from_xact xid8 NOT NULL,
  to_xact xid8 NOT NULL,
  row_count bigint NOT NULL CHECK (row_count > 0),
  -- When the first and the last of these rows say that they happened: so that a broken seal can be told as a time.
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  sealed_at timestamptz NOT NULL,
  -- SHA-256 over the previous head, this row's other columns, and every covered row with its subjects, in order.
  head bytea NOT NULL CHECK (length(head) = 32)
);

CREATE TABLE audit_verification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  -- Whether it was set against heads kept outside the database: without them a cut tail cannot be seen.
  with_heads boolean NOT NULL,
  seals bigint NOT NULL,
  row_count bigint NOT NULL,
  -- What is wrong, each as a code, seals, times and words; empty when all is well.
  findings jsonb NOT NULL
);
COMMENT ON TABLE audit_verification IS 'What each check of the chain found. Itself no proof: the check can be run again at any time, anywhere.';

ALTER TABLE audit_era ENABLE ROW LEVEL SECURITY;
-- Writes a line with its subjects. A function, because every transaction ends with one: each connection keeps its plans.
-- It runs as whoever calls it, under the policies below, and gives nothing back.
CREATE FUNCTION audit_append(at timestamptz, event text, outcome text, principal text, account uuid, system_name text,
  posting bigint, purpose text, origin text, request text, detail jsonb, kinds text[], subjects text[]
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE line bigint := nextval('audit_event_id');
BEGIN
  INSERT INTO audit_event (id, at, event, outcome, principal, account_id, system_name, posting_id, purpose, origin, request_id, detail)
  VALUES (line, audit_append.at, audit_append.event, audit_append.outcome, audit_append.principal, audit_append.account,
    audit_append.system_name, audit_append.posting, audit_append.purpose, audit_append.origin, audit_append.request, audit_append.detail);
  IF cardinality(kinds) > 0 THEN
    INSERT INTO audit_subject (at, audit_id, kind, subject)
    SELECT audit_append.at, line, about.kind, about.subject FROM unnest(kinds, subjects) AS about (kind, subject);
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION audit_append TO fp_gate, fp_staff, fp_partner, fp_victim, fp_public, fp_service, fp_disposal;

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_subject ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_verification ENABLE ROW LEVEL SECURITY;

GRANT EXECUTE ON FUNCTION current_audit_era() TO fp_gate, fp_staff, fp_partner, fp_victim, fp_public, fp_service, fp_disposal;
GRANT USAGE ON SEQUENCE audit_event_id TO fp_gate, fp_staff, fp_partner, fp_victim, fp_public, fp_service, fp_disposal;
GRANT SELECT ON audit_era TO fp_gate, fp_staff, fp_partner, fp_victim, fp_public, fp_service, fp_disposal;
-- Not era and xact: a line belongs to the transaction that writes it, or the order of sealing would mean nothing.
GRANT INSERT (id, at, event, outcome, principal, account_id, system_name, posting_id, purpose, origin, request_id, detail)
  ON audit_event TO fp_gate, fp_staff, fp_partner, fp_victim, fp_public, fp_service, fp_disposal;
GRANT INSERT ON audit_subject TO fp_gate, fp_staff, fp_partner, fp_victim, fp_public, fp_service, fp_disposal;
GRANT SELECT ON audit_event, audit_subject, audit_seal, audit_verification TO fp_staff, fp_service;
GRANT INSERT ON audit_seal, audit_verification TO fp_service;

CREATE POLICY audit_era_everybody ON audit_era FOR SELECT USING (true);
-- Everybody writes as themselves; the gate also for those whom it has just come to know.
CREATE POLICY audit_event_append ON audit_event FOR INSERT TO fp_staff, fp_partner, fp_victim, fp_public, fp_service, fp_disposal
  WITH CHECK (account_id IS NOT DISTINCT FROM (SELECT reader_account())
    AND principal = CASE current_user WHEN 'fp_disposal' THEN 'service' ELSE substr(current_user, 4) END
    AND (principal = 'service' OR system_name IS NULL OR system_name = principal));
CREATE POLICY audit_event_gate ON audit_event FOR INSERT TO fp_gate WITH CHECK (true);
CREATE POLICY audit_subject_append ON audit_subject FOR INSERT WITH CHECK (true);
CREATE POLICY audit_event_auditor ON audit_event FOR SELECT TO fp_staff USING ('auditor' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY audit_subject_auditor ON audit_subject FOR SELECT TO fp_staff USING ('auditor' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY audit_seal_auditor ON audit_seal FOR SELECT TO fp_staff USING ('auditor' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY audit_event_sealer ON audit_event FOR SELECT TO fp_service USING (true);
CREATE POLICY audit_subject_sealer ON audit_subject FOR SELECT TO fp_service USING (true);
CREATE POLICY audit_seal_sealer ON audit_seal TO fp_service USING (true);
CREATE POLICY audit_verification_auditor ON audit_verification FOR SELECT TO fp_staff
  USING ('auditor' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY audit_verification_service ON audit_verification TO fp_service USING (true);
