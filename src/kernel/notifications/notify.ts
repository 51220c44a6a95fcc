import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/db/transaction.ts'
import type { RecordKind } from '../records/record.ts'

/** What somebody may be told of: where each is read stands in `subjects.ts`. */
type SubjectKind =
  | 'duty'
  | 'compartment'
  | 'match-proposal'
  | 'problem-lesson'
  | 'policy-review'
  | 'share'
  | 'information-request'
  | RecordKind

/** What somebody is told of: an event, and what it is about. Never any words about anybody. */
export interface Notice {
  readonly account: string
  /** `duty.overdue`: its words stand in `words.ts`. */
  readonly event: string
  readonly subject: { readonly kind: SubjectKind; readonly id: string }
  /** The page that it leads to, which decides by itself who may open it. */
  readonly href: string
}

/** Tells people, in the transaction in which it happened. The same at the same moment to the same person is told once. */
export async function notify(tx: Tx, ...notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  await tx.client.query(
    `INSERT INTO notification (id, account_id, at, event, subject_kind, subject_id, href)
    SELECT id, account, $2, event, kind, subject, href
    FROM unnest($1::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
      AS told (id, account, event, kind, subject, href)
    ON CONFLICT DO NOTHING`,
    [
      notices.map(() => randomUUID()),
      tx.now,
      notices.map(({ account }) => account),
      notices.map(({ event }) => event),
      notices.map(({ subject }) => subject.kind),
      notices.map(({ subject }) => subject.id),
      notices.map(({ href }) => href),
    ],
  )
}
