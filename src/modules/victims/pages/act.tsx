import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import type { Command } from '#platform/operations/define.ts'
import { victimHref, VICTIMS } from '../addresses.ts'
import { victimForm } from '../queries/open-victim.ts'
import type { VictimPageModel } from '../queries/victim-model.ts'
import { nameOf } from './parts/who.tsx'

interface Act {
  /** Below the victim’s own address. */
  readonly path: string
  readonly title: string
  readonly lead?: string
  readonly submit: string
  /** What the victim’s page says once, of its own list. */
  readonly done: string
  readonly stored?: (model: VictimPageModel, context: PageContext) => Readonly<Record<string, unknown>>
  readonly fields: (model: VictimPageModel, context: PageContext) => ComponentChildren
}

/** An act on a victim: a page with one form under the victim’s own address, and back when done. */
export function act<I extends z.ZodType, O extends z.ZodType<{ readonly id: string }>>(
  { path, title, lead, submit, done, stored, fields }: Act,
  command: Command<Role, I, O>,
): readonly StaffRoute[] {
  const address = `${VICTIMS}/:id/${path}`
  const own = page({
    path: address,
    query: victimForm,
    view: (model, context) => {
      const { head } = model.parts
      const name = nameOf(model.detail)
      return {
        section: 'investigate',
        title,
        lead: lead ?? `${name}. ${head.title}`,
        marking: head.marking,
        back: { href: victimHref(head.id), text: name },
        body: (
          <ActForm
            context={context}
            submit={submit}
            cancel={victimHref(head.id)}
            version={head.version}
            stored={stored?.(model, context) ?? {}}
          >
            {fields(model, context)}
          </ActForm>
        ),
      }
    },
  })
  return [own, form({ path: address, command, page: own, next: ({ id }) => `${victimHref(id)}?done=${done}` })]
}
