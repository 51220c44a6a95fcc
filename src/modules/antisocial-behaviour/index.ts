import type { Module } from '#kernel/module.ts'
import { CASES } from './addresses.ts'
import { acknowledgeReview } from './commands/acknowledge-review.ts'
import { applyForReview } from './commands/apply-review.ts'
import { appealReview } from './commands/appeal-review.ts'
import { decideAppeal } from './commands/decide-appeal.ts'
import { decideReview } from './commands/decide-review.ts'
import { holdReview } from './commands/hold-review.ts'
import { recommend } from './commands/recommend.ts'
import { tellOutcome } from './commands/tell-outcome.ts'
import { breachPower } from './commands/breach-power.ts'
import { choosePower } from './commands/choose-power.ts'
import { endPower } from './commands/end-power.ts'
import { setThreshold } from './commands/set-threshold.ts'
import { startCase } from './commands/start-case.ts'
import { assessRisk } from './commands/assess-risk.ts'
import { closeCase } from './commands/close-case.ts'
import { linkIncident } from './commands/link-incident.ts'
import { reviewRisk } from './commands/review-risk.ts'
import { playAntisocialBehaviour } from './demonstration/play.ts'
import { asbDutyRules } from './duties/duty-rules.ts'
import { caseActRoutes } from './pages/case-acts.tsx'
import { casePage } from './pages/case.tsx'
import { casesPage } from './pages/cases.tsx'
import { newCaseRoutes } from './pages/new-case.tsx'
import { reviewActRoutes } from './pages/review-acts.tsx'
import { statisticsRoutes } from './pages/statistics.tsx'
import { listCases } from './queries/list-cases.ts'
import { beginCase, caseForm, openCase } from './queries/open-case.ts'
import { exportStatistics, showStatistics } from './queries/statistics.ts'
import { thresholdForm } from './queries/thresholds.ts'

/** Anti-social behaviour: cases with the risk to whom it harms, powers on a ladder, and case reviews. */
export const antisocialBehaviourModule: Module = {
  name: 'antisocial-behaviour',
  operations: [
    listCases,
    openCase,
    caseForm,
    beginCase,
    startCase,
    linkIncident,
    assessRisk,
    reviewRisk,
    closeCase,
    choosePower,
    breachPower,
    endPower,
    applyForReview,
    acknowledgeReview,
    decideReview,
    recommend,
    holdReview,
    tellOutcome,
    appealReview,
    decideAppeal,
    showStatistics,
    exportStatistics,
    thresholdForm,
    setThreshold,
  ],
  routes: [casesPage, ...newCaseRoutes, casePage, ...caseActRoutes, ...reviewActRoutes, ...statisticsRoutes],
  navigation: [{ section: 'prevent', text: 'Anti-social behaviour', href: CASES, access: listCases.access }],
  jobs: [],
  subscriptions: [],
  play: playAntisocialBehaviour,
  dutyRules: asbDutyRules,
}
