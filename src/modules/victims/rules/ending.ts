import type { Finding } from '#kernel/organisation/rules/rule.ts'

/** Why a victim is not followed any more. */
export const ENDED_FOR = {
  over: 'The case is over, and they were told',
  wish: 'The case is over, and they want no more contact',
  died: 'They died',
} as const
export type EndedFor = keyof typeof ENDED_FOR

/**
 * VCT26: a victim is followed to the end. Not while something is owed: it is met, or waived one by one by those who may, with the
 * reason; the end meets and waives nothing. And not while the case runs, whatever they wish: what is decided they are told in any
 * case. Only of somebody who died it does not matter how the case stands. Null where nothing is against it. Source: this project
 * (default).
 */
export function againstEnding(
  why: EndedFor,
  { owed, caseIsOver }: { readonly owed: boolean; readonly caseIsOver: boolean },
): Finding | null {
  if (owed)
    return {
      rule: 'VCT26',
      message: 'Something is still owed to them. It is met first, or waived with its reason by who may.',
    }
  if (caseIsOver || why === 'died') return null
  return {
    rule: 'VCT26',
    message:
      'Nothing says that the case is over: log how it ended first. Who wants no updates says so with their wishes.',
  }
}
