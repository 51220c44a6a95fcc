import type { ComponentChildren } from 'preact'
import type { Assets } from '#ui/assets.ts'
import { renderPage } from '#ui/layouts/document.tsx'
import { QuietPage } from '#ui/layouts/quiet-page.tsx'
import { ErrorSummary } from '#ui/govuk/error-summary.tsx'
import { OWN_LEAVE } from '../addresses.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'

export interface Frame {
  readonly assets: Assets
  readonly words: Catalogue
}

interface Shown {
  readonly heading: string
  /** What is wrong with the page’s form; the link goes to its field. */
  readonly error?: { readonly text: string; readonly field: string } | undefined
  /** Before the heading: what was just done, the way back. */
  readonly before?: ComponentChildren
  readonly children?: ComponentChildren
}

/** The text of one page, the frame around it included. */
export function quietly({ assets, words }: Frame, { heading, error, before, children }: Shown): string {
  return renderPage(
    <QuietPage
      assets={assets}
      language={words.language}
      title={error === undefined ? words.title : `${words.errorPrefix}${words.title}`}
      skip={words.skip}
      leave={{ text: words.leave, href: OWN_LEAVE }}
    >
      {before}
      {error !== undefined && (
        <ErrorSummary titleText={words.problem} errorList={[{ text: error.text, href: `#${error.field}` }]} />
      )}
      <h1 class="govuk-heading-l">{heading}</h1>
      {children}
    </QuietPage>,
  )
}
