-- Sharing with partner agencies: agreements, what was opened to whom under them and why, what was refused, and questions between
-- agencies. A partner reads nothing but through a share with their agency that stands today; of a record itself, nothing at
-- all: what a share opens was written down with it, part by part, so that it can be proved later what was given to whom.

-- The force and one or more agencies agreed what may be shared, by which lawful gateway, what for, and until when.
CREATE TABLE sharing_agreement (
  id uuid PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  agencies bigint[] NOT NULL CHECK (cardinality(agencies) > 0),
  -- Codes of the kernel's own lists.
  gateway text NOT NULL CHECK (gateway <> ''),
  purposes text[] NOT NULL CHECK (cardinality(purposes) > 0),
  classes text[] NOT NULL CHECK (cardinality(classes) > 0),
  from_on date NOT NULL,
  until_on date NOT NULL CHECK (until_on >= from_on),
  review_on date NOT NULL CHECK (review_on BETWEEN from_on AND until_on),
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by uuid REFERENCES account,
  ended_reason text CHECK (ended_reason <> ''),
  version integer NOT NULL DEFAULT 1,
  CHECK (num_nonnulls(ended_at, ended_by, ended_reason) IN (0, 3))
);

CREATE TABLE share (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES record,
  agency_id bigint NOT NULL REFERENCES agency,
  -- Null only in an emergency, which is then looked at by somebody else.
  agreement_id uuid REFERENCES sharing_agreement,
  emergency_reason text CHECK (emergency_reason <> ''),
  gateway text NOT NULL CHECK (gateway <> ''),
  purpose text NOT NULL CHECK (purpose <> ''),
  classes text[] NOT NULL CHECK (cardinality(classes) > 0),
  -- What the record was called when it was shared: all that a partner has of it besides the parts.
  reference text NOT NULL,
  title text NOT NULL,
  until_on date NOT NULL,
  shared_by uuid NOT NULL REFERENCES account,
  shared_at timestamptz NOT NULL,
  reviewed_at timestamptz,
  reviewed_by uuid REFERENCES account,
  review text CHECK (review <> ''),
  ended_at timestamptz,
  ended_by uuid REFERENCES account,
  ended_reason text CHECK (ended_reason <> ''),
  version integer NOT NULL DEFAULT 1,
  -- What guards the record, once more on this row.
  area_id bigint,
  unit_id bigint,
  owner_id uuid,
  marking text NOT NULL CHECK (marking IN ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  compartment_id bigint,
  CHECK (num_nonnulls(agreement_id, emergency_reason) = 1),
  CHECK (num_nonnulls(reviewed_at, reviewed_by, review) IN (0, 3)),
  CHECK (reviewed_at IS NULL OR emergency_reason IS NOT NULL),
  CHECK (num_nonnulls(ended_at, ended_by, ended_reason) IN (0, 3))
);
CREATE INDEX share_record ON share (record_id, shared_at DESC);
CREATE INDEX share_agency ON share (agency_id, until_on) WHERE ended_at IS NULL;
CREATE INDEX share_agreement ON share (agreement_id) WHERE agreement_id IS NOT NULL;

-- What a share opened, part by part, in the words that stood when it was shared; never changed.
CREATE TABLE share_part (
  share_id uuid NOT NULL REFERENCES share,
  number integer NOT NULL CHECK (number > 0),
  class text NOT NULL CHECK (class <> ''),
  label text NOT NULL CHECK (label <> ''),
  words text NOT NULL CHECK (words <> ''),
  PRIMARY KEY (share_id, number)
);

-- A share that was asked for and refused, by a rule or by a person; kept.
CREATE TABLE share_refusal (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES record,
  agency_id bigint NOT NULL REFERENCES agency,
  purpose text NOT NULL CHECK (purpose <> ''),
  rule text NOT NULL CHECK (rule <> ''),
  reason text NOT NULL CHECK (reason <> ''),
  asked_by uuid NOT NULL REFERENCES account,
  refused_at timestamptz NOT NULL
);
CREATE INDEX share_refusal_record ON share_refusal (record_id, refused_at DESC);

-- A question about a shared record, to the agency that it is shared with, or from it to the force.
CREATE TABLE information_request (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES record,
  agency_id bigint NOT NULL REFERENCES agency,
  asked_of text NOT NULL CHECK (asked_of IN ('agency', 'force')),
  question text NOT NULL CHECK (question <> ''),
  purpose text NOT NULL CHECK (purpose <> ''),
  asked_by uuid NOT NULL REFERENCES account,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'refused')),
  -- The answer, or why there is none.
  reply text CHECK (reply <> ''),
  replied_at timestamptz,
  replied_by uuid REFERENCES account,
  version integer NOT NULL DEFAULT 1,
  CHECK (num_nonnulls(reply, replied_at, replied_by) = CASE state WHEN 'open' THEN 0 ELSE 3 END)
);
CREATE INDEX information_request_record ON information_request (record_id, asked_at DESC);
CREATE INDEX information_request_open ON information_request (agency_id, due_at) WHERE state = 'open';

