-- The rights that victims use: the personal statement, the referral to support, what they were told of, a review of a decision
-- not to prosecute, and a complaint of the service. The first three are kept act by act; nothing that was said is changed.

CREATE TABLE victim_statement (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES account,
  step text NOT NULL CHECK (step IN ('offer', 'wish', 'shared')),
  -- Of an offer: what they answered; each one taken is a version.
  answer text CHECK (answer IN ('taken', 'declined', 'later', 'not-offered')),
  words text CHECK (words <> ''),
  kept_at text CHECK (kept_at <> ''),
  -- By whom it is given: themselves, a parent, an intermediary.
  given_by text CHECK (given_by IN ('self', 'parent', 'intermediary')),
  -- Of a wish: who reads it aloud in court.
  read_by text CHECK (read_by IN ('self', 'advocate', 'prosecutor', 'nobody')),
  -- The day on which the prosecutors got it.
  shared_on date,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK ((step = 'offer') = (answer IS NOT NULL)),
  CHECK ((step = 'wish') = (read_by IS NOT NULL)),
  CHECK ((step = 'shared') = (shared_on IS NOT NULL)),
  CHECK (answer <> 'taken' OR (given_by IS NOT NULL AND num_nonnulls(words, kept_at) > 0)),
  CHECK (answer <> 'not-offered' OR words IS NOT NULL)
);
CREATE INDEX victim_statement_victim ON victim_statement (victim_id, at DESC);

CREATE TABLE victim_referral (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES account,
  what text NOT NULL CHECK (what IN ('agreed', 'sent', 'objects', 'heard-back')),
  -- They were asked and said yes.
  consent boolean NOT NULL,
  service text CHECK (service <> ''),
  words text NOT NULL CHECK (words <> ''),
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK ((what IN ('sent', 'heard-back')) = (service IS NOT NULL))
);
CREATE INDEX victim_referral_victim ON victim_referral (victim_id, at DESC);

-- Restorative justice and compensation: that they were told, and what they answered.
CREATE TABLE victim_offer (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES account,
  topic text NOT NULL CHECK (topic IN ('restorative', 'court-order', 'criminal-injuries')),
  answer text NOT NULL CHECK (answer IN ('wants', 'declines', 'later')),
  words text NOT NULL CHECK (words <> ''),
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint
);
CREATE INDEX victim_offer_victim ON victim_offer (victim_id, at DESC);

CREATE TABLE victim_review (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  -- That they asked, on the case: its duties follow from it, and it can be taken back.
  event_id uuid NOT NULL UNIQUE REFERENCES case_event ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES account,
  asked_on date NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  decision text NOT NULL CHECK (decision IN ('police-no-charge', 'police-test-not-met', 'cps', 'not-recorded', 'not-investigated')),
  decided_on date NOT NULL,
  -- Who decided what is reviewed; null: not here, or not known.
  decision_by uuid REFERENCES account,
  told_of_on date,
  -- What the rule found on the day: every reason, in codes.
  in_scope boolean NOT NULL,
  reasons text[] NOT NULL CHECK (cardinality(reasons) > 0),
  last_day date,
  acknowledged_at timestamptz,
  reviewer_id uuid REFERENCES account,
  reviewer_since timestamptz,
  -- Why it is reviewed although it is out of scope.
  reviewed_because text CHECK (reviewed_because <> ''),
  result text CHECK (result IN ('upheld', 'charge', 'refer', 're-open', 'out-of-court', 'out-of-scope')),
  result_reason text CHECK (result_reason <> ''),
  result_at timestamptz,
  result_by uuid REFERENCES account,
  told_at timestamptz,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (num_nonnulls(reviewer_id, reviewer_since) IN (0, 2)),
  CHECK (reviewer_id IS DISTINCT FROM decision_by OR reviewer_id IS NULL),
  CHECK (num_nonnulls(result, result_reason, result_at, result_by) IN (0, 4)),
  CHECK (result IS NULL OR result = 'out-of-scope' OR result_by = reviewer_id),
  CHECK (told_at IS NULL OR result IS NOT NULL)
);
CREATE INDEX victim_review_victim ON victim_review (victim_id, at DESC);

CREATE TABLE victim_complaint (
  id uuid PRIMARY KEY,
  victim_id uuid NOT NULL REFERENCES victim ON DELETE CASCADE,
  event_id uuid NOT NULL UNIQUE REFERENCES case_event ON DELETE CASCADE,
  at timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES account,
  received_on date NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  acknowledged_at timestamptz,
  answered_at timestamptz,
  answer text CHECK (answer <> ''),
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (num_nonnulls(answered_at, answer) IN (0, 2))
);
CREATE INDEX victim_complaint_victim ON victim_complaint (victim_id, at DESC);

ALTER TABLE victim_statement ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE victim_complaint ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON victim_statement, victim_referral, victim_offer, victim_review, victim_complaint TO fp_staff;
GRANT UPDATE (area_id, unit_id, owner_id, marking, compartment_id) ON victim_statement, victim_referral, victim_offer TO fp_staff;
GRANT UPDATE (acknowledged_at, reviewer_id, reviewer_since, reviewed_because, result, result_reason, result_at, result_by,
  told_at, area_id, unit_id, owner_id, marking, compartment_id) ON victim_review TO fp_staff;
GRANT UPDATE (acknowledged_at, answered_at, answer, area_id, unit_id, owner_id, marking, compartment_id) ON victim_complaint TO fp_staff;

CALL guard_as_record('victim_statement', 'victim_id', '{officer,supervisor,commander,witness-care}', 'by_account');
CALL guard_as_record('victim_referral', 'victim_id', '{officer,supervisor,commander,witness-care}', 'by_account');
CALL guard_as_record('victim_offer', 'victim_id', '{officer,supervisor,commander,witness-care}', 'by_account');
CALL guard_as_record('victim_review', 'victim_id', '{officer,supervisor,commander,witness-care}', 'by_account');
CALL guard_as_record('victim_complaint', 'victim_id', '{officer,supervisor,commander,witness-care}', 'by_account');
