import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { keysOf } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, flag, id, text } from '#platform/forms/fields.ts'
import { owe } from '../duties/owed.ts'
import { findThreshold } from '../queries/thresholds.ts'
import { APPLICANTS } from '#kernel/antisocial-behaviour/lists.ts'
import { hasConsent, isWaiting } from '../rules/review-rules.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockCase, saveCase } from './locked-case.ts'
import { getAuthority } from './authority.ts'

export const applyForReview = command({
  name: 'case-review.apply',
  summary: 'Enter an application for a case review, by whom it harms or somebody on their behalf',
  input: z.object({
    ...caseSeen,
    authority: id('The authority', 'Choose the authority from the list'),
    applicant: choice('Who asked', keysOf(APPLICANTS)),
    consent: flag(),
    words: text('What they ask for', 4000),
  }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'case-review.applied',
    subjects: aboutCase,
    detail: ({ applicant, authority }) => ({ applicant, authority }),
  },
  async run(tx, { id: of, version, authority, applicant, consent, words }) {
    const problem = hasConsent(applicant, consent)
    if (problem !== null) throw new Invalid(problem)
    const locked = await lockCase(tx, of, version)
    const { record, detail } = locked
    refuseOn(
      detail.review !== null && isWaiting(detail.review.stage)
        ? { rule: 'CRV04', message: 'A review of this case is under way. It finishes first.' }
        : null,
    )
    await getAuthority(tx, authority)
    const threshold = await findThreshold(tx, authority, today(tx))
    const review = randomUUID()
    await tx.db
      .insertInto('asb_review')
      .values({
        id: review,
        case_id: of,
        authority_id: authority,
        applicant,
        consent: consent || applicant === 'victim',
        received_at: tx.now,
        threshold_reports: threshold.reports,
        threshold_months: threshold.months,
        threshold_mark: threshold.mark,
        ...guardColumns(record.guards),
      })
      .execute()
    await saveCase(tx, locked, {
      kind: 'contact',
      words: `Asked for a case review. ${APPLICANTS[applicant]}: ${words}`,
    })
    for (const rule of ['ASB-CR-ACK', 'ASB-CR-DECIDE'])
      await owe(tx, record, rule, 'case-review.applied', { kind: 'asb-review', id: review })
    return { id: of }
  },
})
