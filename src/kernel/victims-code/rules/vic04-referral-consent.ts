import type { Mark } from '#kernel/duties/rule.ts'
import type { VictimFacts } from '../facts.ts'

export interface ReferralConsent {
  readonly kind: 'explicit' | 'unless-they-object'
  readonly why: string
  readonly mark: Mark
}

/**
 * VIC-04: details go to victim support only with explicit consent after a sexual offence, after domestic abuse, and to relatives
 * of somebody who died; else unless they object. Source: from knowledge (unverified); that domestic abuse and sexual offences
 * are left out of what is sent by itself is seen on one force’s page. Stalking, honour-based abuse and the exploitation of a child
 * are treated alike: this project’s caution (default).
 */
export function referralConsent({ standing, flags }: Pick<VictimFacts, 'standing' | 'flags'>): ReferralConsent {
  const explicit = (why: string, mark: Mark): ReferralConsent => ({ kind: 'explicit', why, mark })
  if (flags.includes('sexual')) return explicit('It is a sexual offence: ask them first', 'unverified')
  if (flags.includes('domestic-abuse')) return explicit('It is domestic abuse: ask them first', 'unverified')
  if (standing === 'bereaved' || standing === 'spokesperson')
    return explicit('Somebody close to them died: ask them first', 'unverified')
  const careful = (['stalking', 'honour-based', 'child-exploitation'] as const).some((flag) => flags.includes(flag))
  if (careful) return explicit('Being known to somebody else could put them at risk: ask them first', 'default')
  return { kind: 'unless-they-object', why: 'Say that it is sent, and that they may say no', mark: 'unverified' }
}
