import type { Finding } from './rule.ts'

/** ORG13: a compartment is only taken over once its custodian has left; until then they hand it over themselves. */
export function custodianHasLeft(leftAt: string | null, name: string): Finding | null {
  if (leftAt !== null) return null
  return { rule: 'ORG13', message: `${name} is still its custodian. Ask them to hand it over.` }
}
