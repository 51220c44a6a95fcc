import type { DisposalRule } from './rule.ts'

const NO_LONGER_THAN_NEEDED =
  'Data Protection Act 2018, section 39 (kept for no longer than is necessary); the period is this product’s own'

/** What is disposed of every day without review. Records of the work itself have rules of their own, with review. */
export const DAILY_RULES: readonly DisposalRule[] = [
  {
    code: 'DSP-01',
    kind: 'draft',
    what: 'Drafts that nobody touched for 28 days',
    age: { days: 28 },
    authority: NO_LONGER_THAN_NEEDED,
    mark: 'default',
    source: {
      as: 'fp_disposal',
      table: 'draft',
      id: `account_id || ' ' || key`,
      since: 'saved_at',
      heldBy: [
        { kind: 'account', subject: 'account_id::text' },
        { kind: 'draft', subject: 'key' },
      ],
    },
  },
  {
    code: 'DSP-02',
    kind: 'idempotency-key',
    what: 'Notes, 7 days old, of forms that were sent, by which a form sent twice acts once',
    age: { days: 7 },
    authority: NO_LONGER_THAN_NEEDED,
    mark: 'default',
    source: {
      as: 'fp_disposal',
      table: 'idempotency_key',
      id: `account_id || ' ' || key`,
      since: 'made_at',
      heldBy: [{ kind: 'account', subject: 'account_id::text' }],
    },
  },
  {
    code: 'DSP-03',
    kind: 'session',
    what: 'Sessions that ended more than 7 days ago: who signed in when stays in the audit',
    age: { days: 7 },
    authority: NO_LONGER_THAN_NEEDED,
    mark: 'default',
    source: {
      as: 'fp_gate',
      table: 'session',
      id: `account_id || ' ' || to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      since: 'least(ended_at, expires_at)',
      heldBy: [{ kind: 'account', subject: 'account_id::text' }],
    },
  },
  {
    code: 'DSP-04',
    kind: 'sign-in-attempt',
    what: 'Sign-ins that were begun more than a day ago and never finished',
    age: { days: 1 },
    authority: NO_LONGER_THAN_NEEDED,
    mark: 'default',
    source: {
      as: 'fp_gate',
      table: 'sign_in_attempt',
      id: `to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      since: 'started_at',
      heldBy: [],
    },
  },
  {
    code: 'DSP-05',
    kind: 'victim-session',
    what: 'Sessions of victims at their own page that ended more than 7 days ago: who came when stays in the audit',
    age: { days: 7 },
    authority: NO_LONGER_THAN_NEEDED,
    mark: 'default',
    source: {
      as: 'fp_gate',
      table: 'victim_session',
      id: `victim_id || ' ' || to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      since: 'least(ended_at, expires_at)',
      heldBy: [],
    },
  },
]
