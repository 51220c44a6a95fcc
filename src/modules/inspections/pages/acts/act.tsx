import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import type { Command } from '#platform/operations/define.ts'
import { TextArea } from '#ui/forms/text-area.tsx'
import { findingHref, FINDINGS } from '../../addresses.ts'
import { findingForm } from '../../queries/finding-form.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'

export type ActModel = z.output<ReturnType<typeof findingForm>['output']>

interface Act {
  /** Below the finding's own address. */
  readonly path: string
  readonly title: string
  readonly lead?: string
  readonly submit: string
  /** What stands now. */
  readonly stored?: (model: ActModel) => Readonly<Record<string, unknown>>
  readonly fields: (model: ActModel, context: PageContext) => ComponentChildren
}

/** An act on a finding: a page with one form under the finding's own address, and what becomes of it. */
export function act<I extends z.ZodType, O extends z.ZodType>(
  measures: Measures,
  { path, title, lead, submit, stored, fields }: Act,
  command: Command<Role, I, O>,
  next: (output: z.output<O>) => string,
): readonly StaffRoute[] {
  const address = `${FINDINGS}/:id/${path}`
  const own = page({
    path: address,
    query: findingForm(measures),
    view: (model, context) => ({
      section: 'effectiveness',
      title,
      lead,
      marking: model.finding.marking,
      back: { href: findingHref(model.finding.id), text: model.finding.title },
      body: (
        <ActForm
          context={context}
          submit={submit}
          cancel={findingHref(model.finding.id)}
          version={model.finding.version}
          stored={stored?.(model) ?? {}}
        >
          {fields(model, context)}
        </ActForm>
      ),
    }),
  })
  return [own, form({ path: address, command, page: own, next })]
}

/** Back to the finding, which says once what was done. */
export const backSaying =
  (done: string) =>
  ({ id }: { readonly id: string }): string =>
    `${findingHref(id)}?done=${done}`

export function Reason() {
  return <TextArea name="reason" label="Reason" rows={4} />
}

export function choicesOf(table: Readonly<Record<string, string>>) {
  return Object.entries(table).map(([value, words]) => ({
    value,
    text: words.charAt(0).toUpperCase() + words.slice(1),
  }))
}
