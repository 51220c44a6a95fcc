import type { Finding, Term } from './rule.ts'

/** ORG02: nothing ends before it starts. */
export function termInOrder(term: Term): Finding | null {
  if (term.to === null || term.to >= term.from) return null
  return { rule: 'ORG02', message: `The last day, ${term.to}, is before the first, ${term.from}. Change one of them.` }
}
