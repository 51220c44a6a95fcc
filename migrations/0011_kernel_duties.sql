-- Duties: what is owed by a time. The rules are data in code, each with a public code and the days between which it governs;
-- a duty keeps which rule opened it and what it was opened by, so that anybody can ask why it is due. Its state is derived
-- from these columns and the time, and is stored nowhere.

CREATE TABLE duty (
  id uuid PRIMARY KEY,
  -- Public code of the rule, and the day from which the version that governs it was in force.
  rule text NOT NULL CHECK (rule <> ''),
  rule_from date NOT NULL,
  -- What it is owed about: a record, or something else by kind and id.
  record_id uuid REFERENCES record,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  -- The event that started it, and when that was.
  triggered_by text NOT NULL,
  triggered_at timestamptz NOT NULL,
  -- From when its clock counts: what started it, the event that it must come before, or when it was last done. Null where
  -- that has no date yet.
  counts_from timestamptz,
  -- The last moment at which it can be met on time. Null: no clock, "immediately", or paused.
  due_at timestamptz,
  -- From when it is due soon: the first threshold of its rule. Null as above, or where the rule has none.
  warn_at timestamptz,
  -- Since when its clock has been stopped; null while it runs.
  paused_at timestamptz,
  -- When the ticker looks at it next: the next threshold that it will cross. Null when there is none.
  next_look_at timestamptz,
  -- How much of the time had passed when something was last said about it, in hundredths: 50, 75, 100.
  crossed integer NOT NULL DEFAULT 0 CHECK (crossed >= 0),
  -- What the ticker said when, and to whom: shown, and read by nothing else.
  told jsonb NOT NULL DEFAULT '[]',
  owner_id uuid REFERENCES account,
  unit_id bigint REFERENCES unit,
  area_id bigint REFERENCES area,
  marking text NOT NULL DEFAULT 'OFFICIAL' CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint REFERENCES compartment,
  opened_at timestamptz NOT NULL,
  met_at timestamptz,
  met_by uuid REFERENCES account,
  -- How it was met, in words: "Told by telephone".
  met_how text,
  waived_at timestamptz,
  waived_by uuid REFERENCES account,
  -- Rank and reason of whoever waived it, as they were then.
  waived_rank text,
  waived_reason text,
  -- By a correction of what started it, or by an earlier due: the old one is kept.
  superseded_at timestamptz,
  superseded_by uuid REFERENCES duty,
  superseded_reason text,
  -- `corrected`: what started it was wrong, and the new one takes its whole place. `changed`: another limit came, and the
  -- earlier of the two holds.
  superseded_kind text CHECK (superseded_kind IN ('corrected', 'changed')),
  -- Its place in the lists: when it is due; those without a due time come last. A column of its own, since an expression is
  -- not leakproof, and under row-level security no index is searched by what is not.
  list_at timestamptz GENERATED ALWAYS AS (coalesce(due_at, 'infinity')) STORED,
  -- When it ceased to be owed, however; null while it is open.
  ended_at timestamptz GENERATED ALWAYS AS (coalesce(superseded_at, met_at, waived_at)) STORED,
  version integer NOT NULL DEFAULT 1,
  CHECK (num_nonnulls(met_at, waived_at) <= 1),
  -- One that was met or waived can still turn out to have started at another time.
  CHECK (superseded_kind = 'corrected' OR num_nonnulls(met_at, waived_at, superseded_at) <= 1),
  CHECK (num_nonnulls(superseded_at, superseded_reason, superseded_kind) IN (0, 3)),
  CHECK ((met_at IS NULL) = (met_how IS NULL)),
  CHECK (num_nonnulls(waived_at, waived_by, waived_rank, waived_reason) IN (0, 4))
);
-- The lists: what is open by time left, what is over by when it ended; a person's, some units', some areas', all.
CREATE INDEX duty_open_owner ON duty (owner_id, list_at, id) WHERE ended_at IS NULL;
CREATE INDEX duty_open_unit ON duty (unit_id, list_at, id) WHERE ended_at IS NULL;
CREATE INDEX duty_open_area ON duty (area_id, list_at, id) WHERE ended_at IS NULL;
CREATE INDEX duty_open ON duty (list_at, id) WHERE ended_at IS NULL;
CREATE INDEX duty_ended_owner ON duty (owner_id, ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;
CREATE INDEX duty_ended_unit ON duty (unit_id, ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;
CREATE INDEX duty_ended_area ON duty (area_id, ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;
CREATE INDEX duty_ended ON duty (ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;
CREATE INDEX duty_look ON duty (next_look_at) WHERE next_look_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX duty_superseded ON duty (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX duty_record ON duty (record_id, due_at);
CREATE INDEX duty_subject ON duty (subject_kind, subject_id);
CREATE INDEX duty_due ON duty (due_at) WHERE due_at IS NOT NULL;
-- One duty for one rule, one subject and one start, however often the event arrives.
CREATE UNIQUE INDEX duty_once ON duty (rule, subject_kind, subject_id, triggered_at) WHERE superseded_at IS NULL;

CREATE TABLE duty_pause (
  id uuid PRIMARY KEY,
  duty_id uuid NOT NULL REFERENCES duty,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz CHECK (ends_at >= starts_at),
  reason text NOT NULL CHECK (reason <> ''),
  paused_by uuid REFERENCES account,
  resumed_by uuid REFERENCES account,
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint
);
CREATE UNIQUE INDEX duty_pause_open ON duty_pause (duty_id) WHERE ends_at IS NULL;
CREATE INDEX duty_pause_duty ON duty_pause (duty_id, starts_at);

-- Days that do not count besides those that follow by rule: proclaimed after this release, or moved.
CREATE TABLE bank_holiday (
  day date PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  -- False takes away a day that the rules would give: it was moved.
  observed boolean NOT NULL,
  source text NOT NULL CHECK (source <> ''),
  added_by uuid REFERENCES account,
  added_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE notification (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  at timestamptz NOT NULL,
  -- The event that it tells of: `duty.overdue`, and what it is about.
  event text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  href text NOT NULL CHECK (href LIKE '/%'),
  -- At most three kinds of event may interrupt; the rest wait to be looked at.
  interrupts boolean NOT NULL DEFAULT false,
  seen_at timestamptz
);
CREATE INDEX notification_person ON notification (account_id, at DESC, id DESC);
CREATE INDEX notification_unseen ON notification (account_id, at DESC, id DESC) WHERE seen_at IS NULL;
CREATE UNIQUE INDEX notification_once ON notification (account_id, event, subject_kind, subject_id, at);
COMMENT ON TABLE notification IS 'What was pushed to whom, and seen. It holds no words about anybody: the page looks the subject up under the reader''s own policies.';

ALTER TABLE duty ENABLE ROW LEVEL SECURITY;
ALTER TABLE duty_pause ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_holiday ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON duty, duty_pause TO fp_staff, fp_service;
GRANT UPDATE (due_at, warn_at, paused_at, next_look_at, crossed, told, owner_id, unit_id, area_id, marking, compartment_id, met_at, met_by, met_how,
  waived_at, waived_by, waived_rank, waived_reason, superseded_at, superseded_by, superseded_reason,
  superseded_kind, version)
  ON duty TO fp_staff, fp_service;
GRANT UPDATE (ends_at, resumed_by, area_id, unit_id, owner_id, marking, compartment_id) ON duty_pause TO fp_staff, fp_service;
GRANT SELECT ON bank_holiday TO fp_staff, fp_partner, fp_service;
GRANT INSERT, UPDATE (title, observed, source, version) ON bank_holiday TO fp_staff;
GRANT SELECT, INSERT, UPDATE (seen_at) ON notification TO fp_staff;
GRANT SELECT, INSERT ON notification TO fp_service;

CREATE POLICY duty_reach ON duty FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR record_id = (SELECT reader_handing_on())));
-- Opened in the transaction of what started it, which may put it beyond the reach of whoever did that.
CREATE POLICY duty_open ON duty FOR INSERT TO fp_staff WITH CHECK (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY duty_change ON duty FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR record_id = (SELECT reader_handing_on())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
-- The system reaches into no compartment. Two exceptions: what happens to a duty because somebody inside did what they did;
-- and the clock, which must not stand still inside: it alone has the role `system-clock`, which nobody can be posted to.
CREATE POLICY duty_service ON duty TO fp_service USING (compartment_id IS NULL
  OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])
  OR 'system-clock' = ANY ((SELECT reader_roles())::text[]));

CREATE POLICY duty_pause_reach ON duty_pause FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())));
CREATE POLICY duty_pause_add ON duty_pause FOR INSERT TO fp_staff WITH CHECK (
  paused_by = (SELECT reader_account())
  AND marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY duty_pause_change ON duty_pause FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
    AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
CREATE POLICY duty_pause_service ON duty_pause TO fp_service USING (compartment_id IS NULL
  OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])
  OR 'system-clock' = ANY ((SELECT reader_roles())::text[]));

