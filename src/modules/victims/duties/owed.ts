import { meetDuties, meetEach } from '#kernel/duties/meet-duty.ts'
import { openDuties, type NewDuty } from '#kernel/duties/open-duty.ts'
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
export function oweFor(tx: Tx, victim: OwedVictim, start: Start): Promise<void> {
  return oweEach(tx, [{ victim, start }])
}

interface Started {
  readonly victim: OwedVictim
  readonly start: Start
  readonly one: StartedDuty
}

/** The same for many victims, in as many statements as for one. They may be owed it where whoever acts does not reach. */
export async function oweEach(
  tx: Tx,
  owed: readonly { readonly victim: OwedVictim; readonly start: Start }[],
): Promise<void> {
  const started = owed.flatMap(({ victim, start }): Started[] =>
    victim.code === null
      ? []
      : rulesStartedBy(start.kind, victim.code, factsOf(victim)).map((one) => ({ victim, start, one })),
  )
  if (started.length === 0) return
  const fresh = await asService(tx, () => notOpened(tx, started))
  const waits = ({ victim }: Started) => victim.noSafeContactSince !== null
  await openAll(
    tx,
    fresh.filter((each) => !waits(each)),
  )
  await pauseDuties(tx, VICTIM_DUTIES, await openAll(tx, fresh.filter(waits)), NO_SAFE_CONTACT)
}

/** Those that a start has not opened for the victim, whatever their category was then: none is opened again under another. */
async function notOpened(tx: Tx, started: readonly Started[]): Promise<readonly Started[]> {
  const subjects = started.map(({ victim, start }) => dutySubject(victim.id, start.id).id)
  const rows = rowsAs<{ subject: string; rule: string; at: Date }>(
    await tx.client.query(
      `SELECT subject_id AS subject, rule, triggered_at AS at FROM duty
      WHERE subject_kind = 'victim' AND subject_id = ANY ($1) AND superseded_at IS NULL`,
      [[...new Set(subjects)]],
    ),
  )
  const known = new Set(rows.map(({ subject, rule, at }) => asOfAnyCategory(subject, rule, at)))
  return started.filter(
    ({ victim, start, one }) =>
      !known.has(asOfAnyCategory(dutySubject(victim.id, start.id).id, one.dutyRule, startedAt(start))),
  )
}

function asOfAnyCategory(subject: string, dutyRule: string, at: Date): string {
  return `${subject} ${dutyRule.replace('-E', '')} ${at.toISOString()}`
}

async function openAll(tx: Tx, started: readonly Started[]): Promise<readonly string[]> {
  if (started.length === 0) return []
  const duties = await asService(tx, async () => {
    const care = started.some(isWitnessCares) ? await witnessCareUnit(tx) : null
    const all: NewDuty[] = []
    for (const each of started) all.push(await newDuty(tx, each, care))
    return all
  })
  return openDuties(tx, VICTIM_DUTIES, duties)
}

/** Courts' news counts from when it was heard of. */
function startedAt({ kind, happenedAt, receivedAt }: Start): Date {
  return isCourtEvent(kind) ? receivedAt : happenedAt
}

const isWitnessCares = ({ one }: Started) => one.rule.by[0] === 'witness-care'

/** `care`: the unit of witness care, where there is one. */
async function newDuty(tx: Tx, started: Started, care: number | null): Promise<NewDuty> {
  const { victim, start, one } = started
  const unit = isWitnessCares(started) ? care : null
  return {
    rule: one.dutyRule,
    subject: dutySubject(victim.id, start.id),
    record: victim.id,
    triggeredBy: `case-event.${start.kind}`,
    triggeredAt: startedAt(start),
    ...(one.countsFrom === 'sentence' && { countsFrom: await sentenceAfter(tx, victim.occurrence, start.happenedAt) }),
    title: `${one.rule.title}: ${victim.title}`,
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
  return openDutiesOfAll(tx, [victim])
}

function openDutiesOfAll(
  tx: Tx,
  victims: readonly string[],
): Promise<readonly (OpenDuty & { readonly victim: string })[]> {
  return asService(tx, async () =>
    rowsAs<OpenDuty & { readonly victim: string }>(
      await tx.client.query(
        `SELECT id, record_id AS victim, subject_id AS subject, rule, title, counts_from AS "countsFrom" FROM duty
        WHERE record_id = ANY ($1::uuid[]) AND subject_kind = 'victim' AND ended_at IS NULL ORDER BY list_at, id`,
        [victims],
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
export function metByAct(tx: Tx, victim: string, by: MetBy, how: string, at: Date = tx.now): Promise<void> {
  return metByActs(tx, new Map([[victim, at]]), by, how)
}

/** The same for many victims, each at a time of its own. */
export async function metByActs(tx: Tx, at: ReadonlyMap<string, Date>, by: MetBy, how: string): Promise<void> {
  if (at.size === 0) return
  const open = (await openDutiesOfAll(tx, [...at.keys()])).filter(({ rule }) => ruleOf(rule)?.metBy === by)
  await meetEach(
    tx,
    open.map(({ id, victim }) => ({ id, at: at.get(victim) ?? tx.now })),
    how,
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
