import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { getCivilDate, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { command } from '#kernel/operations.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { receiverBy } from '#kernel/records/receiver.ts'
import { REVIEW_DECISIONS, rightToReview } from '#kernel/victims-code/rules/vic05-right-to-review.ts'
import { keysOf } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, choices, civilDate, optionalCivilDate, optionalText, text } from '#platform/forms/fields.ts'
import { REVIEW_FACTS, reasonsInWords, reviewDaysProblem } from '../../rules/reviews.ts'
import { WRITERS } from '../../writers.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from '../fields.ts'
import { lockVictim, saveVictim } from '../locked-victim.ts'
import { keepAsked } from './asked-event.ts'

export const askReview = command({
  name: 'victim-review.ask',
  summary: 'Write down that a victim asks for a review of a decision: whether it is in scope is said with every reason',
  input: z.object({
    ...victimSeen,
    askedOn: civilDate('The day they asked'),
    words: text('What they ask for', 4000),
    decision: choice('What was decided', keysOf(REVIEW_DECISIONS)),
    decidedOn: civilDate('The day it was decided'),
    /** Collar or staff number, or account, of whoever here decided it. */
    decidedBy: optionalText('Who decided', 40),
    toldOn: optionalCivilDate('The day they were told'),
    facts: choices('what holds', keysOf(REVIEW_FACTS)),
    doneOn: optionalCivilDate('The day of the crime'),
  }),
  output: victimChanged.extend({ review: z.uuid(), inScope: z.boolean(), reasons: z.array(z.string()) }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim-review.asked',
    subjects: aboutVictim,
    detail: (_, { review, inScope }) => ({ review, inScope }),
  },
  async run(tx, { id, version, askedOn, words, decision, decidedOn, decidedBy, toldOn, facts, doneOn }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockVictim(tx, id, version)
    const { victim, record } = locked
    const reportedOn = londonDateAt(victim.reportedAt)
    const problem = reviewDaysProblem({ reportedOn, decidedOn, toldOn, askedOn, today: londonDateAt(tx.now) })
    if (problem !== null) throw new Invalid(problem)
    if (facts.includes('summaryOnly') && doneOn === null)
      throw new Invalid({
        doneOn: 'Enter the day of the crime: one for magistrates only has six months from it (VIC-05)',
      })
    const decider = decidedBy === null ? null : (await receiverBy(tx, decidedBy, 'decidedBy')).id
    const scope = rightToReview({
      decision,
      decidedOn: getCivilDate(decidedOn),
      suspectNamed: facts.includes('suspectNamed'),
      interviewedUnderCaution: facts.includes('interviewedUnderCaution'),
      othersCharged: facts.includes('othersCharged'),
      chargedOtherwise: facts.includes('chargedOtherwise'),
      outOfCourt: facts.includes('outOfCourt'),
      victimWithdrew: facts.includes('victimWithdrew'),
      summaryOnly: facts.includes('summaryOnly'),
      doneOn: doneOn === null ? null : getCivilDate(doneOn),
      toldOn: toldOn === null ? null : getCivilDate(toldOn),
      askedOn: getCivilDate(askedOn),
    })
    const event = await keepAsked(tx, victim, { kind: 'review-asked', on: askedOn, account })
    const review = randomUUID()
    const reasons = scope.reasons.map(({ code }) => code)
    await tx.db
      .insertInto('victim_review')
      .values({
        id: review,
        victim_id: id,
        event_id: event,
        at: tx.now,
        by_account: account,
        asked_on: askedOn,
        words,
        decision,
        decided_on: decidedOn,
        decision_by: decider,
        told_of_on: toldOn,
        in_scope: scope.inScope,
        reasons,
        last_day: scope.lastDay,
        ...guardColumns(record.guards),
      })
      .execute()
    const found = reasonsInWords(reasons)
    await saveVictim(
      tx,
      locked,
      {},
      {
        kind: 'note',
        words: `They asked for a review: ${words}`,
        reason: `${scope.inScope ? '' : 'Out of scope. '}${found.join('. ')}`,
      },
    )
    return { id, review, inScope: scope.inScope, reasons: [...found] }
  },
})
