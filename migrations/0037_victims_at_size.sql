-- A year of a force's duties to victims, two million of them, in the page promise: the table of rights added up for the whole
-- force, and an index for each way in which the duties behind its numbers are asked for.

-- How each duty rule was kept in a month by the whole force: victim_compliance added up, whatever its guards, so that what the force
-- publishes is not added up anew each time. Only the system reads it; what is shown of it is withheld where it is small.
CREATE TABLE victim_compliance_force (
  month date NOT NULL,
  rule text NOT NULL,
  in_time integer NOT NULL,
  late integer NOT NULL,
  waived integer NOT NULL,
  overdue integer NOT NULL,
  unknown integer NOT NULL,
  -- Of those met late: each number of working days after the time, and how many were so late.
  late_days integer[] NOT NULL,
  late_times integer[] NOT NULL,
  PRIMARY KEY (month, rule),
  CHECK (cardinality(late_days) = cardinality(late_times))
);
ALTER TABLE victim_compliance_force ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON victim_compliance_force TO fp_service;
CREATE POLICY victim_compliance_force_service ON victim_compliance_force TO fp_service USING (true);

-- Adds these months up again, in the transaction and the statement that changed them, so that the two never differ. What is counted
-- no more stays as nought.
CREATE FUNCTION victim_compliance_added_up(months date[]) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE victim_compliance_force f SET in_time = 0, late = 0, waived = 0, overdue = 0, unknown = 0, late_days = '{}', late_times = '{}'
  WHERE f.month = ANY (months)
    AND NOT EXISTS (SELECT FROM victim_compliance c WHERE c.month = f.month AND c.rule = f.rule);
  INSERT INTO victim_compliance_force (month, rule, in_time, late, waived, overdue, unknown, late_days, late_times)
  SELECT s.month, s.rule, s.in_time, s.late, s.waived, s.overdue, s.unknown, coalesce(l.days, '{}'), coalesce(l.times, '{}')
  FROM (SELECT month, rule, sum(in_time)::integer AS in_time, sum(late)::integer AS late, sum(waived)::integer AS waived,
      sum(overdue)::integer AS overdue, sum(unknown)::integer AS unknown
    FROM victim_compliance WHERE month = ANY (months) GROUP BY month, rule) AS s
  LEFT JOIN (SELECT month, rule, array_agg(day ORDER BY day) AS days, array_agg(times ORDER BY day) AS times
    FROM (SELECT c.month, c.rule, d.day, count(*)::integer AS times FROM victim_compliance c CROSS JOIN unnest(c.lateness) AS d (day)
      WHERE c.month = ANY (months) GROUP BY c.month, c.rule, d.day) AS each
    GROUP BY month, rule) AS l ON l.month = s.month AND l.rule = s.rule
  ON CONFLICT (month, rule) DO UPDATE SET in_time = excluded.in_time, late = excluded.late, waived = excluded.waived,
    overdue = excluded.overdue, unknown = excluded.unknown, late_days = excluded.late_days, late_times = excluded.late_times;
END $$;
REVOKE ALL ON FUNCTION victim_compliance_added_up(date[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION victim_compliance_added_up(date[]) TO fp_service;

CREATE FUNCTION victim_compliance_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM victim_compliance_added_up(ARRAY(SELECT DISTINCT month FROM changed));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION victim_compliance_changed() FROM PUBLIC;
CREATE TRIGGER victim_compliance_added AFTER INSERT ON victim_compliance REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION victim_compliance_changed();
CREATE TRIGGER victim_compliance_removed AFTER DELETE ON victim_compliance REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION victim_compliance_changed();
SELECT victim_compliance_added_up(ARRAY(SELECT DISTINCT month FROM victim_compliance));

-- Of an area, of a team, and whether one owed anything.
CREATE INDEX victim_compliance_area ON victim_compliance (area_id, month);
CREATE INDEX victim_compliance_unit ON victim_compliance (unit_id, month);

-- The duties behind a number: of few rules, met late, waived. The others are found by the indexes of the lists.
CREATE INDEX duty_over_rule ON duty (rule, list_at, id) WHERE ended_at IS NOT NULL AND superseded_at IS NULL;
CREATE INDEX duty_over_late ON duty (list_at, id) WHERE met_at > due_at AND superseded_at IS NULL;
CREATE INDEX duty_over_waived ON duty (list_at, id) WHERE waived_at IS NOT NULL AND superseded_at IS NULL;

-- Victims by what is owed soonest, of the whole force; those who were told nothing.
CREATE INDEX duty_open_victim ON duty (list_at, record_id) WHERE ended_at IS NULL AND subject_kind = 'victim';
CREATE INDEX victim_silent ON victim (id) WHERE told_at IS NULL;
