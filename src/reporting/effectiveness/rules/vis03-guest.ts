import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/** Somebody who might be asked in. */
interface Guest {
  readonly account: string
  /** Of all their live postings. */
  readonly roles: readonly string[]
  readonly left: boolean
  /** They have a visit that is not over. */
  readonly visiting: boolean
}

const VISITING = 'visiting-inspector'

/**
 * VIS03 Who may be asked in: somebody else, whose live postings are a visiting inspector's and nothing besides, and who has no
 * visit already. A member of the force who also visits would see as both.
 */
export function guestProblem({ account, roles, left, visiting }: Guest, host: string | null): Refusal | null {
  if (account === host) return { rule: 'VIS03', message: 'Nobody invites themselves.' }
  if (left || !roles.includes(VISITING))
    return {
      rule: 'VIS03',
      message: 'They have no posting as a visiting inspector. Ask an administrator for one first.',
    }
  if (roles.some((role) => role !== VISITING))
    return { rule: 'VIS03', message: 'They have another posting in the force. A visitor has that of a visitor only.' }
  if (visiting) return { rule: 'VIS03', message: 'They have a visit already. End that one first.' }
  return null
}
