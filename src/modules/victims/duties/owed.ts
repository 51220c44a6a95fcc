import { meetDuties } from '#kernel/duties/meet-duty.ts'
import { openDuty } from '#kernel/duties/open-duty.ts'
import { pauseDuties, resumeDuties } from '#kernel/duties/pause-duties.ts'
import { readDutyRuleCode } from '#kernel/victims-code/duty-rules.ts'
import { isCourtEvent, type CaseEventKind } from '#kernel/victims-code/events.ts'
import { rulesStartedBy, type StartedDuty } from '#kernel/victims-code/started-by.ts'
import type { MetBy, RuleCode } from '#kernel/victims-code/victim-rule.ts'
import { victimRule } from '#kernel/victims-code/victim-rules.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { VICTIM_DUTIES } from './duty-rules.ts'
import { factsOf, type OwedVictim } from './owed-victim.ts'
import { sentenceAfter } from './sentence-day.ts'

export const NO_SAFE_CONTACT = 'No safe contact'

/** What starts something owed: an event of the case, or an act of ours on the victim, by its id. */
export interface Start {
  readonly id: string
  readonly kind: CaseEventKind
  readonly happenedAt: Date
  /** When whoever has to tell of it heard of it: what comes from a court counts from then. */
  readonly receivedAt: Date
}

/** What a duty of a victim is about: the victim and what started it, so that two arrests are two duties, each met by itself. */
export function dutySubject(victim: string, start: string) {
  return { kind: 'victim', id: `${victim}/${start}` } as const
}

/** Opens what this starts for the victim, in the transaction in which it happened. The same again opens nothing. */
export async function oweFor(tx: Tx, victim: OwedVictim, start: Start): Promise<void> {
  const { code } = victim
  if (code === null) return
  const started = rulesStartedBy(start.kind, code, factsOf(victim))
  if (started.length === 0) return
  // It may be owed where whoever acts does not reach.
  const opened = await asService(tx, async () => {
    const ids: string[] = []
    const known = await openedBy(tx, victim.id, start.id)
    for (const one of started) {
      if (known.has(asOfAnyCategory(one.dutyRule, startedAt(start)))) continue
      const duty = await openDuty(tx, VICTIM_DUTIES, await newDuty(tx, victim, start, one))
      if (duty.opened) ids.push(duty.id)
    }
    return ids
  })
  if (victim.noSafeContactSince !== null) await pauseDuties(tx, VICTIM_DUTIES, opened, NO_SAFE_CONTACT)
}

/** Courts' news counts from when it was heard of. */
function startedAt({ kind, happenedAt, receivedAt }: Start): Date {
  return isCourtEvent(kind) ? receivedAt : happenedAt
}

/** What a start has opened for a victim, whatever their category was then: it is not opened again under another. */
async function openedBy(tx: Tx, victim: string, start: string): Promise<ReadonlySet<string>> {
  const rows = rowsAs<{ rule: string; at: Date }>(
    await tx.client.query(
      `SELECT rule, triggered_at AS at FROM duty
      WHERE subject_kind = 'victim' AND subject_id = $1 AND superseded_at IS NULL`,
      [dutySubject(victim, start).id],
    ),
  )
  return new Set(rows.map(({ rule, at }) => asOfAnyCategory(rule, at)))
}

function asOfAnyCategory(dutyRule: string, at: Date): string {
  return `${dutyRule.replace('-E', '')} ${at.toISOString()}`
}

async function newDuty(tx: Tx, victim: OwedVictim, start: Start, { rule, dutyRule, countsFrom }: StartedDuty) {
  const unit = rule.by[0] === 'witness-care' ? await witnessCareUnit(tx) : null
  return {
    rule: dutyRule,
    subject: dutySubject(victim.id, start.id),
    record: victim.id,
    triggeredBy: `case-event.${start.kind}`,
    triggeredAt: startedAt(start),
    ...(countsFrom === 'sentence' && { countsFrom: await sentenceAfter(tx, victim.occurrence, start.happenedAt) }),
    title: `${rule.title}: ${victim.title}`,
    guards: unit === null ? victim.guards : { ...victim.guards, owner: null, unit },
  }
}

/** The unit whose people look after victims from charge on; null where the force has none. */
async function witnessCareUnit(tx: Tx): Promise<number | null> {
  const [row] = rowsAs<{ unit: number }>(
    await tx.client.query(
      `SELECT unit_id AS unit FROM posting WHERE 'witness-care' = ANY (roles)
        AND ($1::timestamptz AT TIME ZONE 'Europe/London')::date BETWEEN starts AND coalesce(ends, 'infinity')
      ORDER BY unit_id LIMIT 1`,
      [tx.now],
    ),
  )
  return row?.unit ?? null
}

export interface OpenDuty {
  readonly id: string
  /** The victim and what started it. */
  readonly subject: string
  readonly rule: string
  readonly title: string
  readonly countsFrom: Date | null
}

/** What is open for a victim, whether or not whoever acts may see each of it. */
export function openDutiesOf(tx: Tx, victim: string): Promise<readonly OpenDuty[]> {
  return asService(tx, async () =>
    rowsAs<OpenDuty>(
      await tx.client.query(
        `SELECT id, subject_id AS subject, rule, title, counts_from AS "countsFrom" FROM duty
        WHERE record_id = $1 AND subject_kind = 'victim' AND ended_at IS NULL ORDER BY list_at, id`,
        [victim],
      ),
    ),
  )
}

function ruleOf(dutyRule: string) {
  const parts = readDutyRuleCode(dutyRule)
  return parts === null ? null : victimRule(parts.rule)
}

/** Whether this rule is owed to them now. */
export async function isOwed(tx: Tx, victim: string, rule: RuleCode): Promise<boolean> {
  return (await openDutiesOf(tx, victim)).some((duty) => ruleOf(duty.rule)?.code === rule)
}

/** Meets what is open and met by an act of this kind. `at`: when a system says that it was done; now where a person did it. */
export async function metByAct(tx: Tx, victim: string, by: MetBy, how: string, at: Date = tx.now): Promise<void> {
  const open = (await openDutiesOf(tx, victim)).filter(({ rule }) => ruleOf(rule)?.metBy === by)
  await meetDuties(
    tx,
    open.map(({ id }) => id),
    how,
    at,
  )
}

/** What is open under these rules; with `start`, only what that started. */
export async function openUnder(
  tx: Tx,
  victim: string,
  rules: readonly RuleCode[],
  start?: string,
): Promise<readonly string[]> {
  const subject = start === undefined ? null : dutySubject(victim, start).id
  return (await openDutiesOf(tx, victim))
    .filter((duty) => rules.some((rule) => rule === ruleOf(duty.rule)?.code))
    .filter((duty) => subject === null || duty.subject === subject)
    .map(({ id }) => id)
}

/** Meets what is open under these rules, now. */
export async function metUnder(tx: Tx, victim: string, rules: readonly RuleCode[], how: string): Promise<void> {
  await meetDuties(tx, await openUnder(tx, victim, rules), how)
}

/** Stops the clocks of all that is open and may wait. */
export async function pauseAll(tx: Tx, victim: string): Promise<number> {
  const ids = (await openDutiesOf(tx, victim)).map(({ id }) => id)
  return (await pauseDuties(tx, VICTIM_DUTIES, ids, NO_SAFE_CONTACT)).length
}

export async function resumeAll(tx: Tx, victim: string): Promise<number> {
  const ids = (await openDutiesOf(tx, victim)).map(({ id }) => id)
  return (await resumeDuties(tx, VICTIM_DUTIES, ids)).length
}
