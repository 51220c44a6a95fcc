import { setTimeout as sleep } from 'node:timers/promises'

/** Answers leave at multiples of this, so that the time they take tells nothing of who is there and hidden. */
const STEP_MS = 25

/**
 * Begins to measure. `release` waits for the next step, so that what takes a little longer because somebody hidden was looked at
 * and passed over takes as long as where there is nobody.
 */
export function sinceStart(): { release(this: void): Promise<void> } {
  const start = performance.now()
  return {
    release: async () => {
      const taken = performance.now() - start
      await sleep(Math.ceil(taken / STEP_MS) * STEP_MS - taken)
    },
  }
}
