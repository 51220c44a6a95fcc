import { daysFrom, londonDateAt, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { lastSecondOfLondonDay, startOfLondonDay } from '#calculations/calendar/london-time.ts'
import { meetDuty } from '#kernel/duties/meet-duty.ts'
import { openDuty } from '#kernel/duties/open-duty.ts'
import type { Guards } from '#kernel/records/guards.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { PlannedFinding } from '../rules/fnd09-choices.ts'
import { FINDING_DUTIES, type FindingDuty } from './duty-rules.ts'

/** What a duty on a finding needs to know of it. */
export interface OwedOn {
  readonly id: string
  readonly title: string
  readonly guards: Guards
}

/** What the report itself asks of the force; what a person took from its sentences owes nothing by a time. */
const OWING: readonly PlannedFinding['kind'][] = ['afi', 'cause-of-concern', 'recommendation']

const ANSWER_DAYS = 56

export function owes(kind: PlannedFinding['kind']): boolean {
  return OWING.includes(kind)
}

/** Opens what is owed on a finding that was imported just now. */
export async function openAtImport(
  tx: Tx,
  finding: OwedOn,
  { kind, due }: Pick<PlannedFinding, 'kind' | 'due'>,
  published: CivilDate | null,
): Promise<void> {
  if (!owes(kind)) return
  await open(tx, finding, { rule: 'FIN-01', verb: 'Answer', by: 'finding.imported', at: answerFrom(published, tx.now) })
  if (due !== null) await openByDate(tx, finding, due, 'finding.imported')
  await openReview(tx, finding, 'finding.imported')
}

/** A finding is to be met by a day: of its report, of the force's own, or again. */
export async function openByDate(tx: Tx, finding: OwedOn, due: CivilDate, triggeredBy: string): Promise<void> {
  const start = { at: tx.now, countsFrom: lastSecondOfLondonDay(due) }
  await open(tx, finding, { rule: 'FIN-02', verb: 'Meet', by: triggeredBy, ...start })
}

export async function openReview(tx: Tx, finding: OwedOn, triggeredBy: string): Promise<void> {
  await open(tx, finding, { rule: 'FIN-03', verb: 'Look at again', by: triggeredBy, at: tx.now })
}

/** Meets what is owed on the finding under the rule, if anything is. */
export async function meet(tx: Tx, rule: FindingDuty, finding: string, how: string): Promise<void> {
  await meetDuty(tx, { rule, subject: { kind: 'finding', id: finding }, how })
}

interface Start {
  readonly rule: FindingDuty
  readonly verb: string
  readonly by: string
  readonly at: Date
  readonly countsFrom?: Date
}

/** In the name of its owner; where nobody has it yet, of whoever acts. */
async function open(tx: Tx, { id, title, guards }: OwedOn, { rule, verb, by, at, countsFrom }: Start): Promise<void> {
  await openDuty(tx, FINDING_DUTIES, {
    rule,
    subject: { kind: 'finding', id },
    record: id,
    triggeredBy: by,
    triggeredAt: at,
    ...(countsFrom !== undefined && { countsFrom }),
    title: `${verb}: ${title}`,
    guards: { ...guards, owner: guards.owner ?? tx.reader.account },
  })
}

/** From publication while that is still of use; a report that is imported later is answered from then. */
function answerFrom(published: CivilDate | null, now: Date): Date {
  if (published === null) return now
  const age = daysFrom(published, londonDateAt(now))
  return age >= 0 && age < ANSWER_DAYS ? startOfLondonDay(published) : now
}
