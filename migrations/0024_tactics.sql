-- The library of tactics: a response of a plan names one, a lesson tells of it, and reviews of policy cite it. The tactics
-- themselves and their ratings are reference data of the code.

ALTER TABLE problem_response
  -- Code of the library, where the response is one of its tactics.
  ADD COLUMN tactic text CHECK (tactic <> ''),
  -- Why one that is known to fail was chosen all the same; by whoever added the response.
  ADD COLUMN failing_reason text CHECK (failing_reason <> ''),
  ADD CONSTRAINT problem_response_failing CHECK (failing_reason IS NULL OR tactic IS NOT NULL),
  DROP CONSTRAINT problem_response_check,
  ADD CONSTRAINT problem_response_evidence
    CHECK ((num_nonnulls(evidence_link, tactic) > 0) <> (no_evidence_reason IS NOT NULL));
CREATE INDEX problem_response_tactic ON problem_response (tactic, plan_id) WHERE tactic IS NOT NULL;

ALTER POLICY problem_response_add ON problem_response WITH CHECK (
    added_by = (SELECT reader_account())
    AND (failing_reason IS NULL OR ARRAY['commander', 'chief-officer'] && (SELECT reader_roles())::text[])
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));

ALTER TABLE problem_lesson ADD COLUMN library_tactics text[] NOT NULL DEFAULT '{}';
CREATE INDEX problem_lesson_type ON problem_lesson (problem_type, closed_on DESC, plan_id);
COMMENT ON COLUMN problem_lesson.tactics IS 'Techniques of situational prevention; library_tactics are codes of the library of tactics.';
GRANT UPDATE (library_tactics) ON problem_lesson TO fp_staff;

-- A policy looked at again: what was decided, on what evidence, and when it is looked at next. Never changed: the next review
-- follows on this one.
CREATE TABLE policy_review (
  id uuid PRIMARY KEY,
  problem_type text NOT NULL CHECK (problem_type <> ''),
  -- The policy that was reviewed.
  title text NOT NULL CHECK (title <> ''),
  decided text NOT NULL CHECK (decided <> ''),
  evidence text NOT NULL CHECK (evidence <> ''),
  -- Codes of the library that it cites.
  tactics text[] NOT NULL DEFAULT '{}',
  reviewed_on date NOT NULL,
  next_review_on date NOT NULL CHECK (next_review_on > reviewed_on),
  -- The review of the same policy before this one.
  follows uuid UNIQUE REFERENCES policy_review,
  written_by uuid NOT NULL REFERENCES account,
  written_at timestamptz NOT NULL
);
CREATE INDEX policy_review_newest ON policy_review (reviewed_on DESC, id);
CREATE INDEX policy_review_tactics ON policy_review USING gin (tactics);
COMMENT ON TABLE policy_review IS 'Open to the whole force; it names nobody.';

-- Who is told when something is learnt about a sort of problem.
CREATE TABLE tactic_subscription (
  account_id uuid NOT NULL REFERENCES account,
  problem_type text NOT NULL CHECK (problem_type <> ''),
  since timestamptz NOT NULL,
  PRIMARY KEY (account_id, problem_type)
);
CREATE INDEX tactic_subscription_type ON tactic_subscription (problem_type);

ALTER TABLE policy_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE tactic_subscription ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON policy_review TO fp_staff;
GRANT SELECT, INSERT, DELETE ON tactic_subscription TO fp_staff;
GRANT SELECT ON policy_review, tactic_subscription TO fp_service;

CREATE POLICY policy_review_force ON policy_review FOR SELECT TO fp_staff USING (true);
CREATE POLICY policy_review_add ON policy_review FOR INSERT TO fp_staff WITH CHECK (
  written_by = (SELECT reader_account())
  AND (ARRAY['commander', 'chief-officer', 'analyst'] && (SELECT reader_roles())::text[]));
CREATE POLICY policy_review_service ON policy_review FOR SELECT TO fp_service USING (true);
CREATE POLICY tactic_subscription_own ON tactic_subscription FOR SELECT TO fp_staff USING (account_id = (SELECT reader_account()));
CREATE POLICY tactic_subscription_add ON tactic_subscription FOR INSERT TO fp_staff WITH CHECK (account_id = (SELECT reader_account()));
CREATE POLICY tactic_subscription_end ON tactic_subscription FOR DELETE TO fp_staff USING (account_id = (SELECT reader_account()));
CREATE POLICY tactic_subscription_service ON tactic_subscription FOR SELECT TO fp_service USING (true);
