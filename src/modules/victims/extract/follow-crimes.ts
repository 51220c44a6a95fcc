import { getCivilDate, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { startOfLondonDay } from '#calculations/calendar/london-time.ts'
import { grouped } from '#calculations/grouping/grouped.ts'
import { codeInForce } from '#kernel/victims-code/code-in-force.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { metByActs, oweEach, type Start } from '../duties/owed.ts'
import { followedInAll, type OwedVictim } from '../duties/owed-victim.ts'
import { FOLLOWED_DAYS } from '../rules/event-rules.ts'
import { eventOfOutcome } from '../rules/outcome-events.ts'
import { followEvents, notTold, type BroughtEvent } from './follow-events.ts'
import { correctReports } from './correct-report.ts'
import { keepEvents, type Brought } from './keep-event.ts'
import { openVictims, type NewVictim } from './open-victim.ts'
import { readCrimes, type FollowedCrime } from './read-crimes.ts'

const DAY = 86_400_000

export interface Followed {
  /** Victims opened. */
  readonly victims: readonly string[]
}

/**
 * Follows what an extract says of these occurrences: a victim record for each victim of a crime that was reported lately enough
 * (VCT04) and under a code; what happened on the case; and what is owed from there. The same again opens nothing, another time of
 * report corrects what was reckoned from it. For the service; in as many statements for many crimes as for one, but for what is
 * corrected.
 */
export async function followCrimes(tx: Tx, occurrences: readonly number[]): Promise<Followed> {
  const crimes = await readCrimes(tx, occurrences)
  const known = await knownParties(tx, occurrences)
  const isKnown = (crime: FollowedCrime) => known.has(crime.id)
  const toOpen = crimes.flatMap((crime) => newVictims(tx, crime, known.get(crime.id)))
  const victims = await openVictims(tx, toOpen)
  const followed = crimes.filter((crime) => isKnown(crime) || toOpen.some((one) => one.crime === crime))
  const anew = await correctReports(tx, followed.filter(isKnown))
  const reports = await keepEvents(tx, followed.map(reported))
  const events = await followEvents(tx, followed)
  const outcomes = await keepEvents(tx, await notTold(tx, followed.flatMap(outcomeOf)))
  const whole = [...reports, ...outcomes].map((event) => ({ ...event, about: null }))
  await owe(tx, followed, [...whole, ...events], anew)
  return { victims }
}

/** Victims of the crime who are not followed yet, where they are to be. */
function newVictims(tx: Tx, crime: FollowedCrime, known: ReadonlySet<number> | undefined): readonly NewVictim[] {
  const isLate = crime.reportedAt.getTime() < tx.now.getTime() - FOLLOWED_DAYS * DAY
  const mayOpen = codeInForce(londonDateAt(crime.reportedAt)) !== null && (!isLate || (known?.size ?? 0) > 0)
  return mayOpen ? crime.victims.filter(({ party }) => known?.has(party) !== true).map((of) => ({ crime, of })) : []
}

/** Opens what is owed by what the extract brought, to every victim of each crime, and meets that it was recorded. */
async function owe(
  tx: Tx,
  crimes: readonly FollowedCrime[],
  kept: readonly BroughtEvent[],
  anew: ReadonlySet<string>,
): Promise<void> {
  const victims = await followedInAll(
    tx,
    crimes.map(({ id }) => id),
  )
  const brought = grouped(kept, ({ occurrence }) => occurrence)
  const owed: { victim: OwedVictim; start: Start }[] = []
  for (const victim of victims) {
    const starts = anew.has(victim.id)
      ? await eventsFor(tx, victim)
      : (brought.get(victim.occurrence) ?? []).filter((one) => isFor(victim, one, tx.now))
    // Whom somebody added by hand is owed what follows the report since then, and has it.
    for (const start of starts)
      if (start.kind !== 'crime-reported' || victim.source === 'extract') owed.push({ victim, start })
  }
  await oweEach(tx, owed)
  const recordedAt = new Map(crimes.map((crime) => [crime.id, crime.recordedAt]))
  const recorded = victims.flatMap(({ id, occurrence }): [string, Date][] => {
    const at = recordedAt.get(occurrence) ?? null
    return at === null ? [] : [[id, at]]
  })
  await metByActs(tx, new Map(recorded), 'recording', 'Recorded as a crime, by the records system')
}

/** Whom somebody added by hand is owed what is heard of since then. */
function isFor({ id, source }: OwedVictim, { about, receivedAt }: BroughtEvent, now: Date): boolean {
  return (about === null || about === id) && (source === 'extract' || receivedAt >= now)
}

function reported({ id, reportedAt }: FollowedCrime): Brought {
  return { occurrence: id, kind: 'crime-reported', reference: 'reported', happenedAt: reportedAt }
}

function outcomeOf({ id, outcomeCode, outcomeOn, reportedAt }: FollowedCrime): readonly Brought[] {
  const kind = outcomeCode === null ? null : eventOfOutcome(outcomeCode)
  if (kind === null || outcomeOn === null) return []
  const day = startOfLondonDay(getCivilDate(outcomeOn))
  // The records system knows the day only: on that of the report it was after it.
  const happenedAt = day < reportedAt ? reportedAt : day
  return [{ occurrence: id, kind, reference: `outcome ${outcomeCode}`, happenedAt }]
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

/** Who is followed already, by case; a case of which nobody is has none. */
async function knownParties(tx: Tx, occurrences: readonly number[]): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const rows = rowsAs<{ occurrence: number; parties: readonly number[] }>(
    await tx.client.query(
      `SELECT occurrence_id AS occurrence, coalesce(json_agg(party_id) FILTER (WHERE party_id IS NOT NULL), '[]') AS parties
      FROM victim WHERE occurrence_id = ANY ($1::bigint[]) GROUP BY occurrence_id`,
      [occurrences],
    ),
  )
  return new Map(rows.map(({ occurrence, parties }) => [occurrence, new Set(parties)]))
}
