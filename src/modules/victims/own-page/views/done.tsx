import type { ComponentChildren } from 'preact'
import { OWN } from '../addresses.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'

/** What was just done, said once. */
export function Done({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="govuk-inset-text" role="status">
      {children}
    </div>
  )
}

export function Back({ words }: { readonly words: Catalogue }) {
  return (
    <a class="govuk-back-link" href={OWN}>
      {words.back}
    </a>
  )
}
