import type { Marking } from '#platform/access/reader.ts'
import type { Finding } from '../../organisation/rules/rule.ts'
import type { Guards } from '../../records/guards.ts'
import { isOwedBy, type Doer } from './owed-by.ts'

/** Who is to owe it, as they are today. */
export interface NewOwner {
  readonly isStaff: boolean
  readonly hasLeft: boolean
  /** Units in which they are posted today. */
  readonly units: readonly number[]
  readonly clearance: Marking
  /** Compartments that they are in, of those that whoever hands on can see. */
  readonly compartments: readonly number[]
}

/** DUT-04: a duty is handed on by those who owe it, to somebody who works in the force today and may open it. */
export function newOwner(
  owner: NewOwner | undefined,
  { marking, compartment, ...owed }: Guards,
  doer: Doer,
): Finding | null {
  const says = (message: string): Finding => ({ rule: 'DUT-04', message })
  if (!isOwedBy(owed, doer)) return says('Only who owes it, or somebody of their unit, hands it on.')
  if (owner === undefined || !owner.isStaff || owner.hasLeft || owner.units.length === 0)
    return says('Choose somebody of the force who is posted today.')
  const mayOpen =
    (marking === 'OFFICIAL' || owner.clearance === 'OFFICIAL-SENSITIVE') &&
    (compartment === null || owner.compartments.includes(compartment))
  return mayOpen ? null : says('They may not open this. Choose somebody who may.')
}
