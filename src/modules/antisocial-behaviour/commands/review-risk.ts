import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { metRiskReview } from '../duties/owed.ts'
import { BANDS } from '../rules/asb02-risk-form.ts'
import { highSeenBySupervisor } from '../rules/case-rules.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockCase, saveCase } from './locked-case.ts'

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
