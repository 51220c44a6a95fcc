import type { Module } from '#kernel/module.ts'
import { matchingSubscriptions, matchPartyJob, relinkJob } from '#kernel/parties/matching/jobs.ts'
import { IDENTITIES } from './addresses.ts'
import { decideIdentity } from './commands/decide.ts'
import { proposeIdentity } from './commands/propose.ts'
import { splitIdentity } from './commands/split.ts'
import { actRoutes } from './pages/acts.tsx'
import { historyPage } from './pages/history.tsx'
import { pairRoutes } from './pages/pair.tsx'
import { queuePage } from './pages/queue.tsx'
import { identityHistory } from './queries/history.ts'
import { listPairs } from './queries/list-pairs.ts'
import { openPair } from './queries/open-pair.ts'
import { beginProposal, beginSplit, beginUndo } from './queries/pair-form.ts'

/** Which records are of one and the same: proposed, decided, parted again. */
export const identitiesModule: Module = {
  name: 'identities',
  operations: [
    listPairs,
    openPair,
    identityHistory,
    beginProposal,
    proposeIdentity,
    decideIdentity,
    beginSplit,
    beginUndo,
    splitIdentity,
  ],
  routes: [queuePage, historyPage, ...actRoutes, ...pairRoutes],
  navigation: [
    {
      section: 'investigate',
      text: 'Who is who',
      href: IDENTITIES,
      access: listPairs.access,
    },
  ],
  jobs: [matchPartyJob, relinkJob],
  subscriptions: matchingSubscriptions,
}
