-- Every list of duties by an index of its own, at 200,000 open ones; and fewer indexes to keep for a due time that is worked
-- out anew: each of those on open duties is written to once for each of them after a change of bank holidays.

-- One index for finding a duty by what it is owed about, and for there being one only. What differs most comes first.
DROP INDEX duty_subject;
DROP INDEX duty_once;
CREATE UNIQUE INDEX duty_once ON duty (subject_id, subject_kind, rule, triggered_at) WHERE superseded_at IS NULL;
DROP INDEX duty_record;
CREATE INDEX duty_record ON duty (record_id, due_at) WHERE record_id IS NOT NULL;

-- What fell due in a month: of what is open by the indexes of its lists, of what is over by these.
DROP INDEX duty_due;
CREATE INDEX duty_over ON duty (list_at, id) WHERE ended_at IS NOT NULL AND superseded_at IS NULL;
CREATE INDEX duty_over_unit ON duty (unit_id, list_at, id) WHERE ended_at IS NOT NULL AND superseded_at IS NULL;
CREATE INDEX duty_over_area ON duty (area_id, list_at, id) WHERE ended_at IS NOT NULL AND superseded_at IS NULL;

-- Those of one rule, of which there may be few; and what there is little of among the others.
CREATE INDEX duty_open_rule ON duty (rule, list_at, id) WHERE ended_at IS NULL;
CREATE INDEX duty_ended_rule ON duty (rule, ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;
CREATE INDEX duty_paused ON duty (list_at, id) WHERE ended_at IS NULL AND paused_at IS NOT NULL;
CREATE INDEX duty_replaced ON duty (ended_at DESC, id DESC) WHERE superseded_at IS NOT NULL;
CREATE INDEX duty_late ON duty (ended_at DESC, id DESC) WHERE met_at > due_at AND superseded_at IS NULL;
