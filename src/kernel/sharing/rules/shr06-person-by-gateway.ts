import type { Finding } from '../../organisation/rules/rule.ts'
import { PERSONAL_CLASSES, PERSONAL_GATEWAYS } from '../lists.ts'

/**
 * SHR06 The name of whom something harms, and the risk to them, are opened only where each is chosen by itself, and only by a
 * gateway that is there to protect a person.
 *
 * Name, Care Act: may be. Risk, Crime and Disorder Act: refused. Neither, any gateway: nothing to say.
 */
export function personByGateway(wanted: {
  readonly classes: readonly string[]
  readonly gateway: string
}): Finding | null {
  const personal = wanted.classes.some((one) => PERSONAL_CLASSES.some((name) => name === one))
  if (!personal || PERSONAL_GATEWAYS.some((name) => name === wanted.gateway)) return null
  return {
    rule: 'SHR06',
    message:
      'Whom it harms and the risk to them are opened only to protect somebody: by the Children Act, the Care Act or vital interests. Leave them out, or share by one of these.',
  }
}
