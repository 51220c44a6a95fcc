import { z } from 'zod'
import { meetDuties } from '#kernel/duties/meet-duty.ts'
import { command } from '#kernel/operations.ts'
import { readDutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, optionalText } from '#platform/forms/fields.ts'
import { caseIsOver } from '../duties/case-is-over.ts'
import { isOwed, oweFor, type OpenDuty } from '../duties/owed.ts'
import { whatIsOwed } from '../queries/read-victim.ts'
import { closeWhereRefused } from '../own-page/commands/close-where-refused.ts'
import { RESULTS, WAYS, whyNotMet, wordsOfContact, type Result } from '../rules/contact-results.ts'
import { WRITERS } from '../writers.ts'
import { aboutVictim, PURPOSE, ticked, victimChanged, victimSeen } from './fields.ts'
import { keepContact, noteAcknowledged } from './keep-contact.ts'
import { lockVictim, saveVictim, type LockedVictim } from './locked-victim.ts'
import { stopContact } from './no-safe-contact.ts'

export const logContact = command({
  name: 'victim.log-contact',
  summary: 'Log a contact with a victim: the way, what came of it, and which of what was owed they were told',
  input: z.object({
    ...victimSeen,
    way: choice('The way', keysOf(WAYS)),
    result: choice('What came of it', keysOf(RESULTS)),
    /** Left out: what was ticked says it. */
    words: optionalText('What was said', 4000),
    /** Ids of what is owed, each ticked by whoever told it. */
    duties: ticked,
  }),
  output: victimChanged.extend({ met: z.int() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim.contact-logged',
    subjects: (input) => [...aboutVictim(input), ...input.duties.map((id) => ({ kind: 'duty', id }))],
    detail: ({ way, result }, { met }) => ({ way, result, met }),
  },
  async run(tx, { id, version, way, result, duties, words: written }) {
    const locked = await lockVictim(tx, id, version)
    const met = await readTicked(tx, id, duties, result)
    const words = wordsOfContact(
      written,
      result,
      met.map(({ rule, title }) => whatIsOwed(rule, title)),
    )
    if (words === null) throw new Invalid({ words: 'Say why there is no safe way to reach them (VCT21)' })
    const contact = await keepContact(tx, locked, { way, result, words, duties })
    await meetDuties(tx, duties, `${RESULTS[result]}: ${WAYS[way].toLowerCase()}`)
    await noteAcknowledged(tx, id, met)
    const declined = result === 'declined' && met.some(isUpdate)
    await saveVictim(
      tx,
      locked,
      { ...(result === 'told' && { told_at: tx.now }), ...(declined && { updates_declined_at: tx.now }) },
      { kind: 'contact', words: `${RESULTS[result]}. ${WAYS[way]}: ${words}` },
    )
    if (declined) await closeWhereRefused(tx, id)
    if (result === 'told') await followTold(tx, locked, contact)
    if (result === 'no-safe-contact') await stopContact(tx, locked.victim, words)
    return { id, met: met.length }
  },
})

const isUpdate = ({ rule }: OpenDuty) => readDutyRuleCode(rule)?.rule === 'VC07'

/** What was ticked, as it is open on this victim. Throws Invalid where one is not, or such a contact does not meet it. */
async function readTicked(
  tx: Tx,
  victim: string,
  ids: readonly string[],
  result: Result,
): Promise<readonly OpenDuty[]> {
  const open = rowsAs<OpenDuty>(
    await tx.client.query(
      `SELECT id, subject_id AS subject, rule, title, counts_from AS "countsFrom" FROM duty
      WHERE id = ANY ($1::uuid[]) AND record_id = $2 AND subject_kind = 'victim' AND ended_at IS NULL ORDER BY list_at, id`,
      [ids, victim],
    ),
  )
  if (open.length !== ids.length)
    throw new Invalid({ duties: 'Some of this is not owed any more. Open the victim again and tick what was told.' })
  for (const { rule, title } of open) {
    const why = whyNotMet(rule, result)
    if (why !== null) throw new Invalid({ duties: `${title}. ${why}` })
  }
  return open
}

/** The first time somebody reaches them, what they need is to be assessed; and each time, when they hear next is owed. */
async function followTold(tx: Tx, { victim }: LockedVictim, contact: string): Promise<void> {
  const start = { id: contact, happenedAt: tx.now, receivedAt: tx.now }
  const before = await tx.client.query(
    `SELECT FROM victim_contact WHERE victim_id = $1 AND result = 'told' AND id <> $2 LIMIT 1`,
    [victim.id, contact],
  )
  const isFirst = before.rowCount === 0
  if (isFirst) await oweFor(tx, victim, { ...start, kind: 'first-contact' })
  if (await isToHearMore(tx, victim.id, victim.occurrence))
    await oweFor(tx, victim, { ...start, kind: isFirst ? 'victim-contact-agreed' : 'victim-contact-updated' })
}

/** Unless they want no updates, the case is over, or the next is owed already. */
async function isToHearMore(tx: Tx, id: string, occurrence: number): Promise<boolean> {
  const { rowCount } = await tx.client.query('SELECT FROM victim WHERE id = $1 AND updates_declined_at IS NULL', [id])
  return rowCount === 1 && !(await caseIsOver(tx, occurrence)) && !(await isOwed(tx, id, 'VC07'))
}
