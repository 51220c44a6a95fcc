import type { AttemptPurpose } from '#platform/access/attempts.ts'

/** What the audit calls that which happens at the doors; the outcome says how it ended. */
export const EVENTS = {
  'sign-in': 'session.signed-in',
  switch: 'session.signed-in',
  unlock: 'session.unlocked',
  confirm: 'session.confirmed',
  lock: 'session.locked',
  park: 'session.switched',
  posting: 'session.posting-chosen',
  'sign-out': 'session.signed-out',
} as const satisfies Record<AttemptPurpose | 'lock' | 'park' | 'posting' | 'sign-out', string>
