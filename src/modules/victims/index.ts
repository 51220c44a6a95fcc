import type { Module } from '#kernel/module.ts'
import { COURT, TEAM, VICTIMS } from './addresses.ts'
import { compliance } from './compliance/index.ts'
import { addVictim } from './commands/add-victim.ts'
import { assessVictim } from './commands/assess-victim.ts'
import { correctEvent, voidEvent } from './commands/change-event.ts'
import { endVictim, followAgain } from './commands/end-victim.ts'
import { logContact } from './commands/log-contact.ts'
import { logCourtEvent } from './commands/log-court-event.ts'
import { logEvent } from './commands/log-event.ts'
import { noSafeContact, safeAgain } from './commands/no-safe-contact.ts'
import { referVictim } from './commands/refer.ts'
import { acknowledgeReview } from './commands/rights/acknowledge-review.ts'
import { askReview } from './commands/rights/ask-review.ts'
import { answerComplaint, receiveComplaint } from './commands/rights/complaint.ts'
import { decideReview, takeReview } from './commands/rights/decide-review.ts'
import { offerStatement, shareStatement, wishForStatement } from './commands/rights/statement.ts'
import { tellOffer } from './commands/rights/tell-offer.ts'
import { tellReview } from './commands/rights/tell-review.ts'
import { setStandard } from './commands/set-standard.ts'
import { setWishes } from './commands/set-wishes.ts'
import { playVictims } from './demonstration/play.ts'
import { victimDutyRules } from './duties/duty-rules.ts'
import { followExtractJob } from './jobs/follow-extract.ts'
import { ownPage } from './own-page/index.ts'
import { contactRoutes } from './pages/contact.tsx'
import { courtRoutes } from './pages/court.tsx'
import { eventActRoutes } from './pages/event-acts.tsx'
import { newVictimRoutes } from './pages/new-victim.tsx'
import { reviewActRoutes } from './pages/review-acts.tsx'
import { rightActRoutes } from './pages/right-acts.tsx'
import { standardRoutes } from './pages/standard.tsx'
import { teamPage } from './pages/team.tsx'
import { victimActRoutes } from './pages/victim-acts.tsx'
import { victimPage } from './pages/victim.tsx'
import { victimsPage } from './pages/victims.tsx'
import { listVictims } from './queries/list-victims.ts'
import { victimsOnPatches } from './queries/on-patch.ts'
import { beginVictim, complaintForm, eventForm, openVictim, reviewForm, victimForm } from './queries/open-victim.ts'
import { beginCourtEvent, showCourt } from './queries/show-court.ts'
import { showStandard } from './queries/show-standard.ts'
import { showTeam } from './queries/show-team.ts'

export { registerOwnPages } from './own-page/door/register.ts'

/** Victims of crime: who they are, what they are owed by the code of their day, and what they were told. */
export const victimsModule: Module = {
  name: 'victims',
  operations: [
    listVictims,
    showTeam,
    showCourt,
    openVictim,
    victimForm,
    beginVictim,
    addVictim,
    logContact,
    assessVictim,
    setWishes,
    referVictim,
    noSafeContact,
    safeAgain,
    endVictim,
    followAgain,
    logEvent,
    beginCourtEvent,
    logCourtEvent,
    eventForm,
    correctEvent,
    voidEvent,
    offerStatement,
    wishForStatement,
    shareStatement,
    tellOffer,
    askReview,
    reviewForm,
    acknowledgeReview,
    takeReview,
    decideReview,
    tellReview,
    receiveComplaint,
    complaintForm,
    answerComplaint,
    showStandard,
    setStandard,
    ...compliance.operations,
    ...ownPage.operations,
  ],
  routes: [
    victimsPage,
    teamPage,
    ...courtRoutes,
    ...standardRoutes,
    ...newVictimRoutes,
    ...ownPage.routes,
    victimPage,
    ...contactRoutes,
    ...victimActRoutes,
    ...rightActRoutes,
    ...reviewActRoutes,
    ...eventActRoutes,
    ...compliance.routes,
  ],
  navigation: [
    { section: 'investigate', text: 'Victims', href: VICTIMS, access: listVictims.access },
    { section: 'investigate', text: 'Victims of my team', href: TEAM, access: showTeam.access },
    { section: 'investigate', text: 'Courts and victims', href: COURT, access: showCourt.access },
    ...compliance.navigation,
  ],
  jobs: [followExtractJob],
  subscriptions: [{ event: 'crimes.stored', job: followExtractJob }],
  play: playVictims,
  dutyRules: victimDutyRules,
  measures: compliance.measures,
  onPatch: victimsOnPatches,
}
