import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { actPage, type Act } from '#kernel/web/parts/act-page.tsx'
import type { Command } from '#platform/operations/define.ts'
import { TextArea } from '#ui/forms/text-area.tsx'
import { findingHref, FINDINGS } from '../../addresses.ts'
import { findingForm } from '../../queries/finding-form.ts'

export type ActModel = z.output<ReturnType<typeof findingForm>['output']>

/** An act on a finding, and what becomes of it. */
export function act<I extends z.ZodType, O extends z.ZodType>(
  measures: Measures,
  own: Act<ActModel>,
  command: Command<Role, I, O>,
  next: (output: z.output<O>) => string,
) {
  const on = ({ finding }: ActModel) => ({ ...finding, name: finding.title })
  return actPage({ section: 'effectiveness', list: FINDINGS, query: findingForm(measures), on }, own, command, next)
}

/** Back to the finding, which says once what was done. */
export const backSaying =
  (done: string) =>
  ({ id }: { readonly id: string }): string =>
    `${findingHref(id)}?done=${done}`

export function Reason() {
  return <TextArea name="reason" label="Reason" rows={4} />
}
