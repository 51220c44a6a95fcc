import { CRIME_FLAGS, type CrimeFlag } from '../facts.ts'

export interface SystemContact {
  readonly allowed: boolean
  /** Why not, one for each; empty where it is allowed. */
  readonly why: readonly string[]
}

/** Cases in which a message by itself could be read by whom they fear. */
const OFF: readonly CrimeFlag[] = ['domestic-abuse', 'stalking', 'honour-based', 'sexual', 'child-exploitation']

/**
 * VIC-07: the system itself writes to nobody in cases of domestic abuse, stalking, honour-based abuse, sexual offences or the
 * exploitation of a child: a person does, in the safe way that was agreed. Nor where there is no safe way, or it was not
 * asked for. Source: this project (default).
 */
export function contactBySystem(facts: {
  readonly flags: readonly CrimeFlag[]
  readonly noSafeContact: boolean
  readonly wanted: boolean
}): SystemContact {
  const why = [
    ...facts.flags
      .filter((flag) => OFF.includes(flag))
      .map((flag) => `${CRIME_FLAGS[flag]}: only a person contacts them`),
    ...(facts.noSafeContact ? ['There is no safe way to reach them'] : []),
    ...(facts.wanted ? [] : ['They did not ask for it']),
  ]
  return { allowed: why.length === 0, why }
}
