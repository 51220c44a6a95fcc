-- Problem-solving: patterns that the system finds in what happened, plans that go through the stages of OSARA, and what was
-- learnt from those that ended. And the kernel's assessment, of which a plan's quality score is the first.

ALTER TABLE record DROP CONSTRAINT record_kind_check;
ALTER TABLE record ADD CONSTRAINT record_kind_check CHECK (kind IN ('finding', 'problem-plan'));

-- A versioned instrument's answers as they were given, what they suggest, and what the professional says to that. Never
-- changed: another of the same instrument on the same record follows on the one before it.
CREATE TABLE assessment (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES record,
  -- Public code of the instrument, and which version of it was asked.
  instrument text NOT NULL CHECK (instrument <> ''),
  instrument_version integer NOT NULL CHECK (instrument_version > 0),
  -- As asked and answered: {"cause-explained": 3}.
  answers jsonb NOT NULL,
  score integer NOT NULL CHECK (score >= 0),
  suggestion text NOT NULL CHECK (suggestion <> ''),
  judgement text NOT NULL CHECK (judgement <> ''),
  -- Why the judgement is another than the suggestion.
  reason text,
  previous_id uuid UNIQUE REFERENCES assessment,
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz NOT NULL,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (judgement = suggestion OR reason IS NOT NULL)
);
CREATE INDEX assessment_record ON assessment (record_id, instrument, made_at DESC);
COMMENT ON TABLE assessment IS 'An instrument as it was answered. Added to, never changed, but for what guards its record.';

-- What a problem plan has beyond a record, stage by stage. Which of it a stage needs before it is left: rules/pop04-gates.ts.
CREATE TABLE problem_plan (
  id uuid PRIMARY KEY REFERENCES record,
  problem_type text NOT NULL CHECK (problem_type <> ''),
  place_type text NOT NULL CHECK (place_type <> ''),
  -- Where it is, or what it is about, in words.
  place text NOT NULL CHECK (place <> ''),
  source text NOT NULL CHECK (source IN ('candidate', 'calls', 'analyst', 'public-priority', 'partner', 'asb-case-review', 'tasking')),
  -- Where it stood before it was put on hold.
  held_stage text,
  -- Objective: reduce what, by how much, measured how, against when, by when.
  objective text,
  measure text,
  baseline_from date,
  baseline_to date CHECK (baseline_to >= baseline_from),
  baseline_count integer CHECK (baseline_count >= 0),
  target_percent integer CHECK (target_percent BETWEEN 1 AND 100),
  target_on date,
  -- Scanning.
  who_harmed text,
  events text,
  when_where text,
  in_year integer CHECK (in_year >= 0),
  cheers text[] NOT NULL DEFAULT '{}',
  cheers_reason text,
  data_sources text[] NOT NULL DEFAULT '{}',
  -- Analysis: the three sides of the triangle, and what is not known.
  side_victim text,
  side_offender text,
  side_place text,
  tried_before text,
  data_gaps text,
  -- The response was approved by rank.
  approved_by uuid REFERENCES account,
  approved_at timestamptz,
  -- Assessment. The counts are of times as long as one another; where they come from is said.
  delivered text,
  treated_before integer CHECK (treated_before >= 0),
  treated_after integer CHECK (treated_after >= 0),
  comparison_before integer CHECK (comparison_before >= 0),
  comparison_after integer CHECK (comparison_after >= 0),
  counted_from text,
  displacement text,
  public_view text,
  cost text,
  verdict text CHECK (verdict IN ('better', 'no-difference', 'worse', 'cannot-say')),
  lessons text,
  -- Closing: proposed by one, done by another.
  outcome text CHECK (outcome IN ('resolved', 'reduced', 'no-change', 'worse', 'transferred', 'merged', 'not-a-problem', 'abandoned')),
  outcome_reason text,
  share boolean NOT NULL DEFAULT true,
  close_proposed_by uuid REFERENCES account,
  close_proposed_at timestamptz,
  closed_by uuid REFERENCES account,
  -- What the checks after closing said last.
  held text NOT NULL DEFAULT 'not-checked' CHECK (held IN ('not-checked', 'held', 'not-held', 'cannot-say')),
  times_reopened integer NOT NULL DEFAULT 0,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  CHECK ((close_proposed_by IS NULL) = (close_proposed_at IS NULL)),
  CHECK (closed_by <> close_proposed_by),
  CHECK (num_nonnulls(treated_before, treated_after, comparison_before, comparison_after) IN (0, 2, 4))
);

