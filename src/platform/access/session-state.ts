/** Minutes without a request after which the screen locks; the session itself lives on, and so do its drafts. */
export const LOCK_AFTER_MINUTES = 15
/** However busy it is, a session is over this many hours after the sign-in. */
export const SESSION_HOURS = 12

/** What decides how a session stands. `posting` is the posting that it acts in, null when none is live. */
export interface SessionFacts {
  readonly seenAt: Date
  readonly lockedAt: Date | null
  readonly endedAt: Date | null
  readonly expiresAt: Date
  readonly leftAt: Date | null
  readonly posting: number | null
}

export type SessionState = 'live' | 'locked' | 'ended'

/** How a session stands at a moment. A leaver's is over from the moment of leaving; a full quarter of an hour locks it. */
export function sessionState(facts: SessionFacts, now: Date): SessionState {
  const left = facts.leftAt !== null && facts.leftAt <= now
  if (facts.endedAt !== null || facts.expiresAt <= now || left || facts.posting === null) return 'ended'
  const idle = now.getTime() - facts.seenAt.getTime() > LOCK_AFTER_MINUTES * 60_000
  return facts.lockedAt !== null || idle ? 'locked' : 'live'
}
