-- Anything worked on: one supertype, and a table per kind keyed by the same id. With it what every kind has: its timeline,
-- its actions, its evidence; and the search that finds it.
--
-- What guards a record stands on each row that belongs to it (area, unit, owner, marking, compartment), so that no policy
-- looks into another table: kernel/records/guards.ts changes them together, and nothing else may.

CREATE TABLE record (
  id uuid PRIMARY KEY,
  -- A kind is added by the migration of its module.
  kind text NOT NULL CHECK (kind IN ('finding')),
  -- Random with a check character, so that no number tells how many there are: `FIN-7K2M-4T`.
  reference text NOT NULL UNIQUE,
  title text NOT NULL CHECK (title <> ''),
  -- One of the kind's own stages.
  stage text NOT NULL,
  -- What it is found by, besides its reference and title; kept by the module.
  words text NOT NULL DEFAULT '',
  -- Both null: it belongs to the whole force.
  area_id bigint REFERENCES area,
  unit_id bigint REFERENCES unit,
  owner_id uuid REFERENCES account,
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment,
  opened_by uuid REFERENCES account,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz CHECK (closed_at >= opened_at),
  version integer NOT NULL DEFAULT 1,
  search tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', words), 'C')) STORED
);
CREATE INDEX record_search ON record USING gin (search);
CREATE INDEX record_reference_start ON record ((replace(reference, '-', '')) COLLATE "C");
CREATE INDEX record_opened ON record (opened_at, id);
CREATE INDEX record_kind ON record (kind, opened_at DESC, id);
CREATE INDEX record_area ON record (area_id) WHERE area_id IS NOT NULL;
CREATE INDEX record_unit ON record (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX record_owner ON record (owner_id) WHERE owner_id IS NOT NULL;
COMMENT ON TABLE record IS 'The supertype of everything worked on. An imported street row is an occurrence, never a record.';

CREATE TABLE timeline_entry (
  id uuid NOT NULL,
  -- When it was written down; `happened_at` is when it was so.
  at timestamptz NOT NULL,
  record_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('opened', 'note', 'decision', 'contact', 'stage', 'change', 'closed')),
  happened_at timestamptz NOT NULL,
  -- Null for the system; then `author_name` says which part of it.
  author_id uuid,
  author_name text NOT NULL CHECK (author_name <> ''),
  words text NOT NULL CHECK (words <> ''),
  -- Of a decision: what could have been done, and why this was.
  options text[] NOT NULL DEFAULT '{}',
  reason text,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  PRIMARY KEY (at, id),
  CHECK (kind <> 'decision' OR reason IS NOT NULL)
) PARTITION BY RANGE (at);
CREATE INDEX timeline_entry_record ON timeline_entry (record_id, at, id);
-- What was written down before this database was: brought from a records system, or made up for a demonstration.
CREATE TABLE timeline_entry_past PARTITION OF timeline_entry DEFAULT;
COMMENT ON TABLE timeline_entry IS 'What was done and said about a record, in order; added to, never changed.';

CREATE TABLE action (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES record,
  title text NOT NULL CHECK (title <> ''),
  -- Who must do it: a person, a team or a partner agency.
  assignee_id uuid REFERENCES account,
  assignee_unit_id bigint REFERENCES unit,
  assignee_agency_id bigint REFERENCES agency,
  due_on date,
  done_at timestamptz,
  done_by uuid REFERENCES account,
  outcome text,
  dropped_at timestamptz,
  dropped_reason text,
  added_by uuid NOT NULL REFERENCES account,
  added_at timestamptz NOT NULL,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  version integer NOT NULL DEFAULT 1,
  CHECK (num_nonnulls(assignee_id, assignee_unit_id, assignee_agency_id) = 1),
  CHECK ((done_at IS NULL) = (done_by IS NULL) AND (done_at IS NULL) = (outcome IS NULL)),
  CHECK ((dropped_at IS NULL) = (dropped_reason IS NULL) AND (dropped_at IS NULL OR done_at IS NULL))
);
CREATE INDEX action_record ON action (record_id, due_on);
CREATE INDEX action_open_person ON action (assignee_id, due_on) WHERE done_at IS NULL AND dropped_at IS NULL;
CREATE INDEX action_open_unit ON action (assignee_unit_id, due_on) WHERE done_at IS NULL AND dropped_at IS NULL;
COMMENT ON TABLE action IS 'What somebody must do in a plan.';

CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  -- What it speaks for: a record, a question of an inspection framework (`PEEL2016/E1.2`), or both.
  record_id uuid REFERENCES record,
  question text,
  title text NOT NULL CHECK (title <> ''),
  kind text NOT NULL CHECK (kind IN ('document', 'measure', 'audit', 'visit', 'statement')),
  document_id uuid REFERENCES document,
  -- Code of the measure that it is a frozen figure of, and that figure; in words below.
  measure text,
  snapshot_id uuid,
  words text NOT NULL DEFAULT '',
  -- The day of which it tells, and for how many days it is worth something.
  observed_on date NOT NULL,
  keeps_days integer NOT NULL CHECK (keeps_days > 0),
  added_by uuid NOT NULL REFERENCES account,
  added_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  -- Its own guards, on top of its record's: it may be marked higher, or be in a compartment of its own.
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment,
  version integer NOT NULL DEFAULT 1,
  CHECK (record_id IS NOT NULL OR question IS NOT NULL),
  CHECK ((kind = 'document') = (document_id IS NOT NULL)),
  CHECK ((kind = 'measure') = (measure IS NOT NULL) AND (kind = 'measure') = (snapshot_id IS NOT NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX evidence_record ON evidence (record_id, observed_on DESC);
CREATE INDEX evidence_question ON evidence (question, observed_on DESC) WHERE question IS NOT NULL;
COMMENT ON TABLE evidence IS 'What shows that something is so. It ages: fresh, ageing and stale follow from observed_on and keeps_days.';

-- The record whose guards are being changed in this transaction, which kernel/records/guards.ts sets for that one act. Whoever
-- hands a record on must still see it while they do: PostgreSQL asks the policies for reading of the row as it becomes, too.
-- And what belongs to it goes along, though it be out of their own reach. Marking and compartment hold all the same.
CREATE FUNCTION reader_handing_on() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.handing_on', true), '')::uuid $$;
GRANT EXECUTE ON FUNCTION reader_handing_on() TO fp_staff, fp_service;

ALTER TABLE record ENABLE ROW LEVEL SECURITY;
ALTER TABLE timeline_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE action ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON record, timeline_entry, action, evidence TO fp_staff, fp_service;
GRANT UPDATE (title, stage, words, area_id, unit_id, owner_id, marking, compartment_id, closed_at, version)
  ON record TO fp_staff, fp_service;
GRANT UPDATE (title, assignee_id, assignee_unit_id, assignee_agency_id, due_on, done_at, done_by, outcome, dropped_at,
  dropped_reason, area_id, unit_id, owner_id, marking, compartment_id, version) ON action TO fp_staff, fp_service;
-- Withdrawn, and otherwise never changed.
GRANT UPDATE (withdrawn_at, withdrawn_reason, version) ON evidence TO fp_staff, fp_service;
-- Never what was said: only what guards it, when the record's own guards change.
GRANT UPDATE (area_id, unit_id, owner_id, marking, compartment_id) ON timeline_entry TO fp_staff, fp_service;
GRANT SELECT (id, kind) ON record TO fp_gate;
GRANT SELECT (id) ON action, evidence TO fp_gate;

-- In reach: force-wide, or its area or its unit is the reader's, or it belongs to the whole force, or the reader owns it.
CREATE POLICY record_reach ON record FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR id = (SELECT reader_handing_on())));
CREATE POLICY record_open ON record FOR INSERT TO fp_staff WITH CHECK (
  opened_by = (SELECT reader_account())
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
-- Whoever may read it may be let change it: by which command is decided there. What it is changed into may be out of the
-- changer's own reach (handed on), but not above their clearance, nor in a compartment that they are not in.
CREATE POLICY record_change ON record FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY record_service ON record TO fp_service USING (compartment_id IS NULL);
CREATE POLICY record_gate ON record FOR SELECT TO fp_gate USING (true);
CREATE POLICY action_gate ON action FOR SELECT TO fp_gate USING (true);
CREATE POLICY evidence_gate ON evidence FOR SELECT TO fp_gate USING (true);

CREATE POLICY timeline_entry_reach ON timeline_entry FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR record_id = (SELECT reader_handing_on())));
CREATE POLICY timeline_entry_add ON timeline_entry FOR INSERT TO fp_staff WITH CHECK (
  author_id = (SELECT reader_account())
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY timeline_entry_guard ON timeline_entry FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY timeline_entry_service ON timeline_entry TO fp_service USING (compartment_id IS NULL);

-- An action is open to whoever the record is open to, and to the one who must do it (not what it belongs to).
CREATE POLICY action_reach ON action FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR assignee_id = (SELECT reader_account())
    OR assignee_unit_id = ANY ((SELECT reader_units())::bigint[])
    OR record_id = (SELECT reader_handing_on())));
