import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import { actPage, type Act } from '#kernel/web/parts/act-page.tsx'
import type { Command } from '#platform/operations/define.ts'
import { victimHref, VICTIMS } from '../addresses.ts'
import { victimForm } from '../queries/open-victim.ts'
import { nameOf } from './parts/who.tsx'

const ON_A_VICTIM = {
  section: 'investigate',
  list: VICTIMS,
  query: victimForm,
  on: ({ parts: { head }, detail }: z.output<typeof victimForm.output>) => {
    const name = nameOf(detail)
    return { ...head, name, lead: `${name}. ${head.title}` }
  },
} as const

/** An act on a victim, and back to their page, which says once what was done: `done`, of its own list. */
export function act<I extends z.ZodType, O extends z.ZodType<{ readonly id: string }>>(
  { done, ...own }: Act<z.output<typeof victimForm.output>> & { readonly done: string },
  command: Command<Role, I, O>,
) {
  return actPage(ON_A_VICTIM, own, command, ({ id }) => `${victimHref(id)}?done=${done}`)
}
