import type { ComponentChildren } from 'preact'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import type { View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { COMMUNITIES, communityHref } from '../../addresses.ts'
import type { AreaHead } from '../../queries/area.ts'

interface AreaAct {
  readonly area: AreaHead
  readonly context: PageContext
  readonly title: string
  readonly lead?: string
  readonly submit: string
  readonly stored?: Readonly<Record<string, unknown>>
  readonly version?: number
  readonly fields: ComponentChildren
  readonly islands?: readonly string[]
}

/** A page with one form about an area; what is typed is kept as a draft. */
export function areaAct({ area, context, title, lead, submit, stored, version, fields, islands = [] }: AreaAct): View {
  const back = communityHref(area.id)
  return {
    section: 'prevent',
    title,
    lead: lead ?? area.name,
    back: { href: back, text: area.name },
    islands: ['autosave', ...islands],
    body: (
      <ActForm
        context={context}
        submit={submit}
        cancel={back}
        drafts
        {...(version !== undefined && { version })}
        {...(stored !== undefined && { stored })}
      >
        {fields}
      </ActForm>
    ),
  }
}

export const at = (path: string) => `${COMMUNITIES}/:id/${path}`
export const draftOf = (path: string) => (params: Readonly<Record<string, unknown>>) =>
  `${COMMUNITIES}/${String(params['id'])}/${path}`
export const backSaying =
  (done: string) =>
  ({ area }: { readonly area: number }): string =>
    `${communityHref(area)}?done=${done}`
