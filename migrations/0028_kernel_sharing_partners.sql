-- What partner agencies are told of, and the review of an agreement.

-- A partner is told of what is shared with their agency and of what it is asked, and of nothing else: while they may read it.

GRANT SELECT, UPDATE (seen_at) ON notification TO fp_partner;
CREATE POLICY notification_partner ON notification FOR SELECT TO fp_partner USING (
  account_id = (SELECT reader_account())
  AND CASE subject_kind
    WHEN 'share' THEN EXISTS (SELECT FROM share s WHERE s.id = subject_id::uuid)
    WHEN 'information-request' THEN EXISTS (SELECT FROM information_request q WHERE q.id = subject_id::uuid)
    ELSE false
  END);
CREATE POLICY notification_partner_seen ON notification FOR UPDATE TO fp_partner USING (account_id = (SELECT reader_account()));

-- An agreement is reviewed by its day, and a day is set by which it is to be reviewed again. The latest review stands here.
ALTER TABLE sharing_agreement
  ADD COLUMN reviewed_at timestamptz,
  ADD COLUMN reviewed_by uuid REFERENCES account,
  ADD COLUMN review text CHECK (review <> ''),
  ADD CHECK (num_nonnulls(reviewed_at, reviewed_by, review) IN (0, 3));
GRANT UPDATE (review_on, reviewed_at, reviewed_by, review) ON sharing_agreement TO fp_staff;
DROP POLICY sharing_agreement_end ON sharing_agreement;
-- It is changed in one's own name: ended, or reviewed while it has not been ended.
CREATE POLICY sharing_agreement_change ON sharing_agreement FOR UPDATE TO fp_staff USING (
  ARRAY['commander', 'chief-officer'] && (SELECT reader_roles())::text[])
  WITH CHECK (CASE WHEN ended_at IS NULL THEN reviewed_by ELSE ended_by END = (SELECT reader_account()));

-- Cases of anti-social behaviour can be shared, too. A partner reads no record: of which kind it is stands with the share.
ALTER TABLE share ADD COLUMN record_kind text CHECK (record_kind IN ('problem-plan', 'asb-case'));
UPDATE share SET record_kind = r.kind FROM record r WHERE r.id = record_id;
ALTER TABLE share ALTER COLUMN record_kind SET NOT NULL;
GRANT SELECT (record_kind) ON share TO fp_partner;
