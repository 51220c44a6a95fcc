import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import { actPage, type Act } from '#kernel/web/parts/act-page.tsx'
import type { Command } from '#platform/operations/define.ts'
import { caseHref, CASES } from '../addresses.ts'
import { caseForm } from '../queries/open-case.ts'

const ON_A_CASE = {
  section: 'prevent',
  list: CASES,
  query: caseForm,
  on: ({ page: { parts } }: z.output<typeof caseForm.output>) => ({
    ...parts.head,
    name: parts.head.title,
    lead: parts.head.title,
  }),
} as const

/** An act on a case, and back to the case, which says once what was done: `done`, of its own list. */
export function act<I extends z.ZodType, O extends z.ZodType<{ readonly id: string }>>(
  { done, ...own }: Act<z.output<typeof caseForm.output>> & { readonly done: string },
  command: Command<Role, I, O>,
) {
  return actPage(ON_A_CASE, own, command, ({ id }) => `${caseHref(id)}?done=${done}`)
}
