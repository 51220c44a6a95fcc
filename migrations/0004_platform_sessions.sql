-- Sign-in, sessions, idempotency keys, drafts.

CREATE TABLE session (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  account_id uuid NOT NULL REFERENCES account,
  posting_id bigint REFERENCES posting,
  csrf_token text NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  -- When the person last proved who they are: a step-up asks for a recent one.
  proved_at timestamptz NOT NULL,
  locked_at timestamptz,
  ended_at timestamptz,
  expires_at timestamptz NOT NULL,
  -- The browser it was made in, so that each person finds their own session again at a shared terminal.
  browser_hash bytea CHECK (length(browser_hash) = 32),
  -- Where they were when somebody else took over the terminal: their next sign-in there brings them back.
  parked_path text CHECK (parked_path ~ '^/')
);
CREATE INDEX session_account ON session (account_id) WHERE ended_at IS NULL;
CREATE INDEX session_browser ON session (browser_hash) WHERE ended_at IS NULL;
COMMENT ON COLUMN session.token_hash IS 'SHA-256 of the cookie: whoever reads this table cannot sign in with it.';

CREATE TABLE sign_in_attempt (
  state_hash bytea PRIMARY KEY,
  code_verifier text NOT NULL,
  nonce text NOT NULL,
  return_to text NOT NULL,
  -- The browser that left for the provider: nobody else can come back in its place.
  browser_hash bytea NOT NULL CHECK (length(browser_hash) = 32),
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'switch', 'unlock', 'confirm')),
  -- The session that asks for fresh proof (unlock, confirm) rather than a new one.
  session_hash bytea CHECK (length(session_hash) = 32),
  started_at timestamptz NOT NULL,
  CHECK ((session_hash IS NOT NULL) = (purpose IN ('unlock', 'confirm')))
);
CREATE INDEX sign_in_attempt_age ON sign_in_attempt (started_at);
COMMENT ON TABLE sign_in_attempt IS 'One row from leaving for the identity provider to coming back; used once, then gone.';

CREATE TABLE idempotency_key (
  account_id uuid NOT NULL REFERENCES account,
  key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
  command text NOT NULL,
  input_hash bytea NOT NULL,
  output jsonb,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (made_at);

CREATE TABLE draft (
  account_id uuid NOT NULL REFERENCES account,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  fields jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, key)
);
CREATE INDEX draft_age ON draft (saved_at);

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE, DELETE ON session, sign_in_attempt TO fp_gate;
GRANT SELECT, INSERT, UPDATE ON idempotency_key TO fp_staff, fp_partner;
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO fp_staff, fp_partner;
-- How old it is and whose, not what was typed. Deleting in batches asks for the place of the row.
GRANT SELECT (ctid, account_id, key, made_at), DELETE ON idempotency_key TO fp_disposal;
GRANT SELECT (ctid, account_id, key, saved_at), DELETE ON draft TO fp_disposal;

CREATE POLICY session_gate ON session TO fp_gate USING (true);
CREATE POLICY sign_in_attempt_gate ON sign_in_attempt TO fp_gate USING (true);
CREATE POLICY idempotency_key_own ON idempotency_key TO fp_staff, fp_partner USING (account_id = (SELECT reader_account()));
CREATE POLICY draft_own ON draft TO fp_staff, fp_partner USING (account_id = (SELECT reader_account()));
CREATE POLICY idempotency_key_disposal ON idempotency_key TO fp_disposal USING (true);
CREATE POLICY draft_disposal ON draft TO fp_disposal USING (true);
