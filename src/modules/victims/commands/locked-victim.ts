import type { Updateable } from 'kysely'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { changeRecord, lockRecord, type RecordRow } from '#kernel/records/record.ts'
import { addEntry, type NewEntry } from '#kernel/records/timeline.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Victim } from '#platform/db/schema.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { readOwedVictims, type OwedVictim } from '../duties/owed-victim.ts'

export interface LockedVictim {
  readonly record: RecordRow
  readonly victim: OwedVictim
}

/** A victim who is still followed, locked and not changed since `seen`. Throws NotFound, Conflict, RuleRefused (VCT06). */
export async function lockVictim(tx: Tx, id: string, seen: number): Promise<LockedVictim> {
  const record = await lockRecord(tx, 'victim', id, seen)
  refuseOn(
    record.closedAt === null
      ? null
      : { rule: 'VCT06', message: 'This victim is not followed any more. Nothing is added.' },
  )
  return { record, victim: await getVictim(tx, id) }
}

/** Not locked: for what is done on the case and not on the victim. Throws NotFound. */
export async function getVictim(tx: Tx, id: string): Promise<OwedVictim> {
  const [victim] = await readOwedVictims(tx, [id])
  if (victim === undefined) throw new NotFound({ kind: 'victim', id })
  return victim
}

export async function saveVictim(
  tx: Tx,
  { record }: LockedVictim,
  columns: Updateable<Victim>,
  entry: NewEntry,
): Promise<void> {
  if (Object.keys(columns).length > 0)
    await tx.db.updateTable('victim').set(columns).where('id', '=', record.id).execute()
  await changeRecord(tx, record, {}, entry)
}

/** Writes what happened on the case on the timeline of each of its victims, those beyond the reach of whoever acts included. */
export async function noteOnEach(tx: Tx, victims: readonly OwedVictim[], entry: NewEntry): Promise<void> {
  for (const { id, guards } of victims) {
    const add = () => addEntry(tx, id, guards, entry)
    await (guards.compartment === null ? asService(tx, add) : add())
  }
}
