import type { Measures } from '#kernel/measures/registry.ts'
import type { Module } from '#kernel/module.ts'
import { FINDINGS, INSPECTIONS, RECOMMENDATIONS } from './addresses.ts'
import { answerFinding } from './commands/answer-finding.ts'
import { claimMet } from './commands/claim-met.ts'
import { linkMeasure } from './commands/link-measure.ts'
import { linkRecommendation } from './commands/link-recommendation.ts'
import { readInspection } from './commands/read-inspection.ts'
import { saveInspection } from './commands/save-inspection.ts'
import { sayUnmeasurable } from './commands/say-unmeasurable.ts'
import { setDue } from './commands/set-due.ts'
import { trackFinding } from './commands/track-finding.ts'
import { unlinkMeasure } from './commands/unlink-measure.ts'
import { withdrawClaim } from './commands/withdraw-claim.ts'
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
  }
}
