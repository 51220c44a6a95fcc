-- What custody and courts did on a case, as a file of a records system's extract tells it; and when a sentence is given.

-- For the import, and for who follows it: read by the service alone. What is owed to victims from it, they and those who look
-- after them see as events of their case.
CREATE TABLE occurrence_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  occurrence_id bigint NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  -- By what the records system knows it again.
  reference text NOT NULL CHECK (reference <> ''),
  kind text NOT NULL CHECK (kind <> ''),
  happened_at timestamptz NOT NULL,
  -- How exactly that is known.
  precision text NOT NULL CHECK (precision IN ('minute', 'hour', 'day')),
  -- Whom it is about, where it says so.
  party_id bigint REFERENCES party ON DELETE CASCADE,
  -- Of what was fixed: when it takes place.
  takes_place_at timestamptz,
  sentence_at timestamptz,
  -- The records system has taken it back.
  cancelled boolean NOT NULL,
  known_at timestamptz NOT NULL
);
CREATE INDEX occurrence_event_occurrence ON occurrence_event (occurrence_id, happened_at);
CREATE INDEX occurrence_event_party ON occurrence_event (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX extract_row_events_run ON extract_row (run_id) WHERE kind = 'events';

ALTER TABLE occurrence_event ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON occurrence_event TO fp_service;
GRANT USAGE ON SEQUENCE occurrence_event_id_seq TO fp_service;
-- Of what happened that it may see: none that is in a compartment.
CREATE POLICY occurrence_event_service ON occurrence_event TO fp_service
  USING (EXISTS (SELECT FROM occurrence o WHERE o.id = occurrence_event.occurrence_id));

-- When sentence is given, as a hearing or a verdict says it: what is owed before it counts to then.
ALTER TABLE case_event ADD COLUMN sentence_at timestamptz;
CREATE INDEX case_event_sentence ON case_event (occurrence_id, happened_at) WHERE sentence_at IS NOT NULL AND voided_at IS NULL;
GRANT UPDATE (takes_place_at, sentence_at) ON case_event TO fp_service;
