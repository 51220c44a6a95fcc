/** What the doctor found in one place. */
export interface Finding {
  /** What was looked at: `database version`. */
  readonly check: string
  readonly state: 'well' | 'wrong' | 'unknown'
  /** In words: what is so, and, where it is wrong, what to do. */
  readonly words: string
}

export function well(check: string, words: string): Finding {
  return { check, state: 'well', words }
}

export function wrong(check: string, words: string): Finding {
  return { check, state: 'wrong', words }
}

/** Runs one check; one that fails by itself is unknown, and says why, rather than ending the visit. */
export async function look(check: string, examine: () => Promise<Finding>): Promise<Finding> {
  try {
    return await examine()
  } catch (error) {
    return {
      check,
      state: 'unknown',
      words: `This could not be looked at: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}
