import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import type { Command } from '#platform/operations/define.ts'
import { caseHref, CASES } from '../addresses.ts'
import { caseForm } from '../queries/open-case.ts'

type ActModel = z.output<typeof caseForm.output>

interface Act {
  /** Below the case's own address. */
  readonly path: string
  readonly title: string
  readonly lead?: string
  readonly submit: string
  /** What the case's page says once, of its own list. */
  readonly done: string
  readonly stored?: (context: PageContext) => Readonly<Record<string, unknown>>
  /** What is to be read before the form. */
  readonly before?: ComponentChildren
  readonly fields: (model: ActModel) => ComponentChildren
}

/** An act on a case: a page with one form under the case's own address, and back to the case when done. */
export function act<I extends z.ZodType, O extends z.ZodType<{ readonly id: string }>>(
  { path, title, lead, submit, done, stored, before, fields }: Act,
  command: Command<Role, I, O>,
): readonly StaffRoute[] {
  const address = `${CASES}/:id/${path}`
  const own = page({
    path: address,
    query: caseForm,
    view: (model, context) => {
      const { head } = model.page.parts
      return {
        section: 'prevent',
        title,
        lead: lead ?? head.title,
        marking: head.marking,
        back: { href: caseHref(head.id), text: head.title },
        body: (
          <>
            {before}
            <ActForm
              context={context}
              submit={submit}
              cancel={caseHref(head.id)}
              version={head.version}
              stored={stored?.(context) ?? {}}
            >
              {fields(model)}
            </ActForm>
          </>
        ),
      }
    },
  })
  return [own, form({ path: address, command, page: own, next: ({ id }) => `${caseHref(id)}?done=${done}` })]
}
