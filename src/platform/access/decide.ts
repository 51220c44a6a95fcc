import { Forbidden, SignInNeeded } from '#platform/errors/errors.ts'
import type { AccessRule } from '#platform/operations/define.ts'
import type { LiveSession } from './resolve.ts'
import { STEP_UP_MINUTES } from './resolve.ts'
import type { Principal, Reader } from './reader.ts'

/** A role of this beginning is a guest's: its holder gets in only where a rule names it, and not by `any`. */
const VISITING = 'visiting-'

/** Whether the rule lets such a principal with such roles in. Nothing said means no. */
export function permits(rule: AccessRule<string>, principal: Principal, roles: readonly string[]): boolean {
  const allowed = rule[principal]
  if (allowed === undefined) return false
  const visiting = roles.filter((role) => role.startsWith(VISITING))
  if (visiting.length > 0) return allowed !== 'any' && allowed.some((role) => visiting.includes(role))
  return allowed === 'any' || allowed.some((role) => roles.includes(role))
}

/** Throws unless the reader may: SignInNeeded when nobody is signed in or proof is too old, Forbidden otherwise. */
export function decide(rule: AccessRule<string>, reader: Reader, session: LiveSession | null, now: Date): void {
  if (!permits(rule, reader.principal, reader.roles)) {
    throw reader.principal === 'public' ? new SignInNeeded('absent') : new Forbidden()
  }
  if (rule.stepUp !== true || session === null) return
  const minutes = (now.getTime() - session.provedAt.getTime()) / 60_000
  if (minutes > STEP_UP_MINUTES) throw new SignInNeeded('step-up')
}
