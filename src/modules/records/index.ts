import type { Module } from '#kernel/module.ts'
import { addActionCommand } from '#kernel/actions/add.ts'
import { changeAction, completeAction, dropAction } from '#kernel/actions/change.ts'
import { listActions, openAction } from '#kernel/actions/list.ts'
import { addEvidenceCommand } from '#kernel/evidence/add.ts'
import { openEvidence, withdrawEvidence } from '#kernel/evidence/withdraw.ts'
import { addDecision, addNote } from '#kernel/records/add-entries.ts'
import { handOnRecord } from '#kernel/records/hand-on.ts'
import { actionRoutes } from './pages/actions.tsx'
import { entryRoutes } from './pages/entries.tsx'
import { evidenceRoutes } from './pages/evidence.tsx'
import { handOnRoutes } from './pages/hand-on.tsx'
import { historyPage } from './pages/history.tsx'
import { beginAction } from './queries/action-form.ts'
import { beginEvidence } from './queries/evidence-form.ts'
import { recordHistory } from './queries/history.ts'
import { beginEntry, beginGiving } from './queries/record-form.ts'

/** What every kind of record has: timeline, actions, evidence, handing on, history. */
export const recordsModule: Module = {
  name: 'records',
  operations: [
    recordHistory,
    beginEntry,
    beginGiving,
    addNote,
    addDecision,
    handOnRecord,
    listActions,
    openAction,
    beginAction,
    addActionCommand,
    changeAction,
    completeAction,
    dropAction,
    beginEvidence,
    openEvidence,
    addEvidenceCommand,
    withdrawEvidence,
  ],
  routes: [historyPage, ...entryRoutes, ...handOnRoutes, ...actionRoutes, ...evidenceRoutes],
  navigation: [],
  jobs: [],
  subscriptions: [],
}
