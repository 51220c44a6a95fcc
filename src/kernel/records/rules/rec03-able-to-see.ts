import { MARKINGS, type Marking, type Principal } from '#platform/access/reader.ts'
import type { Finding } from '../../organisation/rules/rule.ts'

/** Somebody whom a record or an action is to be given to. */
export interface Receiver {
  readonly name: string
  readonly principal: Principal
  readonly clearance: Marking
  readonly compartments: readonly number[]
}

/**
 * REC03: a record is owned, and an action is done, by a member of the force who can see it: cleared for its marking, and on
 * the list of its compartment. Where they are posted does not matter, since owner and doer see it from anywhere.
 */
export function ableToSee(
  receiver: Receiver,
  thing: { readonly marking: Marking; readonly compartment: number | null },
): Finding | null {
  const refused = (why: string): Finding => ({ rule: 'REC03', message: `${receiver.name} ${why}` })
  if (receiver.principal !== 'staff') return refused('is not of this force. Give it to their agency instead.')
  if (MARKINGS.indexOf(thing.marking) > MARKINGS.indexOf(receiver.clearance))
    return refused(`is not cleared for ${thing.marking}. Choose somebody who is.`)
  if (thing.compartment !== null && !receiver.compartments.includes(thing.compartment))
    return refused('is not on the list of its compartment. Ask its custodian to let them in first.')
  return null
}
