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

-- Whether a guest is inside their visit, to the minute: a posting with a `visiting-` role opens nothing without one. Late
-- bound, since visits are a table of those who invite.
CREATE FUNCTION on_visit(guest uuid, at timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM inspector_visit v
    WHERE v.account_id = guest AND at >= v.starts_at AND at < least(v.ends_at, v.ended_at));
END $$;
REVOKE EXECUTE ON FUNCTION on_visit(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION on_visit(uuid, timestamptz) TO fp_gate;

-- Who asks, how far their posting reaches, and how their session stands: the first thing in every transaction, so it is a
-- function whose plans each connection keeps. As the query itself it took three times as long, most of it planning.
-- Marks the session as seen, at most once a minute, unless it would be locked by now (`lock_after`; null marks nothing).
CREATE FUNCTION resolve_session(hash bytea, at timestamptz, lock_after interval) RETURNS TABLE (
  account_id uuid, csrf_token text, proved_at timestamptz, seen_at timestamptz, locked_at timestamptz, ended_at timestamptz,
  expires_at timestamptz, principal text, account_name text, agency_id bigint, clearance text, left_at timestamptz,
  posting_id bigint, title text, roles text[], force_wide boolean, areas bigint[], units bigint[], compartments bigint[],
  postings json
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE today date := (at AT TIME ZONE 'Europe/London')::date;
BEGIN
  UPDATE session s SET seen_at = at
  WHERE lock_after IS NOT NULL AND s.token_hash = hash AND s.locked_at IS NULL AND s.ended_at IS NULL
    AND s.seen_at BETWEEN at - lock_after AND at - interval '1 minute';
  RETURN QUERY
  WITH live AS (
    SELECT p.* FROM session s JOIN posting p ON p.account_id = s.account_id
    WHERE s.token_hash = hash AND today BETWEEN p.starts AND coalesce(p.ends, 'infinity')
      AND (p.roles::text NOT LIKE '%visiting-%' OR on_visit(p.account_id, at))
  ), acting AS (
    SELECT live.* FROM live JOIN session s ON s.token_hash = hash
    ORDER BY (live.id = s.posting_id) DESC NULLS LAST, live.starts DESC, live.id LIMIT 1
  )
  SELECT s.account_id, s.csrf_token, s.proved_at, s.seen_at, s.locked_at, s.ended_at, s.expires_at,
    a.principal, a.name, a.agency_id, a.clearance, a.left_at,
    acting.id, acting.title, acting.roles, acting.force_wide,
    (SELECT array_agg(DISTINCT id) FROM reach_areas(acting.unit_id) AS id),
    (SELECT array_agg(id) FROM reach_units(acting.unit_id) AS id),
    (SELECT array_agg(m.compartment_id) FROM compartment_member m
      WHERE m.account_id = a.id AND today BETWEEN m.starts AND coalesce(m.ends, 'infinity')),
    (SELECT json_agg(json_build_object('id', live.id, 'title', live.title) ORDER BY live.title) FROM live)
  FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN acting ON true
  WHERE s.token_hash = hash;
END $$;
REVOKE EXECUTE ON FUNCTION resolve_session(bytea, timestamptz, interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resolve_session(bytea, timestamptz, interval) TO fp_gate;
