import type { Module } from '#kernel/module.ts'
import { downloadAt } from '#kernel/web/view.ts'
import { COMPLIANCE, COMPLIANCE_EXPORT } from './addresses.ts'
import { drawCallbacks } from './commands/draw-callbacks.ts'
import { recordFeedback } from './commands/record-feedback.ts'
import { complianceMeasures } from './measures/compliance-measures.ts'
import { callbackRoutes } from './pages/callbacks.tsx'
import { complianceDutiesPage } from './pages/compliance-duties.tsx'
import { compliancePage } from './pages/compliance.tsx'
import { feedbackRoutes } from './pages/feedback.tsx'
import { exportCompliance } from './queries/export-compliance.ts'
import { listComplianceDuties } from './queries/list-compliance-duties.ts'
import { showCallbacks } from './queries/show-callbacks.ts'
import { showCompliance } from './queries/show-compliance.ts'

/** How far the code is kept, and what victims say of the service: a part of the module. */
export const compliance = {
  operations: [showCompliance, listComplianceDuties, exportCompliance, showCallbacks, drawCallbacks, recordFeedback],
  routes: [
    compliancePage,
    complianceDutiesPage,
    downloadAt(COMPLIANCE_EXPORT, exportCompliance),
    ...callbackRoutes,
    ...feedbackRoutes,
  ],
  navigation: [{ section: 'investigate', text: 'The Victims’ Code', href: COMPLIANCE, access: showCompliance.access }],
  measures: complianceMeasures,
} as const satisfies Partial<Module>
