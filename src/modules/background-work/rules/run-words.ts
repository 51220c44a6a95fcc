/** The states of a run, each with its word and whether anything may be done about it: read by server and screen alike. */
export const RUN_STATES = {
  waiting: { words: 'waiting', tag: 'too-few', over: false, mayCancel: true, mayRunAgain: false },
  running: { words: 'under way', tag: 'holding', over: false, mayCancel: false, mayRunAgain: false },
  done: { words: 'done', tag: 'holding', over: true, mayCancel: false, mayRunAgain: false },
  failed: { words: 'failed', tag: 'not-held', over: true, mayCancel: false, mayRunAgain: true },
  cancelled: { words: 'cancelled', tag: 'too-few', over: true, mayCancel: false, mayRunAgain: true },
} as const

type RunState = keyof typeof RUN_STATES

export interface RunFacts {
  readonly state: RunState
  readonly attempts: number
  readonly error: string | null
}

/** How it stands, in words: "failed after 3 tries", "waiting to be tried again". */
export function runWords({ state, attempts, error }: RunFacts): string {
  if (state === 'waiting' && attempts > 0 && error !== null) return 'waiting to be tried again'
  if (state === 'failed' && attempts > 1) return `failed after ${attempts} tries`
  return RUN_STATES[state].words
}
