import { londonDateAt } from '#calculations/calendar/civil-date.ts'

/** How many tries, over how many days in London, before it is written instead [default]. */
export const TRIES = 3
export const TRY_DAYS = 2

export interface Attempts {
  readonly tries: number
  /** On how many days. */
  readonly days: number
  /** `try-again`, or `write`: tried often enough, and now a letter (or what else they chose that needs no answer) is sent. */
  readonly next: 'try-again' | 'write'
  /** "Tried twice on one day: try again on another day". */
  readonly words: string
}

/**
 * VIC-06: an attempt never meets what is owed, and its clock runs on. After three tries over two days it is written to them, and
 * what is written, sent in the way they chose, is a contact. Source: this project (default).
 */
export function attemptsSoFar(triedAt: readonly Date[]): Attempts {
  const tries = triedAt.length
  const days = new Set(triedAt.map(londonDateAt)).size
  const isEnough = tries >= TRIES && days >= TRY_DAYS
  return { tries, days, next: isEnough ? 'write' : 'try-again', words: wordsOf(tries, days, isEnough) }
}

function wordsOf(tries: number, days: number, isEnough: boolean): string {
  if (tries === 0) return 'Not tried yet'
  const tried = `Tried ${times(tries)} on ${days === 1 ? 'one day' : `${days} days`}`
  if (isEnough) return `${tried}: write to them, if it is safe`
  return tries >= TRIES ? `${tried}: try once more on another day` : `${tried}: try again`
}

const times = (count: number) => ['never', 'once', 'twice'][count] ?? `${count} times`
