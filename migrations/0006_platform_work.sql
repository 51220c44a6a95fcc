-- Domain events, work that runs in the background, disposal.

CREATE SEQUENCE domain_event_id;
CREATE TABLE domain_event (
  id bigint NOT NULL DEFAULT nextval('domain_event_id'),
  at timestamptz NOT NULL,
  name text NOT NULL,
  -- Ids only.
  payload jsonb NOT NULL,
  request_id text NOT NULL,
  PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);
CREATE INDEX domain_event_name ON domain_event (name, at DESC);
COMMENT ON TABLE domain_event IS 'The outbox: what happened, written in the transaction in which it happened.';

-- One row for each piece of long work that a person started or may ask after. The queue itself is pg-boss's.
CREATE TABLE job_run (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  title text NOT NULL,
  account_id uuid REFERENCES account,
  -- The posting in which the person asked: their rights are looked up again when the work runs.
  posting_id bigint REFERENCES posting,
  -- Ids only, as the queue has it: a run that failed for good can be asked for again from here.
  input jsonb NOT NULL,
  -- Its number in the queue; the queue forgets after a while, this row does not.
  queue_id uuid,
  -- Key of the advisory lock that the process at work holds as long as it lives: a free lock means that it is dead.
  worker integer,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done bigint NOT NULL DEFAULT 0,
  total bigint,
  message text NOT NULL DEFAULT '',
  result jsonb,
  error text,
  attempts integer NOT NULL DEFAULT 0,
  asked_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz
);
CREATE INDEX job_run_recent ON job_run (asked_at DESC, id DESC);
CREATE INDEX job_run_person ON job_run (account_id, asked_at DESC, id DESC);
CREATE INDEX job_run_open ON job_run (state, asked_at) WHERE state IN ('waiting', 'running', 'failed');

CREATE TABLE legal_hold (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  placed_by uuid NOT NULL REFERENCES account,
  placed_at timestamptz NOT NULL,
  lifted_by uuid REFERENCES account,
  lifted_at timestamptz,
  lifted_reason text CHECK (lifted_reason <> ''),
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lifted_reason IS NULL))
);
COMMENT ON TABLE legal_hold IS 'Nothing that a live hold names, by kind and id, is disposed of; nor what belongs to an account that one names.';
CREATE INDEX legal_hold_live ON legal_hold (kind, subject) WHERE lifted_at IS NULL;

CREATE TABLE disposal_certificate (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The public code of the rule under which it was disposed of.
  rule text NOT NULL,
  kind text NOT NULL,
  -- The words and the authority of the rule as they were then, so that the certificate stands by itself.
  what text NOT NULL,
  authority text NOT NULL,
  older_than timestamptz NOT NULL,
  row_count bigint NOT NULL CHECK (row_count > 0),
  -- How many were old enough and stayed, because of a hold.
  held bigint NOT NULL CHECK (held >= 0),
  -- Ids of what is gone, where there are few enough to list; never names.
  subjects jsonb NOT NULL DEFAULT '[]',
  disposed_at timestamptz NOT NULL,
  reviewed_by uuid REFERENCES account
);
CREATE INDEX disposal_certificate_recent ON disposal_certificate (disposed_at DESC, id DESC);

ALTER TABLE domain_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE legal_hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE disposal_certificate ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SEQUENCE domain_event_id TO fp_gate, fp_staff, fp_partner, fp_service, fp_disposal;
GRANT INSERT ON domain_event TO fp_gate, fp_staff, fp_partner, fp_service, fp_disposal;
GRANT SELECT ON domain_event TO fp_service;
GRANT SELECT, INSERT ON job_run TO fp_staff;
GRANT SELECT, INSERT, UPDATE ON job_run TO fp_service;
GRANT SELECT, INSERT, UPDATE (lifted_by, lifted_at, lifted_reason) ON legal_hold TO fp_staff;
GRANT SELECT ON legal_hold, disposal_certificate TO fp_disposal, fp_service;
GRANT INSERT ON disposal_certificate TO fp_disposal;
GRANT SELECT ON disposal_certificate TO fp_staff;

CREATE POLICY domain_event_append ON domain_event FOR INSERT WITH CHECK (true);
CREATE POLICY domain_event_service ON domain_event FOR SELECT TO fp_service USING (true);
CREATE POLICY job_run_service ON job_run TO fp_service USING (true);
CREATE POLICY job_run_own ON job_run FOR SELECT TO fp_staff
  USING (account_id = (SELECT reader_account()) OR 'administrator' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY job_run_ask ON job_run FOR INSERT TO fp_staff WITH CHECK (account_id = (SELECT reader_account()));
CREATE POLICY legal_hold_custodian ON legal_hold FOR SELECT TO fp_staff
  USING ('records-custodian' = ANY ((SELECT reader_roles())::text[]));
CREATE POLICY legal_hold_place ON legal_hold FOR INSERT TO fp_staff
  WITH CHECK ('records-custodian' = ANY ((SELECT reader_roles())::text[]) AND placed_by = (SELECT reader_account())
    AND lifted_at IS NULL);
CREATE POLICY legal_hold_lift ON legal_hold FOR UPDATE TO fp_staff
  USING ('records-custodian' = ANY ((SELECT reader_roles())::text[]) AND lifted_at IS NULL)
  WITH CHECK (lifted_by = (SELECT reader_account()));
CREATE POLICY legal_hold_disposal ON legal_hold FOR SELECT TO fp_disposal, fp_service USING (true);
CREATE POLICY disposal_certificate_append ON disposal_certificate FOR INSERT TO fp_disposal WITH CHECK (true);
CREATE POLICY disposal_certificate_disposal ON disposal_certificate FOR SELECT TO fp_disposal, fp_service USING (true);
CREATE POLICY disposal_certificate_custodian ON disposal_certificate FOR SELECT TO fp_staff
  USING (ARRAY['records-custodian', 'auditor'] && (SELECT reader_roles())::text[]);
