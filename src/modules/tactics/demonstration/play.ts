import { addDays } from '#calculations/calendar/civil-date.ts'
import type { Stage } from '#kernel/stage.ts'
import { followType } from '../commands/follow.ts'
import { writeReview } from '../commands/write-review.ts'

const REVIEWS = [
  {
    daysBefore: 300,
    title: 'Patrol in town centres at night',
    problemType: 'night-life',
    decided:
      'Beats without a focus end. Patrol goes to the streets and hours that the analysts name, a quarter of an hour at a time, and a plan is opened where a street stays on the list for three months.',
    evidence:
      'Reviews find no effect of beats without a focus, and less crime where hot spots are patrolled, more so where the problem there is worked on. Two of our own plans ended with the problem smaller.',
    tactics: ['hot-spots', 'hot-spot-foot-patrol', 'unfocused-beats', 'problem-oriented'],
    nextAfter: 365,
  },
  {
    daysBefore: 190,
    title: 'What is offered after a burglary',
    problemType: 'burglary',
    decided: 'Each home that was broken into, and its neighbours, are offered the four devices within a week.',
    evidence: 'A study of homes found four devices together the best set, and an alarm alone linked to more risk.',
    tactics: ['wide-home-security', 'neighbourhood-watch', 'property-marking'],
    nextAfter: 180,
  },
] as const

/** Two policies reviewed on evidence, one of them due again; and two people who follow what is learnt. */
export async function playTactics(stage: Stage): Promise<void> {
  for (const [as, type] of [
    ['neighbourhood-sergeant', 'burglary'],
    ['area-commander', 'night-life'],
  ] as const)
    await stage.act({ key: `${as} follows ${type}`, as, daysBefore: 310 }, followType, { type })
  for (const { daysBefore, nextAfter, ...review } of REVIEWS) {
    const on = addDays(stage.asOf, -daysBefore)
    await stage.act({ key: `policy ${review.title}`, as: 'area-commander', daysBefore, hour: 14 }, writeReview, {
      ...review,
      tactics: [...review.tactics],
      reviewedOn: on,
      nextReviewOn: addDays(on, nextAfter),
    })
  }
}
