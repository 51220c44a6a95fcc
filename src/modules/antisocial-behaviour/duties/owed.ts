import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { lastSecondOfLondonDay } from '#calculations/calendar/london-time.ts'
import { meetDuty } from '#kernel/duties/meet-duty.ts'
import { openDuty, type NewDuty } from '#kernel/duties/open-duty.ts'
import { supersedeDuty } from '#kernel/duties/replace-duty.ts'
import type { RecordRow } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Band } from '../rules/asb02-risk-form.ts'
import { ASB_DUTIES, RISK_RULES, SHORT_DAYS } from './duty-rules.ts'

type Case = Pick<RecordRow, 'id' | 'title' | 'guards'>
interface About {
  readonly kind: 'asb-case' | 'asb-review' | 'asb-power'
  readonly id: string
}

export async function owe(tx: Tx, of: Case, rule: string, by: string, about?: About, countsFrom?: Date): Promise<void> {
  await openDuty(tx, ASB_DUTIES, newDuty(tx, of, rule, by, about, countsFrom))
}

export async function met(tx: Tx, rule: string, about: About, how: string): Promise<void> {
  await meetDuty(tx, { rule, subject: about, how })
}

/** In the name of its owner; where nobody has it yet, of whoever acts. */
function newDuty(
  tx: Tx,
  { id, title, guards }: Case,
  rule: string,
  by: string,
  about?: About,
  countsFrom?: Date,
): NewDuty {
  return {
    rule,
    subject: about ?? { kind: 'asb-case', id },
    record: id,
    triggeredBy: by,
    triggeredAt: tx.now,
    ...(countsFrom !== undefined && { countsFrom }),
    title: `${ASB_DUTIES.all.find(({ code }) => code === rule)?.title ?? rule}: ${title}`,
    guards: { ...guards, owner: guards.owner ?? tx.reader.account },
  }
}

/** To be assessed within a day; where that is owed already, its limit stays. */
export async function oweAssessment(tx: Tx, of: Case, by: string): Promise<void> {
  if ((await openReviews(tx, of.id, ['ASB-ASSESS'])).length === 0) await owe(tx, of, 'ASB-ASSESS', by)
}

/**
 * The review of a risk that was just judged. One that is still owed gives way to it, and the earlier of both limits holds: to
 * assess again makes no limit longer.
 */
export async function oweRiskReview(tx: Tx, of: Case, band: Band): Promise<void> {
  await met(tx, 'ASB-ASSESS', { kind: 'asb-case', id: of.id }, 'Assessed')
  const [old] = await openReviews(tx, of.id, Object.values(RISK_RULES))
  const next = newDuty(tx, of, RISK_RULES[band], 'asb-case.assessed')
  if (old === undefined) await openDuty(tx, ASB_DUTIES, next)
  else await supersedeDuty(tx, ASB_DUTIES, old, next, 'Assessed again')
  if (band === 'high') await owe(tx, of, 'ASB-PANEL', 'asb-case.assessed')
}

export async function metRiskReview(tx: Tx, id: string): Promise<void> {
  for (const rule of Object.values(RISK_RULES)) await met(tx, rule, { kind: 'asb-case', id }, 'Reviewed')
}

/** A power is decided on before it runs out; a short one, when it does. */
export async function owePower(tx: Tx, of: Case, power: string, from: CivilDate, until: CivilDate): Promise<void> {
  const rule = until > addDays(from, SHORT_DAYS) ? 'ASB-POWER' : 'ASB-POWER-SHORT'
  await owe(tx, of, rule, 'asb-power.chosen', { kind: 'asb-power', id: power }, lastSecondOfLondonDay(until))
}

export async function metPower(tx: Tx, power: string): Promise<void> {
  for (const rule of ['ASB-POWER', 'ASB-POWER-SHORT']) await met(tx, rule, { kind: 'asb-power', id: power }, 'Ended')
}

/** At the end nothing of the work on the case itself is owed any more. */
export async function endCase(tx: Tx, id: string): Promise<void> {
  for (const rule of ['ASB-ASSESS', 'ASB-PANEL', ...Object.values(RISK_RULES)])
    await met(tx, rule, { kind: 'asb-case', id }, 'The case has ended')
}

async function openReviews(tx: Tx, id: string, rules: readonly string[]): Promise<readonly string[]> {
  return rowsAs<{ id: string }>(
    await tx.client.query(
      `SELECT id FROM duty WHERE subject_kind = 'asb-case' AND subject_id = $1 AND rule = ANY ($2) AND ended_at IS NULL
        AND superseded_at IS NULL ORDER BY due_at NULLS LAST LIMIT 1`,
      [id, rules],
    ),
  ).map(({ id: duty }) => duty)
}
