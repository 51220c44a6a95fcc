import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Conflict } from '#platform/errors/errors.ts'
import { notify } from '../notifications/notify.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { today } from '../organisation/today.ts'
import { isOpen, lockDuty, type Duty } from './duty.ts'
import { OVER, type DutyAct } from './pause-duty.ts'
import { noteOnRecord } from './record-note.ts'
import { newOwner, type NewOwner } from './rules/dut04-new-owner.ts'

/**
 * Hands a duty on to another person, and with it, where they do not work in the unit that owes it, to theirs. They are told.
 * Throws NotFound, Conflict, or RuleRefused (DUT-04).
 */
export async function handOnDuty(
  tx: Tx,
  act: DutyAct & { readonly to: string; readonly reason: string },
): Promise<void> {
  const duty = await lockDuty(tx, act.id, act.version)
  if (!isOpen(duty)) throw new Conflict(OVER)
  const owner = await findOwner(tx, act.to)
  refuseOn(newOwner(owner, duty.guards, tx.reader))
  // Written first: once handed on, the record may be out of the giver's reach.
  await noteOnRecord(tx, duty, `Handed on a duty: ${duty.title}.`, act.reason)
  await asService(tx, () => give(tx, duty, act.to, unitFor(duty, owner?.units ?? [])))
  await notify(tx, {
    account: act.to,
    event: 'duty.handed-on',
    subject: { kind: 'duty', id: duty.id },
    href: `/work/duties/${duty.id}`,
  })
}

function unitFor({ guards: { unit } }: Duty, units: readonly number[]): number | null {
  return unit === null || units.includes(unit) ? unit : (units[0] ?? unit)
}

async function give(tx: Tx, duty: Duty, owner: string, unit: number | null): Promise<void> {
  await tx.client.query('UPDATE duty SET owner_id = $2, unit_id = $3, version = $4 WHERE id = $1', [
    duty.id,
    owner,
    unit,
    duty.version + 1,
  ])
}

async function findOwner(tx: Tx, account: string): Promise<NewOwner | undefined> {
  const [row] = rowsAs<NewOwner>(
    await tx.client.query(
      `SELECT a.principal = 'staff' AS "isStaff", coalesce(a.left_at <= $2, false) AS "hasLeft", a.clearance,
        ARRAY(SELECT p.unit_id FROM posting p WHERE p.account_id = a.id
          AND $3::date BETWEEN p.starts AND coalesce(p.ends, 'infinity') ORDER BY p.starts DESC, p.id) AS units,
        ARRAY(SELECT m.compartment_id FROM compartment_member m WHERE m.account_id = a.id
          AND $3::date BETWEEN m.starts AND coalesce(m.ends, 'infinity')) AS compartments
      FROM account a WHERE a.id = $1`,
      [account, tx.now, today(tx)],
    ),
  )
  return row
}
