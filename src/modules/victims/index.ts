import type { Module } from '#kernel/module.ts'
import { COURT, TEAM, VICTIMS } from './addresses.ts'
import { addVictim } from './commands/add-victim.ts'
import { assessVictim } from './commands/assess-victim.ts'
import { correctEvent, voidEvent } from './commands/change-event.ts'
import { logContact } from './commands/log-contact.ts'
import { logCourtEvent } from './commands/log-court-event.ts'
import { logEvent } from './commands/log-event.ts'
import { noSafeContact, safeAgain } from './commands/no-safe-contact.ts'
import { referVictim } from './commands/refer.ts'
import { setWishes } from './commands/set-wishes.ts'
import { playVictims } from './demonstration/play.ts'
import { victimDutyRules } from './duties/duty-rules.ts'
import { followExtractJob } from './jobs/follow-extract.ts'
import { contactRoutes } from './pages/contact.tsx'
import { courtRoutes } from './pages/court.tsx'
import { eventActRoutes } from './pages/event-acts.tsx'
import { newVictimRoutes } from './pages/new-victim.tsx'
import { teamPage } from './pages/team.tsx'
import { victimActRoutes } from './pages/victim-acts.tsx'
import { victimPage } from './pages/victim.tsx'
import { victimsPage } from './pages/victims.tsx'
import { listVictims } from './queries/list-victims.ts'
import { victimsOnPatches } from './queries/on-patch.ts'
import { beginVictim, eventForm, openVictim, victimForm } from './queries/open-victim.ts'
import { beginCourtEvent, showCourt } from './queries/show-court.ts'
import { showTeam } from './queries/show-team.ts'

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
    logEvent,
    beginCourtEvent,
    logCourtEvent,
    eventForm,
    correctEvent,
    voidEvent,
  ],
  routes: [
    victimsPage,
    teamPage,
    ...courtRoutes,
    ...newVictimRoutes,
    victimPage,
    ...contactRoutes,
    ...victimActRoutes,
    ...eventActRoutes,
  ],
  navigation: [
    { section: 'investigate', text: 'Victims', href: VICTIMS, access: listVictims.access },
    { section: 'investigate', text: 'Victims of my team', href: TEAM, access: showTeam.access },
    { section: 'investigate', text: 'Courts and victims', href: COURT, access: showCourt.access },
  ],
  jobs: [followExtractJob],
  subscriptions: [{ event: 'crimes.stored', job: followExtractJob }],
  play: playVictims,
  dutyRules: victimDutyRules,
  onPatch: victimsOnPatches,
}
