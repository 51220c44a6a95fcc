import type { Module } from '#kernel/module.ts'
import { CASES } from './addresses.ts'
import { acknowledgeReview, applyForReview } from './commands/apply-review.ts'
import {
  appealReview,
  decideAppeal,
  decideReview,
  holdReview,
  recommend,
  tellOutcome,
} from './commands/decide-review.ts'
import { breachPower, choosePower, endPower } from './commands/powers.ts'
import { setThreshold } from './commands/set-threshold.ts'
import { startCase } from './commands/start-case.ts'
import { assessRisk, closeCase, linkIncident, reviewRisk } from './commands/work-case.ts'
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
