import { getCivilDate, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { startOfLondonDay } from '#calculations/calendar/london-time.ts'
import { codeInForce } from '#kernel/victims-code/code-in-force.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { metByAct, oweFor, type Start } from '../duties/owed.ts'
import { victimsOfCase, type OwedVictim } from '../duties/owed-victim.ts'
import { FOLLOWED_DAYS } from '../rules/event-rules.ts'
import { eventOfOutcome } from '../rules/outcome-events.ts'
import { followEvents, isTold, type BroughtEvent } from './follow-events.ts'
import { keepEvent } from './keep-event.ts'
import { openVictim } from './open-victim.ts'
import { readCrimes, type FollowedCrime } from './read-crimes.ts'
import { correctReport } from './correct-report.ts'

const DAY = 86_400_000

export interface Followed {
  /** Victims opened. */
  readonly victims: readonly string[]
}

/**
 * Follows what an extract says of these occurrences: a victim record for each victim of a crime that was reported lately enough
 * (VCT04) and under a code; what happened on the case; and what is owed from there. The same again opens nothing, another time of
 * report corrects what was reckoned from it. For the service.
 */
export async function followCrimes(tx: Tx, occurrences: readonly number[]): Promise<Followed> {
  const victims: string[] = []
  for (const crime of await readCrimes(tx, occurrences)) victims.push(...(await followCrime(tx, crime)))
  return { victims }
}

async function followCrime(tx: Tx, crime: FollowedCrime): Promise<readonly string[]> {
  const known = await knownParties(tx, crime.id)
  const isLate = crime.reportedAt.getTime() < tx.now.getTime() - FOLLOWED_DAYS * DAY
  const mayOpen = codeInForce(londonDateAt(crime.reportedAt)) !== null && (!isLate || known.size > 0)
  const opened: string[] = []
  for (const party of mayOpen ? crime.victims : [])
    if (!known.has(party.party)) opened.push(await openVictim(tx, crime, party))
  if (known.size === 0 && opened.length === 0 && (await victimsOfCase(tx, crime.id)).length === 0) return []
  const anew = await correctReport(tx, crime)
  const brought = await broughtOf(tx, crime)
  for (const victim of await victimsOfCase(tx, crime.id)) {
    const starts = anew.has(victim.id)
      ? await eventsFor(tx, victim)
      : brought.filter((one) => isFor(victim, one, tx.now))
    // Whom somebody added by hand is owed what follows the report since then, and has it.
    for (const start of starts)
      if (start.kind !== 'crime-reported' || victim.source === 'extract') await oweFor(tx, victim, start)
    if (crime.recordedAt !== null)
      await metByAct(tx, victim.id, 'recording', 'Recorded as a crime, by the records system', crime.recordedAt)
  }
  return opened
}

/** What the extracts say happened: the report, what custody and courts did, the outcome. */
async function broughtOf(tx: Tx, crime: FollowedCrime): Promise<readonly BroughtEvent[]> {
  const report = await keepEvent(tx, reported(crime))
  const events = await followEvents(tx, crime)
  const outcome = await keepOutcome(tx, crime)
  return [...[report, outcome].filter((start) => start !== null).map((start) => ({ ...start, about: null })), ...events]
}

/** Whom somebody added by hand is owed what is heard of since then. */
function isFor({ id, source }: OwedVictim, { about, receivedAt }: BroughtEvent, now: Date): boolean {
  return (about === null || about === id) && (source === 'extract' || receivedAt >= now)
}

function reported({ id, reportedAt }: FollowedCrime) {
  return { occurrence: id, kind: 'crime-reported', reference: 'reported', happenedAt: reportedAt } as const
}

async function keepOutcome(tx: Tx, { id, outcomeCode, outcomeOn, reportedAt }: FollowedCrime): Promise<Start | null> {
  const kind = outcomeCode === null ? null : eventOfOutcome(outcomeCode)
  if (kind === null || outcomeOn === null) return null
  const day = startOfLondonDay(getCivilDate(outcomeOn))
  // The records system knows the day only: on that of the report it was after it.
  const happenedAt = day < reportedAt ? reportedAt : day
  const outcome = { occurrence: id, kind, reference: `outcome ${outcomeCode}`, happenedAt }
  return (await isTold(tx, id, outcome)) ? null : keepEvent(tx, outcome)
}

/** All that stands of what happened for a victim. */
async function eventsFor(tx: Tx, { id, occurrence }: OwedVictim): Promise<readonly Start[]> {
  return rowsAs<Start>(
    await tx.client.query(
      `SELECT id, kind, happened_at AS "happenedAt", received_at AS "receivedAt" FROM case_event
      WHERE occurrence_id = $1 AND (victim_id IS NULL OR victim_id = $2) AND voided_at IS NULL ORDER BY happened_at, id`,
      [occurrence, id],
    ),
  )
}

async function knownParties(tx: Tx, occurrence: number): Promise<ReadonlySet<number>> {
  const rows = rowsAs<{ party: number }>(
    await tx.client.query('SELECT party_id AS party FROM victim WHERE occurrence_id = $1 AND party_id IS NOT NULL', [
      occurrence,
    ]),
  )
  return new Set(rows.map(({ party }) => party))
}
