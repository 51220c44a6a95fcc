/** Where "now" comes from: passed in, never taken, so that every rule can be tried at any moment. */
export interface Clock {
  /** The present moment, in UTC. */
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved; for tests and for a demonstration made as of a date. */
export function fixedClock(start: string): Clock & { moveTo(instant: string): void } {
  let at = new Date(start)
  return {
    now: () => at,
    moveTo(instant) {
      at = new Date(instant)
    },
  }
}