CREATE TABLE problem_hypothesis (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES problem_plan,
  words text NOT NULL CHECK (words <> ''),
  -- What would be seen if it were so.
  test text NOT NULL CHECK (test <> ''),
  standing text NOT NULL DEFAULT 'unknown' CHECK (standing IN ('unknown', 'supported', 'refuted')),
  shown_by text,
  written_by uuid NOT NULL REFERENCES account,
  written_at timestamptz NOT NULL,
  judged_at timestamptz,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (standing = 'unknown' OR shown_by IS NOT NULL)
);
CREATE INDEX problem_hypothesis_plan ON problem_hypothesis (plan_id, written_at, id);

-- What makes an action of a plan a response: by which technique, on which side, and on what evidence.
CREATE TABLE problem_response (
  action_id uuid PRIMARY KEY REFERENCES action,
  plan_id uuid NOT NULL REFERENCES problem_plan,
  side text NOT NULL CHECK (side IN ('victim', 'offender', 'place')),
  -- One of the 25 techniques of situational prevention: `R2`.
  technique text NOT NULL CHECK (technique ~ '^[ERWPX][1-5]$'),
  mechanism text NOT NULL CHECK (mechanism <> ''),
  -- Where the evidence for it is, or why there is none.
  evidence_link text,
  no_evidence_reason text,
  added_by uuid NOT NULL REFERENCES account,
  added_at timestamptz NOT NULL,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (num_nonnulls(evidence_link, no_evidence_reason) = 1)
);
CREATE INDEX problem_response_plan ON problem_response (plan_id, added_at);

-- Whether it held, looked at 3, 6 and 12 months after it was closed.
CREATE TABLE problem_check (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES problem_plan,
  -- The months after which it was owed.
  months integer NOT NULL CHECK (months IN (3, 6, 12)),
  held text NOT NULL CHECK (held IN ('held', 'not-held', 'cannot-say')),
  words text NOT NULL CHECK (words <> ''),
  checked_by uuid NOT NULL REFERENCES account,
  checked_at timestamptz NOT NULL,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint
);
CREATE INDEX problem_check_plan ON problem_check (plan_id, checked_at DESC);

-- What a closed plan taught, in words that name nobody: for whoever has a problem like it. The plan itself stays where it is.
CREATE TABLE problem_lesson (
  plan_id uuid PRIMARY KEY REFERENCES problem_plan,
  reference text NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  problem_type text NOT NULL,
  place_type text NOT NULL,
  tactics text[] NOT NULL DEFAULT '{}',
  words text NOT NULL CHECK (words <> ''),
  outcome text NOT NULL,
  verdict text,
  held text NOT NULL CHECK (held IN ('not-checked', 'held', 'not-held', 'cannot-say')),
  -- Where it was, by name: the plan may be out of the reader's reach.
  area_name text NOT NULL,
  closed_on date NOT NULL,
  written_by uuid NOT NULL REFERENCES account,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint
);
COMMENT ON TABLE problem_lesson IS 'Open to the whole force under its marking and compartment, unlike the plan.';

