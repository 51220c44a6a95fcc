import type { Module } from '#kernel/module.ts'
import { COMMUNITIES, PATCH } from './addresses.ts'
import { answerIssue } from './commands/answer-issue.ts'
import {
  addKeyIndividual,
  contactKeyIndividual,
  endKeyIndividual,
  reviewKeyIndividual,
} from './commands/key-individuals.ts'
import { logEngagement } from './commands/log-engagement.ts'
import { makeHandOver } from './commands/make-hand-over.ts'
import { addPlace, endPlace } from './commands/meeting-places.ts'
import { saveProfile } from './commands/save-profile.ts'
import { playCommunities } from './demonstration/play.ts'
import { communityDutyRules } from './duties/duty-rules.ts'
import { areaFormRoutes } from './pages/area-forms.tsx'
import { communitiesPage } from './pages/communities.tsx'
import { communityPage } from './pages/community.tsx'
import { engagementRoutes } from './pages/engagements.tsx'
import { handOverPage } from './pages/hand-over.tsx'
import { keyIndividualRoutes } from './pages/key-individuals.tsx'
import { logRoutes } from './pages/log.tsx'
import { patchPageOf } from './pages/patch.tsx'
import { placeRoutes } from './pages/place-forms.tsx'
import { listCommunities } from './queries/communities.ts'
import { engagementForm, openEngagement } from './queries/engagement.ts'
import { areaForm, openHandOver } from './queries/hand-over.ts'
import { answerForm } from './queries/issue.ts'
import { keyIndividualForm, openKeyIndividual } from './queries/key-individual.ts'
import { showPatchWith } from './queries/patch.ts'
import { placeForm } from './queries/places.ts'
import { openCommunity, profileForm } from './queries/profile.ts'

/**
 * Communities known: engagements, key individuals, profiles, hand-overs, and a patch at the beginning of a shift, with what
 * the other modules know of it.
 */
export function communities(others: readonly Pick<Module, 'onPatch'>[]): Module {
  const showPatch = showPatchWith(others.flatMap(({ onPatch }) => onPatch ?? []))
  return {
    name: 'communities',
    operations: [
      showPatch,
      listCommunities,
      openCommunity,
      profileForm,
      saveProfile,
      areaForm,
      addPlace,
      placeForm,
      endPlace,
      engagementForm,
      logEngagement,
      openEngagement,
      answerForm,
      answerIssue,
      openKeyIndividual,
      keyIndividualForm,
      addKeyIndividual,
      contactKeyIndividual,
      reviewKeyIndividual,
      endKeyIndividual,
      makeHandOver,
      openHandOver,
    ],
    routes: [
      patchPageOf(showPatch),
      communitiesPage,
      ...areaFormRoutes,
      ...placeRoutes,
      communityPage,
      ...logRoutes,
      ...engagementRoutes,
      ...keyIndividualRoutes,
      handOverPage,
    ],
    navigation: [
      { section: 'prevent', text: 'My patch this shift', href: PATCH, access: { staff: 'any' } },
      { section: 'prevent', text: 'Communities', href: COMMUNITIES, access: { staff: 'any' } },
    ],
    jobs: [],
    subscriptions: [],
    play: playCommunities,
    dutyRules: communityDutyRules,
  }
}
