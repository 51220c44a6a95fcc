import type { Module } from '#kernel/module.ts'
import { TACTICS_HREF } from '#kernel/tactics/hrefs.ts'
import { followType, unfollowType } from './commands/follow.ts'
import { writeReview } from './commands/write-review.ts'
import { playTactics } from './demonstration/play.ts'
import { tacticDutyRules } from './duties/duty-rules.ts'
import { tellOfLesson, tellOfReview } from './jobs/tell-followers.ts'
import { reviewRoutes } from './pages/policy-reviews.tsx'
import { tacticPage } from './pages/tactic.tsx'
import { tacticsRoutes } from './pages/tactics.tsx'
import { listTactics } from './queries/list-tactics.ts'
import { openTactic } from './queries/open-tactic.ts'
import { listReviews, openReview, reviewForm } from './queries/policy-reviews.ts'

/** What is known to work: the library of tactics, the force’s own results beside it, and policies reviewed on evidence. */
export const tacticsModule: Module = {
  name: 'tactics',
  operations: [listTactics, openTactic, followType, unfollowType, listReviews, openReview, reviewForm, writeReview],
  routes: [...tacticsRoutes, tacticPage, ...reviewRoutes],
  navigation: [{ section: 'prevent', text: 'What works', href: TACTICS_HREF, access: listTactics.access }],
  jobs: [tellOfLesson, tellOfReview],
  subscriptions: [
    { event: 'problem.closed', job: tellOfLesson },
    { event: 'policy-review.written', job: tellOfReview },
  ],
  play: (stage) => playTactics(stage),
  dutyRules: tacticDutyRules,
}
