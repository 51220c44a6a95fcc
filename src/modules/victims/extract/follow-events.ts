import { randomUUID } from 'node:crypto'
import { grouped } from '#calculations/grouping/grouped.ts'
import { isCourtEvent, OF_ONE, type CaseEventKind } from '#kernel/victims-code/events.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { cancelStarted, correctStarted } from '../duties/changed.ts'
import { oweFor, openUnder, type Start } from '../duties/owed.ts'
import { victimsOfCase, type OwedVictim } from '../duties/owed-victim.ts'
import { reckonSentence } from '../duties/sentence.ts'
import { isSameEvent, movedAs, TELLS_OF_DAYS } from '../rules/told-events.ts'
import { CORRECTED_THERE, type Brought } from './keep-event.ts'
import type { FollowedCrime } from './read-crimes.ts'

const TAKEN_BACK = 'The records system says that it did not happen'

/** What a file of events says of a case, as far as it was not taken back. */
interface Told {
  readonly reference: string
  readonly kind: CaseEventKind
  readonly happenedAt: Date
  readonly party: number | null
  readonly takesPlaceAt: Date | null
  readonly sentenceAt: Date | null
}

interface Standing extends Start {
  readonly occurrence: number
  readonly source: 'extract' | 'hand' | 'import'
  readonly reference: string | null
  readonly about: string | null
  readonly takesPlaceAt: Date | null
  readonly sentenceAt: Date | null
}

/** Something that stands on the case, for every victim of it or the one whom it is about. */
export interface BroughtEvent extends Start {
  readonly occurrence: number
  readonly about: string | null
}

/**
 * Brings the events of cases to what the extracts say of them: what is new is kept, what is at another time is worked out anew, a
 * hearing on another day is told again, what was taken back is cancelled with all that it started. What stands already by hand,
 * or by the outcome of the crime, is not kept twice (VCT24). The same again changes nothing.
 */
export async function followEvents(tx: Tx, crimes: readonly FollowedCrime[]): Promise<readonly BroughtEvent[]> {
  const told = await readTold(tx, crimes)
  const standing = await readStanding(
    tx,
    crimes.map(({ id }) => id),
  )
  const brought: BroughtEvent[] = []
  for (const { id } of crimes) {
    const [now, stands] = [told.get(id) ?? [], standing.get(id) ?? []]
    if (now.length > 0 || stands.some(isImported)) brought.push(...(await followCase(tx, id, now, stands)))
  }
  return brought
}

async function followCase(
  tx: Tx,
  occurrence: number,
  told: readonly Told[],
  standing: readonly Standing[],
): Promise<readonly BroughtEvent[]> {
  const ours = standing.filter(isImported)
  const victims = await victimsOfCase(tx, occurrence)
  for (const event of ours.filter((one) => !told.some((now) => isOf(one, now)))) await takeBack(tx, victims, event)
  const refused = await readRefused(tx, occurrence)
  const taken = new Set<string>()
  const brought: BroughtEvent[] = []
  for (const one of told) {
    const own = ours.find((event) => isOf(event, one))
    if (own !== undefined) {
      await change(tx, victims, own, one)
      brought.push({ ...own, happenedAt: one.happenedAt })
      continue
    }
    if (refused.has(`${one.kind} ${one.reference}`)) continue
    const same = standing.find((event) => !taken.has(event.id) && !isImported(event) && isSameEvent(event, one))
    if (same !== undefined) taken.add(same.id)
    brought.push(...(same === undefined ? await keep(tx, occurrence, one) : [same]))
  }
  await reckonSentence(tx, victims)
  return brought
}

function isImported({ source }: Standing): boolean {
  return source === 'import'
}

function isOf(event: Standing, { kind, reference }: Told): boolean {
  return event.kind === kind && event.reference === reference
}

/** By case. What happened before the report, an arrest in the act, counts from the report. */
async function readTold(tx: Tx, crimes: readonly FollowedCrime[]): Promise<ReadonlyMap<number, readonly Told[]>> {
  const rows = rowsAs<Told & { readonly occurrence: number }>(
    await tx.client.query(
      `SELECT e.occurrence_id AS occurrence, e.reference, e.kind, greatest(e.happened_at, c.reported) AS "happenedAt",
        e.party_id AS party, e.takes_place_at AS "takesPlaceAt", e.sentence_at AS "sentenceAt"
      FROM unnest($1::bigint[], $2::timestamptz[]) AS c (id, reported)
        JOIN occurrence_event e ON e.occurrence_id = c.id
      WHERE NOT e.cancelled ORDER BY e.happened_at, e.reference`,
      [crimes.map(({ id }) => id), crimes.map(({ reportedAt }) => reportedAt)],
    ),
  )
  return grouped(rows, ({ occurrence }) => occurrence)
}

