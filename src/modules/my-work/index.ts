import type { Module } from '#kernel/module.ts'
import { myWorkPage } from './pages/my-work.tsx'
import { myWork } from './queries/my-work.ts'

/** Home: what waits for the person who is signed in. `titleOf` says what a draft is of, by its key. */
export const myWorkModule = (titleOf: (key: string) => string | null): Module => ({
  name: 'my-work',
  operations: [myWork],
  routes: [myWorkPage(titleOf)],
  navigation: [{ section: 'work', text: 'My work', href: '/', access: { staff: 'any', partner: 'any' } }],
  jobs: [],
  subscriptions: [],
})
