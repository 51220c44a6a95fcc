import type { Module } from '#kernel/module.ts'
import { searchPage } from './pages/search.tsx'
import { searchRecords } from './queries/search.ts'

/** What every kind of record has: search, timeline, actions, evidence, handing on, history. */
export const recordsModule: Module = {
  name: 'records',
  operations: [searchRecords],
  routes: [searchPage],
  navigation: [],
  jobs: [],
  subscriptions: [],
}
