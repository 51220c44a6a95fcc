import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import { actPage, type Act } from '#kernel/web/parts/act-page.tsx'
import type { Command } from '#platform/operations/define.ts'
import { problemHref, PROBLEMS } from '../../addresses.ts'
import { planForm } from '../../queries/plan-form.ts'

export type ActModel = z.output<typeof planForm.output>

const ON_A_PLAN = {
  section: 'prevent',
  list: PROBLEMS,
  query: planForm,
  on: ({ page: { parts } }: ActModel) => ({ ...parts.head, name: parts.head.title }),
} as const

/** An act on a plan, and what becomes of it. */
export function act<I extends z.ZodType, O extends z.ZodType>(
  own: Act<ActModel>,
  command: Command<Role, I, O>,
  next: (output: z.output<O>) => string,
) {
  return actPage(ON_A_PLAN, own, command, next)
}

/** Back to the plan, which says once what was done. */
export const backSaying =
  (done: string) =>
  ({ id }: { readonly id: string }): string =>
    `${problemHref(id)}?done=${done}`
