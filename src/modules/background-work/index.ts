import type { Module } from '#kernel/module.ts'
import { cancelJob } from './commands/cancel-job.ts'
import { runJobAgain } from './commands/run-job-again.ts'
import { cancelForm, runAgainForm, runPage } from './pages/run.tsx'
import { runsPage } from './pages/runs.tsx'
import { listRuns } from './queries/list-runs.ts'
import { jobProgress, showRun } from './queries/show-run.ts'

/** Long work that runs by itself: how far it is, what went wrong, and what to do then. */
export const backgroundWorkModule: Module = {
  name: 'background-work',
  operations: [listRuns, showRun, jobProgress, runJobAgain, cancelJob],
  routes: [runsPage, runPage, runAgainForm, cancelForm],
  navigation: [{ section: 'work', text: 'Background work', href: '/administration/jobs', access: { staff: 'any' } }],
  jobs: [],
  subscriptions: [],
}
