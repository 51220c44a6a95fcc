import type { CodeVersion } from '#kernel/victims-code/code-in-force.ts'
import type { CrimeFlag, UpdateDays, VictimFacts } from '#kernel/victims-code/facts.ts'
import type { Standing } from '#kernel/victims-code/victim-rule.ts'
import type { Guards } from '#kernel/records/guards.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** What of a victim says what is owed to them, and by whom. Times are instants. */
export interface OwedVictim {
  readonly id: string
  readonly occurrence: number
  /** Whether the records system brought them, or somebody here added them. */
  readonly source: 'extract' | 'hand'
  /** Of the record: it names nobody. */
  readonly title: string
  readonly standing: Standing
  /** Null: told before the first code that is kept here, so nothing is owed by one. */
  readonly code: CodeVersion | null
  readonly reasons: readonly string[]
  readonly flags: readonly CrimeFlag[]
  readonly lossOrInjury: boolean
  readonly objectsToReferral: boolean
  readonly updateEvery: UpdateDays
  readonly reportedAt: Date
  readonly noSafeContactSince: Date | null
  /** Whether the force promised a first word to whoever reported on that day (VCT08). */
  readonly localStandard: boolean
  readonly guards: Guards
}

type Row = Omit<OwedVictim, 'guards'> & Guards

const SELECT = `SELECT v.id, v.occurrence_id AS occurrence, v.source, r.title, v.standing, v.code, v.reasons, v.flags,
    v.loss_or_injury AS "lossOrInjury", v.objects_to_referral AS "objectsToReferral",
    v.update_every_days AS "updateEvery", v.reported_at AS "reportedAt", v.no_safe_contact_since AS "noSafeContactSince",
    coalesce((SELECT s.applies FROM victim_local_standard s
      WHERE s.valid_from <= (v.reported_at AT TIME ZONE 'Europe/London')::date
      ORDER BY s.valid_from DESC LIMIT 1), false) AS "localStandard",
    v.area_id AS area, v.unit_id AS unit, v.owner_id AS owner, v.marking, v.compartment_id AS compartment
  FROM victim v JOIN record r ON r.id = v.id AND r.closed_at IS NULL`

/** Those that are still followed, of these ids, which the reader or the service may see. */
export async function readOwedVictims(tx: Tx, ids: readonly string[]): Promise<readonly OwedVictim[]> {
  return read(tx, `${SELECT} WHERE v.id = ANY ($1::uuid[]) ORDER BY v.id`, [ids])
}

/** Victims of a case that are still followed, of those whom the reader may see. */
export function followedIn(tx: Tx, occurrence: number): Promise<readonly OwedVictim[]> {
  return followedInAll(tx, [occurrence])
}

/** Victims of these cases that are still followed, of those whom the reader or the service may see. */
export function followedInAll(tx: Tx, occurrences: readonly number[]): Promise<readonly OwedVictim[]> {
  return read(tx, BY_CASE, [occurrences])
}

const BY_CASE = `${SELECT} WHERE v.occurrence_id = ANY ($1::bigint[]) ORDER BY v.id`

/**
 * Every victim of a case that is still followed: those whom whoever acts may see, and those beyond their reach. One in a
 * compartment that they are not in is found by nobody here.
 */
export async function victimsOfCase(tx: Tx, occurrence: number): Promise<readonly OwedVictim[]> {
  const own = await followedIn(tx, occurrence)
  const others = await asService(tx, () => followedIn(tx, occurrence))
  return [...own, ...others.filter(({ id }) => !own.some((one) => one.id === id))]
}

async function read(tx: Tx, sql: string, values: readonly unknown[]): Promise<readonly OwedVictim[]> {
  return rowsAs<Row>(await tx.client.query(sql, [...values])).map(
    ({ area, unit, owner, marking, compartment, ...rest }) => ({
      ...rest,
      guards: { area, unit, owner, marking, compartment },
    }),
  )
}

/** As the rules of the codes ask. */
export function factsOf(victim: OwedVictim): VictimFacts {
  const { standing, flags, objectsToReferral, lossOrInjury, updateEvery, localStandard } = victim
  return {
    standing,
    flags,
    objectsToReferral,
    lossOrInjury,
    updateEvery,
    enhanced: victim.reasons.length > 0,
    localStandard,
  }
}
