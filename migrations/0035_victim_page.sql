-- The victim's own page: a one-time link and a code that was said to them, a short session, and what the role fp_victim may read and
-- write: their own rows, and of those only what the page shows. Notes, suspects, names of officers, addresses, other victims
-- and who must not know are granted to it nowhere.

-- Whether the force lets victims have a page of their own, and messages both ways on it: from a day on and never back. None: it does
-- not.
CREATE TABLE victim_page_setting (
  valid_from date PRIMARY KEY,
  page boolean NOT NULL,
  messages boolean NOT NULL,
  -- What victims ring: "101". Shown on the page, and told to whoever needs a new link.
  phone text NOT NULL CHECK (phone ~ '^[0-9+ ]{3,20}$'),
  -- Where the force says so.
  source text NOT NULL CHECK (source <> ''),
  set_by uuid NOT NULL REFERENCES account,
  set_at timestamptz NOT NULL,
  CHECK (page OR NOT messages)
);

-- A link that works once. Neither it nor its code is kept: of the link a SHA-256, and of the code a scrypt hash that cannot be tried
-- without the link itself.
CREATE TABLE victim_link (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  code_salt bytea NOT NULL CHECK (length(code_salt) = 16),
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  -- How they are reached for this, as they gave it; `by-hand`: written down for them, or read out.
  way text NOT NULL CHECK (way IN ('text', 'email', 'by-hand')),
  reach text CHECK (reach <> ''),
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > made_at),
  -- Codes tried: the fifth that is wrong ends the link.
  tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  used_at timestamptz,
  ended_at timestamptz,
  ended_why text CHECK (ended_why IN ('taken-back', 'replaced', 'tries', 'unsafe')),
  CHECK ((way = 'by-hand') = (reach IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_why IS NULL))
);
CREATE INDEX victim_link_victim ON victim_link (victim_id, made_at DESC);

