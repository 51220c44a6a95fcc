import type { Module } from '#kernel/module.ts'
import { countNotifications, NOTIFIED } from '#kernel/notifications/count.ts'
import { listNotifications } from '#kernel/notifications/list.ts'
import { seeNotifications } from '#kernel/notifications/see.ts'
import { myWorkPage } from './pages/my-work.tsx'
import { notificationsPage, seeNotificationsForm } from './pages/notifications.tsx'
import { myWork } from './queries/my-work.ts'

/** Home: what waits for the person who is signed in. `titleOf` says what a draft is of, by its key. */
export const myWorkModule = (titleOf: (key: string) => string | null): Module => ({
  name: 'my-work',
  operations: [myWork, countNotifications, listNotifications, seeNotifications],
  routes: [myWorkPage(titleOf), notificationsPage, seeNotificationsForm],
  navigation: [
    { section: 'work', text: 'My work', href: '/', access: { staff: 'any' } },
    { section: 'work', text: 'Notifications', href: '/work/notifications', access: NOTIFIED },
  ],
  jobs: [],
  subscriptions: [],
})