-- A pattern that the system found and a person decides on.
CREATE TABLE problem_candidate (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('hot-spot', 'repeat-place', 'repeat-victim', 'near-repeat', 'repeat-asb-place', 'repeat-caller')),
  -- What makes it the same pattern when it is found again: `repeat-place/burglary/1742`.
  evidence_key text NOT NULL UNIQUE,
  -- The category that it is of; of repeat victims and callers any.
  category text,
  cell text,
  location_id bigint REFERENCES location,
  party_id bigint REFERENCES party,
  -- The days that were looked at, and what was found in them.
  first_on date NOT NULL,
  last_on date NOT NULL CHECK (last_on >= first_on),
  count integer NOT NULL CHECK (count > 0),
  expected double precision,
  -- The share of false finds among patterns at least as unlikely as this.
  q double precision CHECK (q BETWEEN 0 AND 1),
  found_at timestamptz NOT NULL,
  looked_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'rejected', 'merged', 'gone')),
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  reason text,
  -- The plan that it started or was put to; the candidate that it was merged into.
  plan_id uuid REFERENCES record,
  merged_into uuid REFERENCES problem_candidate,
  -- What it was when it was decided on: it is proposed again only if it has grown beyond that.
  decided_first_on date,
  decided_last_on date,
  decided_count integer,
  area_id bigint NOT NULL REFERENCES area,
  -- The highest of its rows. What is in a compartment is not looked at.
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  version integer NOT NULL DEFAULT 1,
  CHECK (state NOT IN ('accepted', 'rejected', 'merged') OR num_nonnulls(decided_by, decided_at, decided_first_on, decided_last_on, decided_count) = 5),
  CHECK (state <> 'rejected' OR reason IS NOT NULL),
  CHECK (state <> 'accepted' OR plan_id IS NOT NULL),
  CHECK (state <> 'merged' OR num_nonnulls(plan_id, merged_into) = 1)
);
CREATE INDEX problem_candidate_open ON problem_candidate (area_id, count DESC, id) WHERE state = 'open';
CREATE INDEX problem_candidate_plan ON problem_candidate (plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX problem_candidate_merged ON problem_candidate (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE problem_candidate_row (
  candidate_id uuid NOT NULL REFERENCES problem_candidate ON DELETE CASCADE,
  occurrence_id bigint NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  area_id bigint NOT NULL,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  PRIMARY KEY (candidate_id, occurrence_id)
);
CREATE INDEX problem_candidate_row_occurrence ON problem_candidate_row (occurrence_id);

-- One time that the system looked, and what it could not look for, in words. It holds no counts: those are each reader's own.
CREATE TABLE problem_look (
  id uuid PRIMARY KEY,
  looked_at timestamptz NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  refusals text[] NOT NULL
);
CREATE INDEX problem_look_recent ON problem_look (looked_at DESC);

ALTER TABLE assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE problem_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE problem_hypothesis ENABLE ROW LEVEL SECURITY;
ALTER TABLE problem_response ENABLE ROW LEVEL SECURITY;
ALTER TABLE problem_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE problem_lesson ENABLE ROW LEVEL SECURITY;
ALTER TABLE problem_candidate ENABLE ROW LEVEL SECURITY;
ALTER TABLE problem_candidate_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE problem_look ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON assessment, problem_plan, problem_hypothesis, problem_response, problem_check, problem_lesson TO fp_staff;
GRANT SELECT ON problem_candidate, problem_candidate_row, problem_look TO fp_staff;
GRANT UPDATE (state, decided_by, decided_at, reason, plan_id, merged_into, decided_first_on, decided_last_on, decided_count, version)
  ON problem_candidate TO fp_staff;
GRANT UPDATE (held_stage, problem_type, place_type, place, objective, measure, baseline_from, baseline_to, baseline_count,
  target_percent, target_on, who_harmed, events, when_where, in_year, cheers, cheers_reason, data_sources, side_victim,
  side_offender, side_place, tried_before, data_gaps, approved_by, approved_at, delivered, treated_before, treated_after,
  comparison_before, comparison_after, counted_from, displacement, public_view, cost, verdict, lessons, outcome,
  outcome_reason, share, close_proposed_by, close_proposed_at, closed_by, held, times_reopened, area_id, unit_id, owner_id,
  marking, compartment_id) ON problem_plan TO fp_staff;
GRANT UPDATE (standing, shown_by, judged_at, area_id, unit_id, owner_id, marking, compartment_id) ON problem_hypothesis TO fp_staff;
GRANT UPDATE (area_id, unit_id, owner_id, marking, compartment_id) ON assessment, problem_response, problem_check TO fp_staff;
GRANT UPDATE (title, problem_type, place_type, tactics, words, outcome, verdict, held, closed_on, area_id, unit_id, owner_id,
  marking, compartment_id) ON problem_lesson TO fp_staff;
GRANT SELECT ON assessment, problem_plan, problem_hypothesis, problem_response, problem_check, problem_lesson TO fp_service;
GRANT SELECT, INSERT, UPDATE ON problem_candidate TO fp_service;
GRANT SELECT, INSERT, DELETE ON problem_candidate_row TO fp_service;
GRANT SELECT, INSERT ON problem_look TO fp_service;
GRANT SELECT ON problem_candidate TO fp_gate;

CREATE POLICY problem_plan_reach ON problem_plan FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR id = (SELECT reader_handing_on())));
CREATE POLICY problem_plan_add ON problem_plan FOR INSERT TO fp_staff WITH CHECK (
    (ARRAY['officer', 'supervisor', 'commander', 'chief-officer', 'analyst'] && (SELECT reader_roles())::text[])
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_plan_change ON problem_plan FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_plan_service ON problem_plan FOR SELECT TO fp_service USING (compartment_id IS NULL);

CREATE POLICY problem_hypothesis_reach ON problem_hypothesis FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR plan_id = (SELECT reader_handing_on())));
CREATE POLICY problem_hypothesis_add ON problem_hypothesis FOR INSERT TO fp_staff WITH CHECK (
    written_by = (SELECT reader_account())
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_hypothesis_change ON problem_hypothesis FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_hypothesis_service ON problem_hypothesis FOR SELECT TO fp_service USING (compartment_id IS NULL);

CREATE POLICY problem_response_reach ON problem_response FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR plan_id = (SELECT reader_handing_on())));
CREATE POLICY problem_response_add ON problem_response FOR INSERT TO fp_staff WITH CHECK (
    added_by = (SELECT reader_account())
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_response_change ON problem_response FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_response_service ON problem_response FOR SELECT TO fp_service USING (compartment_id IS NULL);

CREATE POLICY problem_check_reach ON problem_check FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR plan_id = (SELECT reader_handing_on())));
CREATE POLICY problem_check_add ON problem_check FOR INSERT TO fp_staff WITH CHECK (
    checked_by = (SELECT reader_account())
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_check_change ON problem_check FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_check_service ON problem_check FOR SELECT TO fp_service USING (compartment_id IS NULL);

CREATE POLICY assessment_reach ON assessment FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR record_id = (SELECT reader_handing_on())));
CREATE POLICY assessment_add ON assessment FOR INSERT TO fp_staff WITH CHECK (
    made_by = (SELECT reader_account())
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY assessment_change ON assessment FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY assessment_service ON assessment FOR SELECT TO fp_service USING (compartment_id IS NULL);

-- What was learnt is open to the whole force, wherever it was learnt: to whoever is cleared for it.
CREATE POLICY problem_lesson_force ON problem_lesson FOR SELECT TO fp_staff USING (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_lesson_add ON problem_lesson FOR INSERT TO fp_staff WITH CHECK (
    written_by = (SELECT reader_account())
    AND marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_lesson_change ON problem_lesson FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY problem_lesson_service ON problem_lesson FOR SELECT TO fp_service USING (compartment_id IS NULL);

-- A pattern is open to those whose area it lies in, and the rows behind it with it; each row of an occurrence besides under
-- its own policy. They are found by the system; a person decides.
CREATE POLICY problem_candidate_patch ON problem_candidate FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND ((SELECT reader_force_wide()) OR area_id = ANY ((SELECT reader_areas())::bigint[])));
CREATE POLICY problem_candidate_decide ON problem_candidate FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND ((SELECT reader_force_wide()) OR area_id = ANY ((SELECT reader_areas())::bigint[])))
  WITH CHECK (decided_by = (SELECT reader_account()));
CREATE POLICY problem_candidate_row_patch ON problem_candidate_row FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND ((SELECT reader_force_wide()) OR area_id = ANY ((SELECT reader_areas())::bigint[])));
CREATE POLICY problem_candidate_gate ON problem_candidate FOR SELECT TO fp_gate USING (true);
CREATE POLICY problem_look_force ON problem_look FOR SELECT TO fp_staff USING (true);
CREATE POLICY problem_candidate_service ON problem_candidate TO fp_service USING (true);
CREATE POLICY problem_candidate_row_service ON problem_candidate_row TO fp_service USING (true);
CREATE POLICY problem_look_service ON problem_look TO fp_service USING (true);