CREATE TABLE victim_session (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  link_id uuid NOT NULL REFERENCES victim_link ON DELETE CASCADE,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  csrf_token text NOT NULL CHECK (length(csrf_token) >= 43),
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX victim_session_victim ON victim_session (victim_id) WHERE ended_at IS NULL;
CREATE INDEX victim_session_link ON victim_session (link_id);

-- Whether it helped, by the victim themselves: nobody asked them, so it stands beside what was said to somebody (victim_feedback).
CREATE TABLE victim_own_word (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  at timestamptz NOT NULL,
  helped text NOT NULL CHECK (helped IN ('yes', 'no', 'unsure')),
  words text CHECK (words <> '' AND length(words) <= 2000)
);
CREATE INDEX victim_own_word_victim ON victim_own_word (victim_id, at DESC);
CREATE INDEX victim_own_word_at ON victim_own_word (at);

CREATE TABLE victim_message (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  at timestamptz NOT NULL,
  from_victim boolean NOT NULL,
  by_account uuid REFERENCES account,
  words text NOT NULL CHECK (words <> '' AND length(words) <= 2000),
  CHECK (from_victim = (by_account IS NULL))
);
CREATE INDEX victim_message_victim ON victim_message (victim_id, at DESC);

-- Whose own page it is: set for one transaction by platform/db/context.ts, for a session of theirs alone.
CREATE FUNCTION reader_victim() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.victim', true), '')::uuid $$;
GRANT EXECUTE ON FUNCTION reader_victim() TO fp_victim;

ALTER TABLE victim_page_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_own_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_message ENABLE ROW LEVEL SECURITY;

-- The gate finds out whose link or session it is, and whether there may be a page.
GRANT SELECT (valid_from, page, phone) ON victim_page_setting TO fp_gate;
GRANT SELECT (id, occurrence_id, flags, no_safe_contact_since, compartment_id) ON victim TO fp_gate;
GRANT SELECT (closed_at) ON record TO fp_gate;
GRANT SELECT (id, victim_id, token_hash, code_salt, code_hash, expires_at, tries, used_at, ended_at) ON victim_link TO fp_gate;
GRANT UPDATE (tries, used_at, ended_at, ended_why) ON victim_link TO fp_gate;
GRANT SELECT, INSERT, UPDATE, DELETE ON victim_session TO fp_gate;
CREATE POLICY victim_page_setting_gate ON victim_page_setting FOR SELECT TO fp_gate USING (true);
CREATE POLICY victim_gate ON victim FOR SELECT TO fp_gate USING (true);
CREATE POLICY victim_link_gate ON victim_link TO fp_gate USING (true);
CREATE POLICY victim_session_gate ON victim_session TO fp_gate USING (true);

-- Staff, as far as they reach the victim. Nobody reads a hash back.
GRANT SELECT, INSERT ON victim_page_setting TO fp_staff;
GRANT SELECT (id, victim_id, way, reach, made_by, made_at, expires_at, tries, used_at, ended_at, ended_why), INSERT ON victim_link TO fp_staff;
GRANT SELECT ON victim_own_word TO fp_staff;
GRANT SELECT, INSERT ON victim_message TO fp_staff;
CREATE POLICY victim_page_setting_force ON victim_page_setting FOR SELECT TO fp_staff USING (true);
CREATE POLICY victim_page_setting_add ON victim_page_setting FOR INSERT TO fp_staff WITH CHECK (
  set_by = (SELECT reader_account()) AND (ARRAY['commander', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY victim_link_reach ON victim_link FOR SELECT TO fp_staff
  USING (EXISTS (SELECT FROM victim v WHERE v.id = victim_link.victim_id));
CREATE POLICY victim_link_add ON victim_link FOR INSERT TO fp_staff WITH CHECK (
  made_by = (SELECT reader_account())
  AND (ARRAY['officer', 'supervisor', 'commander', 'witness-care'] && (SELECT reader_roles())::text[])
  AND EXISTS (SELECT FROM victim v WHERE v.id = victim_link.victim_id));
CREATE POLICY victim_own_word_reach ON victim_own_word FOR SELECT TO fp_staff
  USING (EXISTS (SELECT FROM victim v WHERE v.id = victim_own_word.victim_id));
-- Counted beside how far the code is kept, of victims in no compartment.
GRANT SELECT (id, victim_id, at, helped) ON victim_own_word TO fp_service;
CREATE POLICY victim_own_word_service ON victim_own_word FOR SELECT TO fp_service
  USING (EXISTS (SELECT FROM victim v WHERE v.id = victim_own_word.victim_id));
CREATE POLICY victim_message_reach ON victim_message FOR SELECT TO fp_staff
  USING (EXISTS (SELECT FROM victim v WHERE v.id = victim_message.victim_id));
CREATE POLICY victim_message_add ON victim_message FOR INSERT TO fp_staff WITH CHECK (
  by_account = (SELECT reader_account())
  AND (ARRAY['officer', 'supervisor', 'commander', 'witness-care'] && (SELECT reader_roles())::text[])
  AND EXISTS (SELECT FROM victim v WHERE v.id = victim_message.victim_id));

-- The victim. Whose force it is their page does not say.
REVOKE SELECT ON installation FROM fp_victim;
GRANT SELECT (valid_from, page, messages, phone) ON victim_page_setting TO fp_victim;
GRANT SELECT (id, occurrence_id, unit_id, code, reported_at, enhanced_since, contact_way) ON victim TO fp_victim;
-- When and in which language may be an officer’s own words, and may say where they are: they may be written anew, and not read.
GRANT UPDATE (contact_way, contact_times, language) ON victim TO fp_victim;
GRANT SELECT (id, occurrence_id, victim_id, kind, happened_at, takes_place_at) ON case_event TO fp_victim;
GRANT SELECT (id, rule, record_id, subject_kind, subject_id, due_at, paused_at, list_at, ended_at) ON duty TO fp_victim;
GRANT SELECT (id, name) ON unit TO fp_victim;
GRANT SELECT, INSERT ON victim_own_word TO fp_victim;
GRANT SELECT (id, victim_id, at, from_victim, words), INSERT (id, victim_id, at, from_victim, words) ON victim_message TO fp_victim;
CREATE POLICY victim_page_setting_own ON victim_page_setting FOR SELECT TO fp_victim USING (true);
CREATE POLICY victim_own ON victim FOR SELECT TO fp_victim USING (id = (SELECT reader_victim()));
CREATE POLICY victim_own_wishes ON victim FOR UPDATE TO fp_victim USING (id = (SELECT reader_victim()));
CREATE POLICY case_event_own ON case_event FOR SELECT TO fp_victim USING (
  voided_at IS NULL
  AND occurrence_id = (SELECT v.occurrence_id FROM victim v WHERE v.id = (SELECT reader_victim()))
  AND (victim_id IS NULL OR victim_id = (SELECT reader_victim())));
CREATE POLICY duty_own ON duty FOR SELECT TO fp_victim USING (
  record_id = (SELECT reader_victim()) AND subject_kind = 'victim' AND superseded_at IS NULL);
CREATE POLICY unit_own ON unit FOR SELECT TO fp_victim USING (
  id = (SELECT v.unit_id FROM victim v WHERE v.id = (SELECT reader_victim())));
CREATE POLICY victim_own_word_own ON victim_own_word FOR SELECT TO fp_victim USING (victim_id = (SELECT reader_victim()));
CREATE POLICY victim_own_word_say ON victim_own_word FOR INSERT TO fp_victim WITH CHECK (victim_id = (SELECT reader_victim()));
CREATE POLICY victim_message_own ON victim_message FOR SELECT TO fp_victim USING (victim_id = (SELECT reader_victim()));
CREATE POLICY victim_message_send ON victim_message FOR INSERT TO fp_victim
  WITH CHECK (victim_id = (SELECT reader_victim()) AND from_victim);

-- Whether a victim may have a page at this moment: asked at the door and at each request, so that a page closes with whatever closes
-- it, whoever wrote that down. The flags are those of VIC-07, of any victim of the same crime.
CREATE FUNCTION victim_page_open(victim uuid, at timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((SELECT s.page FROM victim_page_setting s
      WHERE s.valid_from <= (at AT TIME ZONE 'Europe/London')::date ORDER BY s.valid_from DESC LIMIT 1), false)
    AND EXISTS (SELECT FROM victim v JOIN record r ON r.id = v.id
      WHERE v.id = victim_page_open.victim AND r.closed_at IS NULL AND v.no_safe_contact_since IS NULL AND v.compartment_id IS NULL
        AND NOT EXISTS (SELECT FROM victim o WHERE o.occurrence_id = v.occurrence_id
          AND o.flags && ARRAY['domestic-abuse', 'stalking', 'honour-based', 'sexual', 'child-exploitation']));
END $$;
REVOKE EXECUTE ON FUNCTION victim_page_open(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION victim_page_open(uuid, timestamptz) TO fp_gate;

-- Whose session it is, the first thing in every transaction of a victim. Marks it as seen. `idle`: after so long without a request it
-- is over.
CREATE FUNCTION resolve_victim_session(hash bytea, at timestamptz, idle interval)
RETURNS TABLE (victim_id uuid, csrf_token text, started_at timestamptz, live boolean) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  UPDATE victim_session s SET seen_at = at
  WHERE s.token_hash = hash AND s.ended_at IS NULL AND s.expires_at > at AND s.seen_at > at - idle;
  RETURN QUERY SELECT s.victim_id, s.csrf_token, s.started_at,
    s.ended_at IS NULL AND s.expires_at > at AND s.seen_at > at - idle AND victim_page_open(s.victim_id, at)
  FROM victim_session s WHERE s.token_hash = hash;
END $$;
REVOKE EXECUTE ON FUNCTION resolve_victim_session(bytea, timestamptz, interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resolve_victim_session(bytea, timestamptz, interval) TO fp_gate;

COMMENT ON TABLE victim_session IS 'A victim at their own page: a short time, and over as soon as there may be no page.';
