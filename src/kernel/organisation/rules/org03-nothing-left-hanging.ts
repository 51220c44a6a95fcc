import type { Finding } from './rule.ts'

/** What would go on after the end: how many of each, with the words for one and for several. */
export interface Remaining {
  readonly count: number
  readonly one: string
  readonly many: string
}

/**
 * ORG03: an agency, a unit or an area does not end while something that needs it goes on after that day: units below it or
 * in it, people posted to it, accounts that belong to it.
 */
export function nothingLeftHanging(ends: string | null, remaining: readonly Remaining[]): Finding | null {
  if (ends === null) return null
  const left = remaining.filter((part) => part.count > 0)
  if (left.length === 0) return null
  const words = left.map((part) => `${part.count} ${part.count === 1 ? part.one : part.many}`).join(' and ')
  return { rule: 'ORG03', message: `After ${ends} there would still be ${words}. Move or end them first.` }
}
