import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { addAssessment } from '#kernel/assessments/add.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { changeRecord } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, optionalText, text, wholeNumber } from '#platform/forms/fields.ts'
import { endCase, metRiskReview, oweAssessment, oweRiskReview } from '../duties/owed.ts'
import { CATEGORIES, OUTCOMES, TYPES } from '../reference/lists.ts'
import { ASB_RISK, BANDS, bandOf, isHate } from '../rules/asb02-risk-form.ts'
import { highSeenBySupervisor, loweredBySupervisor, mayClose, somebodyToAssess } from '../rules/case-rules.ts'
import { isWaiting } from '../rules/review-rules.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockCase, saveCase } from './locked-case.ts'

/** By its number in the records system, by ours, or by the address of its page. */
const incidentField = text('The incident', 200)

export const linkIncident = command({
  name: 'asb-case.link',
  summary: 'Link an incident to a case of anti-social behaviour, with its category and type',
  input: z.object({
    ...caseSeen,
    incident: incidentField,
    category: choice('The category', keysOf(CATEGORIES)),
    type: choice('The type', keysOf(TYPES)),
  }),
  output: caseChanged.extend({ occurrence: z.int() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'asb-case.linked',
    subjects: (input, { occurrence }) => [...aboutCase(input), { kind: 'occurrence', id: occurrence }],
  },
  async run(tx, { id, version, incident, category, type }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockCase(tx, id, version)
    const { record, detail } = locked
    const occurrence = await findIncident(tx, incident)
    const done = await tx.db
      .insertInto('asb_incident')
      .values({
        case_id: id,
        occurrence_id: occurrence,
        category,
        asb_type: type,
        linked_by: account,
        linked_at: tx.now,
        ...guardColumns(record.guards),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n)
      throw new Invalid({ incident: 'This incident belongs to the case already' })
    await saveCase(tx, locked, { kind: 'change', words: `Linked an incident: ${TYPES[type].toLowerCase()}.` })
    if (detail.partyKnown) await oweAssessment(tx, record, 'asb-case.linked')
    return { id, occurrence }
  },
})

/** Only of anti-social behaviour; the same answer whether it is hidden, absent or a crime. */
async function findIncident(tx: Tx, typed: string): Promise<number> {
  const number = /^(?:\S{0,200}\/)?([1-9]\d{0,14})$/.exec(typed)?.[1] ?? null
  const [row] = rowsAs<{ id: number }>(
    await tx.client.query(
      `SELECT id FROM occurrence WHERE kind = 'asb' AND NOT comparison AND (external_reference = $1 OR id = $2)
      ORDER BY external_reference = $1 DESC NULLS LAST LIMIT 1`,
      [typed, number],
    ),
  )
  if (row === undefined)
    throw new Invalid({ incident: 'No incident of anti-social behaviour that you may open has this number' })
  return row.id
}

const step = (words: string) => wholeNumber(words, { min: 0, max: ASB_RISK.scale.length - 1 })
const [frequency, escalation, targeted, health, isolated, impact, place, threats, agencies, children] = ASB_RISK.items

export const assessRisk = command({
  name: 'asb-case.assess',
  summary: 'Assess the risk to whom it harms, by the one form',
  input: z.object({
    ...caseSeen,
    frequency: step(frequency.words),
    escalation: step(escalation.words),
    targeted: step(targeted.words),
    health: step(health.words),
    isolated: step(isolated.words),
    impact: step(impact.words),
    place: step(place.words),
    threats: step(threats.words),
    agencies: step(agencies.words),
    children: step(children.words),
    judgement: choice('Your judgement', keysOf(BANDS)),
    reason: optionalText('Why you judge otherwise', 2000),
  }),
  output: caseChanged.extend({ score: z.int() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'asb-case.assessed',
    subjects: aboutCase,
    detail: ({ judgement }, { score }) => ({ judgement, score }),
  },
  async run(tx, { id, version, judgement, reason, ...answers }) {
    const locked = await lockCase(tx, id, version)
    const { record, detail } = locked
    refuseOn(
      somebodyToAssess(detail.partyKnown ? 1 : null),
      loweredBySupervisor(judgement, bandOf(answers), tx.reader.roles),
    )
    const { score } = await addAssessment(tx, record, ASB_RISK, { answers, judgement, reason })
    await tx.db
      .updateTable('asb_case')
      .set({ risk: judgement, hate: isHate(answers) })
      .where('id', '=', id)
      .execute()
    await changeRecord(tx, record, {})
    await oweRiskReview(tx, record, judgement)
    return { id, score }
  },
})

export const reviewRisk = command({
  name: 'asb-case.review',
  summary: 'Review the risk on a case: what was done for whom it harms, and what is next',
  input: z.object({ ...caseSeen, words: text('What was seen', 4000) }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'asb-case.reviewed', subjects: aboutCase },
  async run(tx, { id, version, words }) {
    const locked = await lockCase(tx, id, version)
    const { risk } = locked.detail
    if (risk === null) throw new Invalid({ '': 'Nothing was assessed yet. Assess the risk first.' })
    refuseOn(highSeenBySupervisor(risk, tx.reader.roles))
    await saveCase(tx, locked, { kind: 'note', words: `Review of the ${BANDS[risk]}: ${words}` })
    await metRiskReview(tx, id)
    return { id }
  },
})

export const closeCase = command({
  name: 'asb-case.close',
  summary: 'End a case of anti-social behaviour: how, and why',
  input: z.object({
    ...caseSeen,
    outcome: choice('How it ends', keysOf(OUTCOMES)),
    reason: text('Why it ends', 2000),
  }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'asb-case.closed', subjects: aboutCase, detail: ({ outcome }) => ({ outcome }) },
  async run(tx, { id, version, outcome, reason }) {
    const { record, detail } = await lockCase(tx, id, version)
    const { review, powers, risk, riskReviewOwed, openActions, partyKnown } = detail
    refuseOn(
      mayClose({
        personal: partyKnown,
        risk,
        riskReviewOwed,
        openActions,
        openPowers: powers.filter(({ endedOn }) => endedOn === null).length,
        reviewOpen: review !== null && isWaiting(review.stage),
      }),
    )
    await tx.db.updateTable('asb_case').set({ outcome }).where('id', '=', id).execute()
    const change = { stage: 'closed', closedAt: tx.now }
    await changeRecord(tx, record, change, { kind: 'closed', words: `${OUTCOMES[outcome]}. ${reason}` })
    await endCase(tx, id)
    return { id }
  },
})
