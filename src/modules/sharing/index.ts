import type { Module } from '#kernel/module.ts'
import { PARTNER, SHARING } from './addresses.ts'
import { agreementActForm, agreementForm, endAgreement, makeAgreement, reviewAgreement } from './commands/agreements.ts'
import { finishAction } from './commands/finish-action.ts'
import { askAgency, askForce, reply } from './commands/requests.ts'
import { endShare, reviewShare, shareInEmergency, shareRecord } from './commands/share.ts'
import { playSharing } from './demonstration/play.ts'
import { sharingDutyRules } from './duties/duty-rules.ts'
import { sharingMeasures } from './measures/sharing-measures.ts'
import { agreementRoutes } from './pages/agreements.tsx'
import { partnerRoutes } from './pages/partner.tsx'
import { sharedRecordRoutes } from './pages/shared-record.tsx'
import { sharingRoutes } from './pages/sharing.tsx'
import { openPartnerShare, partnerActionForm, showPartner } from './queries/partner.ts'
import { openAgreement, openSharedRecord, replyForm, shareActForm, shareForm, showSharing } from './queries/sharing.ts'

/** Partner agencies: agreements, what is shared under them, questions both ways, and the partner's own pages. */
export const sharingModule: Module = {
  name: 'sharing',
  operations: [
    showSharing,
    agreementForm,
    makeAgreement,
    openAgreement,
    agreementActForm,
    reviewAgreement,
    endAgreement,
    openSharedRecord,
    shareForm,
    shareRecord,
    shareInEmergency,
    shareActForm,
    endShare,
    reviewShare,
    askAgency,
    replyForm,
    reply,
    showPartner,
    openPartnerShare,
    partnerActionForm,
    finishAction,
    askForce,
  ],
  routes: [...sharingRoutes, ...agreementRoutes, ...sharedRecordRoutes, ...partnerRoutes],
  navigation: [
    { section: 'prevent', text: 'Sharing', href: SHARING, access: { staff: 'any' } },
    { section: 'work', text: 'Shared with you', href: PARTNER, access: { partner: ['partner'] } },
  ],
  jobs: [],
  subscriptions: [],
  play: playSharing,
  measures: sharingMeasures,
  dutyRules: sharingDutyRules,
}