CREATE POLICY bank_holiday_everybody ON bank_holiday FOR SELECT TO fp_staff, fp_partner, fp_service USING (true);
CREATE POLICY bank_holiday_add ON bank_holiday FOR INSERT TO fp_staff
  WITH CHECK ('administrator' = ANY ((SELECT reader_roles())::text[]) AND added_by = (SELECT reader_account()));
CREATE POLICY bank_holiday_change ON bank_holiday FOR UPDATE TO fp_staff
  USING ('administrator' = ANY ((SELECT reader_roles())::text[]));

CREATE POLICY notification_own ON notification FOR SELECT TO fp_staff USING (account_id = (SELECT reader_account()));
CREATE POLICY notification_add ON notification FOR INSERT TO fp_staff WITH CHECK (seen_at IS NULL);
CREATE POLICY notification_seen ON notification FOR UPDATE TO fp_staff USING (account_id = (SELECT reader_account()));
CREATE POLICY notification_service ON notification TO fp_service USING (true);

-- A pause is guarded as its duty is, whoever changes that.
CREATE FUNCTION duty_pause_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE duty_pause SET area_id = NEW.area_id, unit_id = NEW.unit_id, owner_id = NEW.owner_id, marking = NEW.marking,
    compartment_id = NEW.compartment_id WHERE duty_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER duty_pause_follows AFTER UPDATE OF area_id, unit_id, owner_id, marking, compartment_id ON duty
  FOR EACH ROW WHEN ((OLD.area_id, OLD.unit_id, OLD.owner_id, OLD.marking, OLD.compartment_id)
    IS DISTINCT FROM (NEW.area_id, NEW.unit_id, NEW.owner_id, NEW.marking, NEW.compartment_id))
  EXECUTE FUNCTION duty_pause_follows();

-- Whether a miss was hidden is asked of duties, too.
GRANT SELECT (id) ON duty TO fp_gate;
CREATE POLICY duty_gate ON duty FOR SELECT TO fp_gate USING (true);
