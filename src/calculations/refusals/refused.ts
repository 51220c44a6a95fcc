/** That a calculation is not made, with which of its rules says so, and in words for the person who asked. */
export type Refused<Reason extends string> = {
  readonly kind: 'refused'
  readonly reason: Reason
  readonly words: string
}

export function refused<Reason extends string>(reason: Reason, words: string): Refused<Reason> {
  return { kind: 'refused', reason, words }
}
