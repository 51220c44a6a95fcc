import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import type { Command } from '#platform/operations/define.ts'
import { problemHref, PROBLEMS } from '../../addresses.ts'
import { planForm } from '../../queries/plan-form.ts'
import type { PlanDetail } from '../../queries/plan-model.ts'

export type ActModel = z.output<typeof planForm.output>

interface Act {
  /** Below the plan's own address. */
  readonly path: string
  readonly title: string
  readonly lead?: string
  readonly submit: string
  /** What stands now. */
  readonly stored?: (plan: PlanDetail) => Readonly<Record<string, unknown>>
  readonly fields?: (model: ActModel, context: PageContext) => ComponentChildren
}

/** An act on a plan: a page with one form under the plan's own address, and what becomes of it. */
export function act<I extends z.ZodType, O extends z.ZodType>(
  { path, title, lead, submit, stored, fields }: Act,
  command: Command<Role, I, O>,
  next: (output: z.output<O>) => string,
): readonly StaffRoute[] {
  const address = `${PROBLEMS}/:id/${path}`
  const own = page({
    path: address,
    query: planForm,
    view: (model, context) => {
      const { head } = model.page.parts
      return {
        section: 'prevent',
        title,
        lead,
        marking: head.marking,
        back: { href: problemHref(head.id), text: head.title },
        body: (
          <ActForm
            context={context}
            submit={submit}
            cancel={problemHref(head.id)}
            version={head.version}
            stored={stored?.(model.page.plan) ?? {}}
          >
            {fields?.(model, context)}
          </ActForm>
        ),
      }
    },
  })
  return [own, form({ path: address, command, page: own, next })]
}

/** Back to the plan, which says once what was done. */
export const backSaying =
  (done: string) =>
  ({ id }: { readonly id: string }): string =>
    `${problemHref(id)}?done=${done}`
