import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { emit } from '#platform/events/emit.ts'
import { choice, optionalId, optionalText, text } from '#platform/forms/fields.ts'
import { command } from '../operations.ts'
import { goAlong } from '../duties/go-along.ts'
import { notify } from '../notifications/notify.ts'
import { version } from '../organisation/versions.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { changeGuards, type Guards } from './guards.ts'
import { receiverBy } from './receiver.ts'
import { changeRecord, lockRecord, recordHref, recordId, recordKind, type RecordRow } from './record.ts'
import { markedWithinClearance } from './rules/rec01-own-clearance.ts'
import { inOwnCompartment } from './rules/rec02-own-compartment.ts'
import { ableToSee } from './rules/rec03-able-to-see.ts'
import { somethingChanges } from './rules/rec06-something-changes.ts'
import { handedOnBy } from './rules/rec07-handed-on-by.ts'
import { addEntry } from './timeline.ts'

/**
 * Puts a locked record, and all that belongs to it, under other guards, and writes it down where those who see it from now
 * on read it. It may then be out of the reach of whoever did it. Its new owner is told. Throws RuleRefused (REC01, REC02,
 * REC03, REC06, REC07).
 */
export async function handOn(tx: Tx, record: RecordRow, to: Guards, reason: string): Promise<void> {
  refuseOn(
    handedOnBy(record.kind, record.guards.owner, tx.reader),
    somethingChanges(record.guards, to),
    markedWithinClearance(to.marking, tx.reader.clearance),
    inOwnCompartment(to.compartment, tx.reader.compartments),
  )
  if (to.owner !== null) refuseOn(ableToSee(await receiverBy(tx, to.owner, 'owner'), to))
  const words = await changeWords(tx, record.guards, to)
  await changeRecord(tx, record, {})
  await changeGuards(tx, record.id, to)
  await goAlong(tx, record.id, record.guards, to)
  await addEntry(tx, record.id, to, { kind: 'change', words, reason })
  await emit(tx, { name: 'record.handed-on', payload: { kind: record.kind, id: record.id } })
  await tellNewOwner(tx, record, to.owner)
}

async function tellNewOwner(tx: Tx, { kind, id, guards }: RecordRow, owner: string | null): Promise<void> {
  if (owner === null || owner === guards.owner || owner === tx.reader.account) return
  const subject = { kind, id }
  await notify(tx, { account: owner, event: 'record.handed-on', subject, href: recordHref(kind, id) })
}

/** "Handed on: owner from PS Ellis to Insp Hale; area from Abbey to Beech." A compartment is never named. */
async function changeWords(tx: Tx, from: Guards, to: Guards): Promise<string> {
  const { rows } = await tx.client.query<Record<'ownerFrom' | 'ownerTo' | NameColumn, string | null>>(
    `SELECT (SELECT name FROM account WHERE id = $1) AS "ownerFrom", (SELECT name FROM account WHERE id = $2) AS "ownerTo",
      (SELECT name FROM unit WHERE id = $3) AS "unitFrom", (SELECT name FROM unit WHERE id = $4) AS "unitTo",
      (SELECT name FROM area WHERE id = $5) AS "areaFrom", (SELECT name FROM area WHERE id = $6) AS "areaTo"`,
    [from.owner, to.owner, from.unit, to.unit, from.area, to.area],
  )
  const names = rows[0]
  if (to.unit !== null && names?.unitTo === null) throw new Invalid({ unit: 'Choose the unit from the list' })
  if (to.area !== null && names?.areaTo === null) throw new Invalid({ area: 'Choose the area from the list' })
  const parts = [
    from.owner !== to.owner && `owner from ${names?.ownerFrom ?? 'nobody'} to ${names?.ownerTo ?? 'nobody'}`,
    from.unit !== to.unit && `unit from ${names?.unitFrom ?? 'none'} to ${names?.unitTo ?? 'none'}`,
    from.area !== to.area && `area from ${names?.areaFrom ?? 'none'} to ${names?.areaTo ?? 'none'}`,
    from.marking !== to.marking && `marking from ${from.marking} to ${to.marking}`,
    from.compartment !== to.compartment && compartmentWords(from.compartment, to.compartment),
  ]
  return `Handed on: ${parts.filter((part) => part !== false).join('; ')}.`
}

type NameColumn = 'unitFrom' | 'unitTo' | 'areaFrom' | 'areaTo'

function compartmentWords(from: number | null, to: number | null): string {
  if (to === null) return 'taken out of its compartment'
  return from === null ? 'put into a compartment' : 'moved to another compartment'
}

export const handOnRecord = command({
  name: 'record.hand-on',
  summary: 'Hand a record on: another owner, unit, area, marking or compartment, with the reason',
  input: z.object({
    kind: recordKind,
    id: recordId,
    version,
    /** Collar or staff number, or account; empty for nobody. */
    owner: optionalText('Owner', 40),
    unit: optionalId('Unit'),
    area: optionalId('Area'),
    marking: choice('The marking', MARKINGS),
    compartment: optionalId('Compartment'),
    reason: text('Reason', 1000),
  }),
  /** Whether it is still open to whoever handed it on. */
  output: z.object({ kind: recordKind, id: z.string(), reached: z.boolean() }),
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: {
    event: 'record.handed-on',
    subjects: ({ kind, id }) => [{ kind, id }],
    detail: ({ unit, area, marking, compartment }) => ({ unit, area, marking, compartment }),
  },
  async run(tx, { kind, id, version: seen, reason, ...input }) {
    const record = await lockRecord(tx, kind, id, seen)
    const owner = input.owner === null ? null : (await receiverBy(tx, input.owner, 'owner')).id
    await handOn(tx, record, { ...input, owner }, reason)
    const left = await tx.client.query('SELECT FROM record WHERE id = $1', [id])
    return { kind, id, reached: left.rowCount === 1 }
  },
})