ALTER TABLE sharing_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE share ENABLE ROW LEVEL SECURITY;
ALTER TABLE share_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE share_refusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE information_request ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON sharing_agreement, share, share_part, share_refusal, information_request TO fp_staff;
GRANT SELECT ON sharing_agreement, share, share_part, share_refusal, information_request TO fp_service;
GRANT UPDATE (ended_at, ended_by, ended_reason, version) ON sharing_agreement TO fp_staff;
GRANT UPDATE (reviewed_at, reviewed_by, review, ended_at, ended_by, ended_reason, version, area_id, unit_id, owner_id, marking,
  compartment_id) ON share TO fp_staff;
GRANT UPDATE (ended_at, ended_by, ended_reason, version) ON share TO fp_service;
GRANT UPDATE (state, reply, replied_at, replied_by, version) ON information_request TO fp_staff, fp_partner;
-- Not who shared it, nor why it ended, nor what guards it.
GRANT SELECT (id, record_id, agency_id, agreement_id, gateway, purpose, classes, reference, title, until_on, shared_at, ended_at)
  ON share TO fp_partner;
GRANT SELECT ON share_part, information_request TO fp_partner;
GRANT INSERT ON information_request TO fp_partner;
GRANT SELECT (id, record_id, title, assignee_agency_id, due_on, done_at, done_by, outcome, dropped_at, version) ON action TO fp_partner;
GRANT UPDATE (done_at, done_by, outcome, version) ON action TO fp_partner;

-- Whether there is an agreement is known to the whole force; it says what kind of thing may be shared, and nothing of anybody.
CREATE POLICY sharing_agreement_force ON sharing_agreement FOR SELECT TO fp_staff USING (true);
CREATE POLICY sharing_agreement_make ON sharing_agreement FOR INSERT TO fp_staff WITH CHECK (
  made_by = (SELECT reader_account()) AND (ARRAY['commander', 'chief-officer'] && (SELECT reader_roles())::text[]));
CREATE POLICY sharing_agreement_end ON sharing_agreement FOR UPDATE TO fp_staff USING (
  ARRAY['commander', 'chief-officer'] && (SELECT reader_roles())::text[]) WITH CHECK (ended_by = (SELECT reader_account()));
CREATE POLICY sharing_agreement_service ON sharing_agreement FOR SELECT TO fp_service USING (true);

CREATE POLICY share_reach ON share FOR SELECT TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())
    OR record_id = (SELECT reader_handing_on())));
CREATE POLICY share_add ON share FOR INSERT TO fp_staff WITH CHECK (
  shared_by = (SELECT reader_account())
  AND (ARRAY['officer', 'supervisor', 'commander'] && (SELECT reader_roles())::text[])
  AND compartment_id IS NULL
  AND marking = ANY ((SELECT reader_markings())::text[]));
CREATE POLICY share_change ON share FOR UPDATE TO fp_staff USING (
  marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
  AND ((SELECT reader_force_wide())
    OR (area_id IS NULL AND unit_id IS NULL)
    OR area_id = ANY ((SELECT reader_areas())::bigint[])
    OR unit_id = ANY ((SELECT reader_units())::bigint[])
    OR owner_id = (SELECT reader_account())))
  WITH CHECK (marking = ANY ((SELECT reader_markings())::text[])
  AND (compartment_id IS NULL OR compartment_id = ANY ((SELECT reader_compartments())::bigint[])));
-- The system ends with an agreement all that is shared under it, whoever reaches the records.
CREATE POLICY share_service ON share TO fp_service USING (compartment_id IS NULL);
-- With the reader's own agency, not ended, not past its end, and neither marked above their clearance nor shut into a
-- compartment since. The day is London's.
CREATE POLICY share_partner ON share FOR SELECT TO fp_partner USING (
  agency_id = (SELECT reader_agency())
  AND ended_at IS NULL
  AND until_on >= (now() AT TIME ZONE 'Europe/London')::date
  AND compartment_id IS NULL
  AND marking = ANY ((SELECT reader_markings())::text[]));

