import { addDays } from '#calculations/calendar/civil-date.ts'
import type { Act, Stage } from '#kernel/stage.ts'
import { acknowledgeReview } from '../commands/rights/acknowledge-review.ts'
import { askReview } from '../commands/rights/ask-review.ts'
import { answerComplaint, receiveComplaint } from '../commands/rights/complaint.ts'
import { decideReview, takeReview } from '../commands/rights/decide-review.ts'
import { offerStatement, wishForStatement } from '../commands/rights/statement.ts'
import { tellOffer } from '../commands/rights/tell-offer.ts'
import type { Topic } from '../rules/offers.ts'

/** What is done about a right that they use, so many days after they were added. */
export type RightStep =
  | { readonly after: number; readonly do: 'statement'; readonly words: string; readonly by: 'self' | 'parent' }
  | { readonly after: number; readonly do: 'wish' }
  | { readonly after: number; readonly do: 'offer'; readonly topic: Topic; readonly words: string }
  | { readonly after: number; readonly do: 'complain'; readonly words: string }
  | { readonly after: number; readonly do: 'answer'; readonly words: string }
  | { readonly after: number; readonly do: 'ask-review'; readonly words: string; readonly toldAfter: number }
  | { readonly after: number; readonly do: 'acknowledge-review' }
  | { readonly after: number; readonly do: 'take-review' }
  | { readonly after: number; readonly do: 'decide-review'; readonly reason: string }

const RIGHT_STEPS: readonly string[] = [
  'statement',
  'wish',
  'offer',
  'complain',
  'answer',
  'ask-review',
  'acknowledge-review',
  'take-review',
  'decide-review',
] satisfies readonly RightStep['do'][]

export function isRightStep(step: { readonly do: string }): step is RightStep {
  return RIGHT_STEPS.includes(step.do)
}

/** Somebody of rank who had no part in the case. */
export function isForReviewer(step: { readonly do: string }): boolean {
  return step.do === 'take-review' || step.do === 'decide-review'
}

/** What a victim asked for, by its id, for what is done next on it. */
export interface Asked {
  review?: string
  complaint?: string
}

export async function playRight(
  stage: Stage,
  act: Act,
  step: RightStep,
  { asked, ...seen }: { readonly id: string; readonly version: number; readonly asked: Asked },
): Promise<void> {
  const { review = '', complaint = '' } = asked
  const byLetter = { way: 'letter', words: 'A letter with who deals with it and until when' } as const
  switch (step.do) {
    case 'statement':
      await stage.act(act, offerStatement, { ...seen, answer: 'taken', words: step.words, givenBy: step.by })
      return
    case 'wish':
      await stage.act(act, wishForStatement, { ...seen, readBy: 'prosecutor' })
      return
    case 'offer':
      await stage.act(act, tellOffer, { ...seen, topic: step.topic, answer: 'later', words: step.words })
      return
    case 'complain': {
      const receivedOn = addDays(stage.asOf, -act.daysBefore)
      asked.complaint = (await stage.act(act, receiveComplaint, { ...seen, receivedOn, words: step.words })).complaint
      return
    }
    case 'answer':
      await stage.act(act, answerComplaint, { ...seen, complaint, act: 'answer', way: 'letter', words: step.words })
      return
    case 'ask-review': {
      const askedOn = addDays(stage.asOf, -act.daysBefore)
      const toldOn = addDays(askedOn, step.toldAfter - step.after)
      const done = await stage.act(act, askReview, {
        ...seen,
        askedOn,
        words: step.words,
        decision: 'police-no-charge',
        decidedOn: toldOn,
        toldOn,
        facts: ['suspectNamed', 'interviewedUnderCaution'],
      })
      asked.review = done.review
      return
    }
    case 'acknowledge-review':
      await stage.act(act, acknowledgeReview, { ...seen, review, ...byLetter })
      return
    case 'take-review':
      await stage.act(act, takeReview, { ...seen, review })
      return
    case 'decide-review':
      await stage.act(act, decideReview, { ...seen, review, result: 're-open', reason: step.reason })
  }
}
