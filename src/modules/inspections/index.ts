import type { Measures } from '#kernel/measures/registry.ts'
import type { Module } from '#kernel/module.ts'
import { FINDINGS, INSPECTIONS, RECOMMENDATIONS } from './addresses.ts'
import { answerFinding } from './commands/answer-finding.ts'
import { claimMet } from './commands/claim-met.ts'
import { linkMeasure } from './commands/link-measure.ts'
import { linkRecommendation } from './commands/link-recommendation.ts'
import { readInspection } from './commands/read-inspection.ts'
import { reviewFinding } from './commands/review-finding.ts'
import { saveInspection } from './commands/save-inspection.ts'
import { sayUnmeasurable } from './commands/say-unmeasurable.ts'
import { setDue } from './commands/set-due.ts'
import { trackFinding } from './commands/track-finding.ts'
import { unlinkMeasure } from './commands/unlink-measure.ts'
import { withdrawClaim } from './commands/withdraw-claim.ts'
import { playInspections } from './demonstration/play.ts'
import { findingDutyRules } from './duties/duty-rules.ts'
import { answeringRoutes } from './pages/acts/answering.tsx'
import { claimingRoutes } from './pages/acts/claiming.tsx'
import { measuringRoutes } from './pages/acts/measuring.tsx'
import { findingPage } from './pages/finding.tsx'
import { findingsPage } from './pages/findings.tsx'
import { beginImport, importRoutes } from './pages/import.tsx'
import { inspectionPage } from './pages/inspection.tsx'
import { inspectionsPage } from './pages/inspections.tsx'
import { previewRoutes } from './pages/preview.tsx'
import { recommendationRoutes } from './pages/recommendation.tsx'
import { recommendationsRoutes } from './pages/recommendations.tsx'
import { findingForm } from './queries/finding-form.ts'
import { listInspections, openInspection } from './queries/inspections.ts'
import { listFindings } from './queries/list-findings.ts'
import { openFinding } from './queries/open-finding.ts'
import { previewInspection } from './queries/preview-inspection.ts'
import { listRecommendations, openRecommendation } from './queries/recommendations.ts'
import { importTracker } from './trackers/import-tracker.ts'

export { importInspectionCommand, importTrackerCommand } from './command-line.ts'
export { findingDutyRules } from './duties/duty-rules.ts'
export { FindingsTable } from './pages/parts/findings-table.tsx'
export { ColourTag, FreshnessTag } from './pages/parts/states.tsx'
export { FRAMEWORKS } from './reference/frameworks.ts'
export { GRADES, type Framework, type Grade, type Question } from './reference/framework.ts'
export { countColours } from './queries/list-findings.ts'
export { findingSummary, FRESHNESS, KINDS, type FindingSummary } from './queries/finding-model.ts'
export { findFindings } from './queries/finding-rows.ts'
export { COLOURS, type Colour } from './rules/fnd01-colour.ts'
export { STAGES } from './rules/fnd04-stages.ts'
export { INSPECTORATE_STATUSES } from './rules/fnd05-inspectorate.ts'
export { findingHref, FINDINGS, IMPORT, withFilters } from './addresses.ts'
export { getAskedQuestion, questionCode } from './self-assessment/asked-question.ts'
export { claimMade, claimsMade } from './self-assessment/claims-made.ts'
export { givenGrade, gradesGiven, latestFramework, type GivenGrade } from './self-assessment/grades-given.ts'
export { judgementHistory, judgementModel, judgementsOn, type Judgement } from './self-assessment/judgements.ts'
export { JUDGES } from './self-assessment/judges.ts'
export { makeJudgement, showJudgements } from './self-assessment/make-judgement.ts'
export { mayBeGraded } from './self-assessment/slf01-grade.ts'
export { addStatement, withdrawStatement } from './self-assessment/state-ourselves.ts'
export { STATEMENT_KINDS, statementModel, statementsUnder, type Statement } from './self-assessment/statements.ts'

/** Inspections and their findings, to closure; and trackers of national recommendations. */
export function inspections(measures: Measures): Module {
  return {
    name: 'inspections',
    operations: [
      beginImport,
      readInspection,
      previewInspection,
      saveInspection,
      listInspections(measures),
      openInspection(measures),
      listFindings(measures),
      openFinding(measures),
      findingForm(measures),
      answerFinding,
      setDue,
      linkMeasure(measures),
      unlinkMeasure,
      sayUnmeasurable,
      claimMet(measures),
      withdrawClaim,
      trackFinding,
      reviewFinding,
      listRecommendations,
      openRecommendation,
      linkRecommendation,
      importTracker,
    ],
    routes: [
      ...importRoutes,
      ...previewRoutes,
      inspectionsPage(measures),
      inspectionPage(measures),
      findingsPage(measures),
      findingPage(measures),
      ...answeringRoutes(measures),
      ...measuringRoutes(measures),
      ...claimingRoutes(measures),
      ...recommendationsRoutes,
      ...recommendationRoutes,
    ],
    navigation: [
      { section: 'effectiveness', text: 'Findings', href: FINDINGS, access: { staff: 'any' } },
      { section: 'effectiveness', text: 'Inspections', href: INSPECTIONS, access: { staff: 'any' } },
      { section: 'effectiveness', text: 'National recommendations', href: RECOMMENDATIONS, access: { staff: 'any' } },
    ],
    jobs: [],
    subscriptions: [],
    play: (stage) => playInspections(stage, measures),
    dutyRules: findingDutyRules,
  }
}
