-- What the matcher learnt and how far it is; and whom it tells of what is hidden.

-- A hidden match shows nothing to whoever does not see both sides: the custodian of the compartment is told.
GRANT SELECT ON compartment TO fp_matcher;
GRANT INSERT ON notification TO fp_matcher;
CREATE POLICY compartment_matcher ON compartment FOR SELECT TO fp_matcher USING (true);
CREATE POLICY notification_matcher ON notification FOR INSERT TO fp_matcher WITH CHECK (seen_at IS NULL);

-- Learnt from the store itself, without labels: how often each comparison agrees among those who are one, and among others, and
-- how often the commonest values come. Nobody reads it but the matcher.
CREATE TABLE match_model (
  -- `person-2026-11-29-1`
  id text PRIMARY KEY CHECK (id <> ''),
  kind text NOT NULL CHECK (kind IN ('person', 'organisation', 'address')),
  -- As it was written, its columns in their order: each comparison goes by its place.
  parameters json NOT NULL,
  learnt_at timestamptz NOT NULL,
  -- Of how many it was learnt.
  parties integer NOT NULL CHECK (parties >= 0),
  pairs bigint NOT NULL CHECK (pairs >= 0)
);
CREATE INDEX match_model_newest ON match_model (kind, learnt_at DESC);

-- Each time the whole store is gone through: part by part, so that it goes on where it was stopped.
CREATE TABLE match_run (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('person', 'organisation', 'address')),
  model text NOT NULL REFERENCES match_model,
  parts integer NOT NULL CHECK (parts > 0),
  done integer[] NOT NULL DEFAULT '{}',
  proposed integer NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  ended_at timestamptz CHECK (ended_at >= started_at)
);

ALTER TABLE match_model ENABLE ROW LEVEL SECURITY;
ALTER TABLE match_run ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON match_model TO fp_matcher;
GRANT SELECT, INSERT, UPDATE (done, proposed, ended_at) ON match_run TO fp_matcher;
CREATE POLICY match_model_matcher ON match_model TO fp_matcher USING (true);
CREATE POLICY match_run_matcher ON match_run TO fp_matcher USING (true);
