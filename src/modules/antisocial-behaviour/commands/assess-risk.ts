import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { addAssessment } from '#kernel/assessments/add.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { keysOf } from '#platform/edge.ts'
import { choice, optionalText, wholeNumber } from '#platform/forms/fields.ts'
import { oweRiskReview } from '../duties/owed.ts'
import { ASB_RISK, BANDS, bandOf, isHate } from '../rules/asb02-risk-form.ts'
import { loweredBySupervisor, somebodyToAssess } from '../rules/case-rules.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockCase } from './locked-case.ts'

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