CREATE POLICY action_add ON action FOR INSERT TO fp_staff WITH CHECK (
  added_by = (SELECT reader_account())
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY action_change ON action FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR assignee_id = (SELECT reader_account())
    OR assignee_unit_id = ANY ((SELECT reader_units())::bigint[])))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY action_service ON action TO fp_service USING (compartment_id IS NULL);

-- Evidence is open to whoever its record is open to, and who besides is cleared for its own marking and in its own
-- compartment. It asks for the record, under the record's own policies, and has no copy of what guards it: somebody who hands
-- a record on may be shut out of some of its evidence, and could then not change the copies on what they cannot see. Here
-- alone a policy looks into another table for each row: there are a few dozen to a record, and a few thousand in a force.
CREATE POLICY evidence_reach ON evidence FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND (record_id IS NULL OR EXISTS (SELECT FROM record r WHERE r.id = record_id)));
CREATE POLICY evidence_add ON evidence FOR INSERT TO fp_staff WITH CHECK (
  added_by = (SELECT reader_account())
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND (record_id IS NULL OR EXISTS (SELECT FROM record r WHERE r.id = record_id)));
CREATE POLICY evidence_withdraw ON evidence FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND (record_id IS NULL OR EXISTS (SELECT FROM record r WHERE r.id = record_id)));
CREATE POLICY evidence_service ON evidence TO fp_service USING (
  compartment_id IS NULL AND (record_id IS NULL OR EXISTS (SELECT FROM record r WHERE r.id = record_id)));

