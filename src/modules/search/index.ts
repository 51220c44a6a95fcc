import type { Module } from '#kernel/module.ts'
import { searchPage } from './pages/search.tsx'
import { searchEverything } from './queries/search-everything.ts'
import { searchRecords } from './queries/search-records.ts'
import { suggestParties } from './queries/suggest.ts'

/** One box for everything: people, places, things, records, occurrences. */
export const searchModule: Module = {
  name: 'search',
  operations: [searchEverything, searchRecords, suggestParties],
  routes: [searchPage],
  navigation: [],
  jobs: [],
  subscriptions: [],
}
