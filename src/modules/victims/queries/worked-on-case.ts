import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/**
 * Whether whoever asks worked on a case, as far as they see what was done on it: nobody reviews their own work. What belongs to a
 * review or a complaint is no work on the case.
 */
export async function hasWorkedOnCase(tx: Tx, occurrence: number, account: string): Promise<boolean> {
  const [row] = rowsAs<{ worked: boolean }>(await tx.client.query(SQL, [occurrence, account]))
  return row?.worked !== false
}

const SQL = `
  WITH me AS (SELECT $2::uuid AS id)
  SELECT EXISTS (SELECT FROM victim v JOIN record r ON r.id = v.id, me WHERE v.occurrence_id = $1 AND (
    me.id IN (v.owner_id, r.owner_id, r.opened_by)
    OR EXISTS (SELECT FROM victim_contact c WHERE c.victim_id = v.id AND c.by_account = me.id AND NOT EXISTS
      (SELECT FROM duty d WHERE d.id = ANY (c.duties) AND (d.rule LIKE 'VC19-%' OR d.rule LIKE 'VC20-%' OR d.rule LIKE 'VC39-%')))
    OR EXISTS (SELECT FROM victim_assessment s WHERE s.victim_id = v.id AND s.made_by = me.id)
    OR EXISTS (SELECT FROM victim_statement s WHERE s.victim_id = v.id AND s.by_account = me.id)
    OR EXISTS (SELECT FROM victim_referral f WHERE f.victim_id = v.id AND f.by_account = me.id)
    OR EXISTS (SELECT FROM victim_offer o WHERE o.victim_id = v.id AND o.by_account = me.id)
    OR EXISTS (SELECT FROM action a WHERE a.record_id = v.id AND me.id IN (a.assignee_id, a.done_by))
    OR EXISTS (SELECT FROM timeline_entry t WHERE t.record_id = v.id AND t.author_id = me.id AND t.kind = 'change')))
  OR EXISTS (SELECT FROM case_event e, me WHERE e.occurrence_id = $1 AND e.logged_by = me.id
    AND e.kind NOT IN ('review-asked', 'complaint')) AS worked`