-- What belongs to a share or to a record asks for it, under its own policies: there are a few to a record.
CREATE POLICY share_part_reach ON share_part FOR SELECT TO fp_staff USING (EXISTS (SELECT FROM share s WHERE s.id = share_id));
CREATE POLICY share_part_add ON share_part FOR INSERT TO fp_staff
  WITH CHECK (EXISTS (SELECT FROM share s WHERE s.id = share_id AND s.shared_by = (SELECT reader_account())));
CREATE POLICY share_part_service ON share_part FOR SELECT TO fp_service USING (EXISTS (SELECT FROM share s WHERE s.id = share_id));
CREATE POLICY share_part_partner ON share_part FOR SELECT TO fp_partner USING (EXISTS (SELECT FROM share s WHERE s.id = share_id));

CREATE POLICY share_refusal_reach ON share_refusal FOR SELECT TO fp_staff USING (EXISTS (SELECT FROM record r WHERE r.id = record_id));
CREATE POLICY share_refusal_add ON share_refusal FOR INSERT TO fp_staff WITH CHECK (
  asked_by = (SELECT reader_account()) AND EXISTS (SELECT FROM record r WHERE r.id = record_id));
CREATE POLICY share_refusal_service ON share_refusal FOR SELECT TO fp_service USING (EXISTS (SELECT FROM record r WHERE r.id = record_id));

CREATE POLICY information_request_reach ON information_request FOR SELECT TO fp_staff
  USING (EXISTS (SELECT FROM record r WHERE r.id = record_id));
CREATE POLICY information_request_ask ON information_request FOR INSERT TO fp_staff WITH CHECK (
  asked_of = 'agency' AND asked_by = (SELECT reader_account()) AND EXISTS (SELECT FROM record r WHERE r.id = record_id));
-- What the force was asked is answered by the force, and what an agency was asked by that agency.
CREATE POLICY information_request_reply ON information_request FOR UPDATE TO fp_staff USING (
  asked_of = 'force' AND state = 'open' AND EXISTS (SELECT FROM record r WHERE r.id = record_id))
  WITH CHECK (replied_by = (SELECT reader_account()));
CREATE POLICY information_request_service ON information_request FOR SELECT TO fp_service
  USING (EXISTS (SELECT FROM record r WHERE r.id = record_id));
CREATE POLICY information_request_partner ON information_request FOR SELECT TO fp_partner USING (
  agency_id = (SELECT reader_agency()) AND EXISTS (SELECT FROM share s WHERE s.record_id = information_request.record_id));
CREATE POLICY information_request_partner_ask ON information_request FOR INSERT TO fp_partner WITH CHECK (
  asked_of = 'force' AND asked_by = (SELECT reader_account()) AND agency_id = (SELECT reader_agency())
  AND EXISTS (SELECT FROM share s WHERE s.record_id = information_request.record_id));
CREATE POLICY information_request_partner_reply ON information_request FOR UPDATE TO fp_partner USING (
  asked_of = 'agency' AND state = 'open' AND agency_id = (SELECT reader_agency())
  AND EXISTS (SELECT FROM share s WHERE s.record_id = information_request.record_id))
  WITH CHECK (replied_by = (SELECT reader_account()));

CREATE INDEX action_open_agency ON action (assignee_agency_id, due_on) WHERE done_at IS NULL AND dropped_at IS NULL;
-- An action of a partner agency is open to it while a share of the record stands.
CREATE POLICY action_partner ON action FOR SELECT TO fp_partner USING (
  assignee_agency_id = (SELECT reader_agency())
  AND EXISTS (SELECT FROM share s WHERE s.record_id = action.record_id));
CREATE POLICY action_partner_finish ON action FOR UPDATE TO fp_partner USING (
  assignee_agency_id = (SELECT reader_agency()) AND done_at IS NULL AND dropped_at IS NULL
  AND EXISTS (SELECT FROM share s WHERE s.record_id = action.record_id))
  WITH CHECK (done_by = (SELECT reader_account()));

-- Whether a miss was hidden is asked of these, too.
GRANT SELECT (id) ON share, information_request TO fp_gate;
CREATE POLICY share_gate ON share FOR SELECT TO fp_gate USING (true);
CREATE POLICY information_request_gate ON information_request FOR SELECT TO fp_gate USING (true);
