import { assuranceModule } from '#modules/assurance/index.ts'
import { backgroundWorkModule } from '#modules/background-work/index.ts'
import { myWorkModule } from '#modules/my-work/index.ts'
import type { Module } from '#kernel/module.ts'

/** Every module of the product, in the order in which they stand in the navigation. The only list of them. */
export const modules: readonly Module[] = [myWorkModule, assuranceModule, backgroundWorkModule]

export const jobs = modules.flatMap((module) => module.jobs)
export const subscriptions = modules.flatMap((module) => module.subscriptions)