async function readStanding(tx: Tx, occurrences: readonly number[]): Promise<ReadonlyMap<number, readonly Standing[]>> {
  const rows = rowsAs<Standing>(
    await tx.client.query(
      `SELECT id, occurrence_id AS occurrence, kind, happened_at AS "happenedAt", received_at AS "receivedAt", source,
        external_reference AS reference, victim_id AS about, takes_place_at AS "takesPlaceAt", sentence_at AS "sentenceAt"
      FROM case_event WHERE occurrence_id = ANY ($1::bigint[]) AND voided_at IS NULL ORDER BY happened_at, id`,
      [occurrences],
    ),
  )
  return grouped(rows, ({ occurrence }) => occurrence)
}

/** What somebody here has said never happened: it stays so, whatever comes again. */
async function readRefused(tx: Tx, occurrence: number): Promise<ReadonlySet<string>> {
  const rows = rowsAs<{ key: string }>(
    await tx.client.query(
      `SELECT kind || ' ' || external_reference AS key FROM case_event
      WHERE occurrence_id = $1 AND source = 'import' AND voided_by IS NOT NULL`,
      [occurrence],
    ),
  )
  return new Set(rows.map(({ key }) => key))
}

/** Of what is about one victim: kept only where they are followed. */
async function keep(tx: Tx, occurrence: number, told: Told): Promise<readonly BroughtEvent[]> {
  const about = OF_ONE.includes(told.kind) ? await victimBy(tx, occurrence, told.party) : null
  if (about === undefined) return []
  const { kind, happenedAt, takesPlaceAt, sentenceAt, reference } = told
  const id = randomUUID()
  await tx.client.query(
    `INSERT INTO case_event (id, occurrence_id, victim_id, kind, happened_at, received_at, takes_place_at, sentence_at, source,
      external_reference, logged_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'import', $9, $6)`,
    [id, occurrence, about, kind, happenedAt, tx.now, takesPlaceAt, sentenceAt, reference],
  )
  return [{ id, occurrence, kind, happenedAt, receivedAt: tx.now, about }]
}

async function victimBy(tx: Tx, occurrence: number, party: number | null): Promise<string | undefined> {
  const [found] = rowsAs<{ id: string }>(
    await tx.client.query('SELECT id FROM victim WHERE occurrence_id = $1 AND party_id = $2 ORDER BY id LIMIT 1', [
      occurrence,
      party,
    ]),
  )
  return found?.id
}

async function change(tx: Tx, victims: readonly OwedVictim[], event: Standing, told: Told): Promise<void> {
  const { happenedAt, takesPlaceAt, sentenceAt } = told
  const moved = !sameMoment(event.takesPlaceAt, takesPlaceAt)
  if (!moved && sameMoment(event.happenedAt, happenedAt) && sameMoment(event.sentenceAt, sentenceAt)) return
  await tx.client.query(
    `UPDATE case_event SET happened_at = $2, takes_place_at = $3, sentence_at = $4, corrected_at = $5, corrected_reason = $6,
      version = version + 1 WHERE id = $1`,
    [event.id, happenedAt, takesPlaceAt, sentenceAt, tx.now, CORRECTED_THERE],
  )
  const those = whom(victims, event)
  // What comes from a court counts from when it was heard of, and that is as it was.
  if (!isCourtEvent(event.kind))
    await correctStarted(
      tx,
      those.map(({ id }) => id),
      { ...event, happenedAt },
      CORRECTED_THERE,
    )
  const kind = moved ? movedAs(event.kind) : null
  if (kind !== null) for (const victim of those) await tellAgain(tx, victim, { ...event, happenedAt, kind })
}

/** Who was told the old day is owed the new one, from now; who was not is told it with what is open. */
async function tellAgain(tx: Tx, victim: OwedVictim, event: Start): Promise<void> {
  const open = await openUnder(tx, victim.id, TELLS_OF_DAYS, event.id)
  if (open.length === 0) await oweFor(tx, victim, { ...event, receivedAt: tx.now })
}

async function takeBack(tx: Tx, victims: readonly OwedVictim[], event: Standing): Promise<void> {
  await tx.client.query(
    `UPDATE case_event SET voided_at = $2, voided_reason = $3, version = version + 1 WHERE id = $1`,
    [event.id, tx.now, TAKEN_BACK],
  )
  await cancelStarted(
    tx,
    whom(victims, event).map(({ id }) => id),
    event.id,
    TAKEN_BACK,
  )
}

function whom(victims: readonly OwedVictim[], { about }: Standing): readonly OwedVictim[] {
  return about === null ? victims : victims.filter(({ id }) => id === about)
}

function sameMoment(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime()
}

/** Of outcomes those that do not stand on their case already, by hand or by a file of events (VCT24); what is kept stays. */
export async function notTold(tx: Tx, outcomes: readonly Brought[]): Promise<readonly Brought[]> {
  const standing = await readStanding(
    tx,
    outcomes.map(({ occurrence }) => occurrence),
  )
  return outcomes.filter((outcome) => {
    const stands = standing.get(outcome.occurrence) ?? []
    return (
      stands.some(({ source, reference }) => source === 'extract' && reference === outcome.reference) ||
      !stands.some((event) => event.source !== 'extract' && isSameEvent(event, { ...outcome, takesPlaceAt: null }))
    )
  })
}
