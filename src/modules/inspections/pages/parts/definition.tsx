import type { ComponentChildren } from 'preact'
import { SummaryList } from '#ui/govuk/summary-list.tsx'

/** What is known of one thing, name by name; lines without a value are left out. */
export function Definition({ of }: { readonly of: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  const known = of.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
  return <SummaryList rows={known.map(([name, value]) => ({ key: { text: name }, value: { text: value } }))} />
}

export function Link({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <a class="govuk-link" href={href}>
      {children}
    </a>
  )
}
