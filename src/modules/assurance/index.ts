import type { Module } from '#kernel/module.ts'
import { downloadAt } from '#kernel/web/view.ts'
import { disposalJob } from '#platform/disposal/disposal-job.ts'
import { checkSeals } from './commands/check-seals.ts'
import { liftHold } from './commands/lift-hold.ts'
import { placeHold } from './commands/place-hold.ts'
import { exportAudit } from './downloads/export-audit.ts'
import { verifyAuditJob } from './jobs/verify-audit.ts'
import { auditEntryPage } from './pages/audit-entry.tsx'
import { auditPage } from './pages/audit.tsx'
import { certificatesPage } from './pages/certificates.tsx'
import { holdPage, liftHoldForm } from './pages/hold.tsx'
import { holdsPage, placeHoldForm } from './pages/holds.tsx'
import { checkSealsForm, sealsPage } from './pages/seals.tsx'
import { showAuditEntry } from './queries/audit-entry.ts'
import { listCertificates, listHolds, showHold } from './queries/holds.ts'
import { showSeals } from './queries/seals.ts'
import { searchAudit } from './queries/search-audit.ts'
import { whyOperations, whyRoutes } from './why/index.ts'

export { eventWords } from './rules/event-words.ts'
export { kindWords } from './rules/kind-words.ts'

/** For those who assure: who read what, whether the log is whole, what is held and what was disposed of. */
export const assuranceModule: Module = {
  name: 'assurance',
  operations: [
    searchAudit,
    showAuditEntry,
    exportAudit,
    showSeals,
    checkSeals,
    listHolds,
    showHold,
    placeHold,
    liftHold,
    listCertificates,
    ...whyOperations,
  ],
  routes: [
    auditPage,
    downloadAt('/assurance/audit.csv', exportAudit),
    auditEntryPage,
    sealsPage,
    checkSealsForm,
    holdsPage,
    placeHoldForm,
    holdPage,
    liftHoldForm,
    certificatesPage,
    ...whyRoutes,
  ],
  navigation: [
    { section: 'assurance', text: 'Audit', href: '/assurance/audit', access: { staff: ['auditor'] } },
    { section: 'assurance', text: 'Seals', href: '/assurance/seals', access: { staff: ['auditor'] } },
    { section: 'assurance', text: 'Legal holds', href: '/assurance/holds', access: { staff: ['records-custodian'] } },
    {
      section: 'assurance',
      text: 'Disposal',
      href: '/assurance/disposal',
      access: { staff: ['records-custodian', 'auditor'] },
    },
  ],
  jobs: [verifyAuditJob, disposalJob],
  subscriptions: [],
}