CREATE OR REPLACE FUNCTION record_exists(kind text, id text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE kind
    WHEN 'document' THEN RETURN EXISTS (SELECT FROM document d WHERE d.id = record_exists.id::uuid);
    WHEN 'compartment' THEN RETURN EXISTS (SELECT FROM compartment c WHERE c.id = record_exists.id::bigint);
    WHEN 'occurrence' THEN RETURN EXISTS (SELECT FROM occurrence o WHERE o.id = record_exists.id::bigint);
    -- Tables of later migrations are named here too, so that there is one list: the body is bound when it runs.
    WHEN 'duty' THEN RETURN EXISTS (SELECT FROM duty d WHERE d.id = record_exists.id::uuid);
    WHEN 'evidence-pack' THEN RETURN EXISTS (SELECT FROM evidence_pack p WHERE p.id = record_exists.id::uuid);
    WHEN 'inspector-visit' THEN RETURN EXISTS (SELECT FROM inspector_visit v WHERE v.id = record_exists.id::uuid);
    WHEN 'inspector-sample' THEN RETURN EXISTS (SELECT FROM inspector_sample s WHERE s.id = record_exists.id::uuid);
    WHEN 'job-run' THEN RETURN EXISTS (SELECT FROM job_run j WHERE j.id = record_exists.id::uuid);
    WHEN 'action' THEN RETURN EXISTS (SELECT FROM action a WHERE a.id = record_exists.id::uuid);
    WHEN 'evidence' THEN RETURN EXISTS (SELECT FROM evidence e WHERE e.id = record_exists.id::uuid);
    WHEN 'party' THEN RETURN EXISTS (SELECT FROM party p WHERE p.id = record_exists.id::bigint);
    WHEN 'problem-candidate' THEN RETURN EXISTS (SELECT FROM problem_candidate c WHERE c.id = record_exists.id::uuid);
    WHEN 'match-proposal' THEN RETURN EXISTS (SELECT FROM match_proposal m WHERE m.id = record_exists.id::uuid);
    WHEN 'share' THEN RETURN EXISTS (SELECT FROM share s WHERE s.id = record_exists.id::uuid);
    WHEN 'information-request' THEN RETURN EXISTS (SELECT FROM information_request q WHERE q.id = record_exists.id::uuid);
    ELSE RETURN EXISTS (SELECT FROM record r WHERE r.id = record_exists.id::uuid AND r.kind = record_exists.kind);
  END CASE;
EXCEPTION WHEN invalid_text_representation OR numeric_value_out_of_range THEN
  RETURN false;
END $$;

-- The one search. Text operators are not leakproof, so a policy would switch the index off: here candidates come from the
-- index, and the same predicate as `record_reach` is applied to each before anything is counted, capped or ranked. It runs as
-- the owner, takes nothing from the caller but words, and answers with ids and counts only; the caller reads the records under
-- their own policies. Words of more than 5,000 records are not counted to the end, and only the newest thousand are ranked.
CREATE SCHEMA search;
REVOKE ALL ON SCHEMA search FROM PUBLIC;
GRANT USAGE ON SCHEMA search TO fp_staff;
-- reference_starts: beginnings of references without their hyphens (`FIN7K2M`); of_kind and at_stage: null for all.
-- {"found": 3, "more": false, "facets": [{"kind", "stage", "count"}], "hits": [{"id", "byReference"}]}: of what the reader may
-- see, how many in all and by kind and stage; `more` where there are more than were counted, and it is then the newest thousand
-- that are told of; hits the best first, 200 at most.
CREATE FUNCTION search.records(asked_words text, reference_starts text[], of_kind text, at_stage text)
RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET jit = off SET enable_seqscan = off AS $$
  WITH asked AS MATERIALIZED (SELECT websearch_to_tsquery('english', asked_words) AS query),
  counted AS MATERIALIZED (
    SELECT h.id, h.kind, h.stage, h.opened_at, h.by_reference
    FROM (
      SELECT r.*, true AS by_reference FROM unnest(reference_starts) AS begins
        JOIN record r ON replace(r.reference, '-', '') COLLATE "C" >= begins
          AND replace(r.reference, '-', '') COLLATE "C" < begins || '~'
      UNION ALL
      SELECT r.*, false FROM record r WHERE r.search @@ (SELECT query FROM asked)
    ) h
    WHERE (of_kind IS NULL OR h.kind = of_kind) AND (at_stage IS NULL OR h.stage = at_stage)
      AND h.marking = ANY ((SELECT reader_markings())::text[])
      AND (h.compartment_id IS NULL OR h.compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
      AND ((SELECT reader_force_wide())
        OR (h.area_id IS NULL AND h.unit_id IS NULL)
        OR h.area_id = ANY ((SELECT reader_areas())::bigint[])
        OR h.unit_id = ANY ((SELECT reader_units())::bigint[])
        OR h.owner_id = (SELECT reader_account()))
    LIMIT 5001
  ),
  size AS MATERIALIZED (SELECT count(*) > 5000 AS more FROM counted),
  -- What was counted to the end; or else the newest, found the other way round: many have the word, so they are soon there.
  newest AS MATERIALIZED (
    SELECT c.id, c.kind, c.stage, c.opened_at, bool_or(c.by_reference) AS by_reference
    FROM counted c WHERE NOT (SELECT more FROM size) GROUP BY c.id, c.kind, c.stage, c.opened_at
    UNION ALL
    (SELECT r.id, r.kind, r.stage, r.opened_at, false
    FROM record r
    WHERE (SELECT more FROM size) AND (r.search @@ (SELECT query FROM asked)) IS TRUE
      AND (of_kind IS NULL OR r.kind = of_kind) AND (at_stage IS NULL OR r.stage = at_stage)
      AND r.marking = ANY ((SELECT reader_markings())::text[])
      AND (r.compartment_id IS NULL OR r.compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
      AND ((SELECT reader_force_wide())
        OR (r.area_id IS NULL AND r.unit_id IS NULL)
        OR r.area_id = ANY ((SELECT reader_areas())::bigint[])
        OR r.unit_id = ANY ((SELECT reader_units())::bigint[])
        OR r.owner_id = (SELECT reader_account()))
    ORDER BY r.opened_at DESC, r.id DESC LIMIT 1000)
  ),
  best AS (
    SELECT c.id, c.opened_at, c.by_reference,
      CASE WHEN c.by_reference THEN 10 ELSE ts_rank_cd(r.search, (SELECT query FROM asked)) END AS rank
    FROM (SELECT * FROM newest ORDER BY by_reference DESC, opened_at DESC, id DESC LIMIT 1000) c JOIN record r ON r.id = c.id
    ORDER BY rank DESC, c.opened_at DESC, c.id LIMIT 200
  )
  SELECT jsonb_build_object(
    'found', (SELECT count(*) FROM newest),
    'more', (SELECT more FROM size),
    'facets', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'stage', f.stage, 'count', f.count)), '[]')
      FROM (SELECT n.kind, n.stage, count(*) FROM newest n GROUP BY n.kind, n.stage ORDER BY n.kind, n.stage) f),
    'hits', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'byReference', b.by_reference)
      ORDER BY b.rank DESC, b.opened_at DESC, b.id), '[]') FROM best b))
$$;
REVOKE ALL ON FUNCTION search.records(text, text[], text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.records(text, text[], text, text) TO fp_staff;
