import type { Module } from '#kernel/module.ts'
import { CANDIDATES, CONSISTENCY, PROBLEMS } from './addresses.ts'
import { checkPlan, reopenPlan } from './commands/after-closing.ts'
import { chooseEvaluation } from './commands/choose-evaluation.ts'
import { closePlan, keepOpen, proposeClosing } from './commands/close-plan.ts'
import { acceptCandidate, lookAgain, mergeCandidate, rejectCandidate } from './commands/decide-candidate.ts'
import { acceptPlan, rejectPlan } from './commands/decide-proposal.ts'
import { addHypothesis, judgeHypothesis } from './commands/hypotheses.ts'
import { advancePlan, backToAnalysis, holdPlan, resumePlan } from './commands/move-plan.ts'
import { proposePlan } from './commands/propose-plan.ts'
import { addResponse, approveResponse } from './commands/respond.ts'
import { reviewPlan, scorePlan } from './commands/review-plan.ts'
import { writeAssessment } from './commands/write-assessment.ts'
import { setObjective, writeAnalysis, writeScanning } from './commands/write-stages.ts'
import { playProblems } from './demonstration/play.ts'
import { problemDutyRules } from './duties/duty-rules.ts'
import { lookJob } from './jobs/look-job.ts'
import { problemMeasures } from './measures/plan-measures.ts'
import { movingRoutes } from './pages/acts/moving.tsx'
import { respondingRoutes } from './pages/acts/responding.tsx'
import { reviewingRoutes } from './pages/acts/reviewing.tsx'
import { writingRoutes } from './pages/acts/writing.tsx'
import { consistencyPage } from './pages/consistency.tsx'
import { candidateRoutes } from './pages/candidate.tsx'
import { candidatesRoutes } from './pages/candidates.tsx'
import { evaluateRoutes } from './pages/evaluate.tsx'
import { evaluationPage } from './pages/evaluation.tsx'
import { newProblemRoutes } from './pages/new-problem.tsx'
import { problemPage } from './pages/problem.tsx'
import { problemsPage } from './pages/problems.tsx'
import { evaluationForm } from './queries/evaluation-form.ts'
import { listCandidates } from './queries/list-candidates.ts'
import { listPlans } from './queries/list-plans.ts'
import { candidateForm, openCandidate } from './queries/open-candidate.ts'
import { openEvaluation } from './queries/open-evaluation.ts'
import { showConsistency } from './queries/show-consistency.ts'
import { openPlan } from './queries/open-plan.ts'
import { newPlanForm, planForm } from './queries/plan-form.ts'
import { problemsOnPatch } from './queries/on-patch.ts'

/** Problems found in what happened, plans that go through their stages, and what was learnt from those that ended. */
export const problemSolvingModule: Module = {
  name: 'problem-solving',
  operations: [
    listCandidates,
    openCandidate,
    candidateForm,
    acceptCandidate,
    rejectCandidate,
    mergeCandidate,
    lookAgain,
    listPlans,
    openPlan,
    planForm,
    newPlanForm,
    proposePlan,
    acceptPlan,
    rejectPlan,
    setObjective,
    writeScanning,
    writeAnalysis,
    addHypothesis,
    judgeHypothesis,
    addResponse,
    approveResponse,
    writeAssessment,
    advancePlan,
    backToAnalysis,
    holdPlan,
    resumePlan,
    reviewPlan,
    scorePlan,
    proposeClosing,
    closePlan,
    keepOpen,
    checkPlan,
    reopenPlan,
    openEvaluation,
    evaluationForm,
    chooseEvaluation,
    showConsistency,
  ],
  routes: [
    problemsPage,
    ...newProblemRoutes,
    problemPage,
    ...writingRoutes,
    ...respondingRoutes,
    ...reviewingRoutes,
    ...movingRoutes,
    evaluationPage,
    ...evaluateRoutes,
    ...candidatesRoutes,
    ...candidateRoutes,
    consistencyPage,
  ],
  navigation: [
    { section: 'prevent', text: 'Problems', href: PROBLEMS, access: listPlans.access },
    { section: 'prevent', text: 'Patterns', href: CANDIDATES, access: listCandidates.access },
    { section: 'prevent', text: 'Consistency', href: CONSISTENCY, access: showConsistency.access },
  ],
  jobs: [lookJob],
  subscriptions: [],
  play: (stage) => playProblems(stage),
  measures: problemMeasures,
  dutyRules: problemDutyRules,
  onPatch: problemsOnPatch,
}
