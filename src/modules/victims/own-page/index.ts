import type { Module } from '#kernel/module.ts'
import { answerMessage } from './commands/answer-message.ts'
import { makeLink } from './commands/make-link.ts'
import { setPage } from './commands/set-page.ts'
import { takeBackLink } from './commands/take-back-link.ts'
import { ownPageActRoutes } from './pages/acts.tsx'
import { linkRoutes } from './pages/link.tsx'
import { settingRoutes } from './pages/setting.tsx'
import { linkForm } from './queries/link-form.ts'
import { showPageSetting } from './queries/show-page-setting.ts'

/**
 * The staff’s side of victims’ own pages: a part of the module. The victims’ own operations are not among them: they are no part of the
 * staff’s API, and only the routes in `door/` run them.
 */
export const ownPage = {
  operations: [showPageSetting, setPage, linkForm, makeLink, takeBackLink, answerMessage],
  routes: [...settingRoutes, ...linkRoutes, ...ownPageActRoutes],
} as const satisfies Partial<Module>
