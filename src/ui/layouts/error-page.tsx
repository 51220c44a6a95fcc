import type { Assets } from '../assets.ts'
import { Reference } from '../blocks/reference.tsx'
import type { Content } from '../govuk/options.ts'
import type { Theme } from './frame.ts'
import { PlainPage } from './plain-page.tsx'

export interface ErrorPageProps {
  readonly assets: Assets
  /** In plain words: "This page cannot be found". */
  readonly title: string
  /** What happened. */
  readonly happened: Content
  /** What to do next. */
  readonly next: Content
  /** What to quote when asking for help; finds the line in the log. */
  readonly requestReference: string
  readonly force?: string | undefined
  readonly demonstration?: boolean | undefined
  readonly theme?: Theme | undefined
}

/** Something went wrong: what, what to do next, and the reference to quote. Blames nobody. */
export function ErrorPage({ happened, next, requestReference, ...page }: ErrorPageProps) {
  return (
    <PlainPage {...page} lead={happened}>
      <h2 class="govuk-heading-m">What to do next</h2>
      <div class="fp-prose">{next}</div>
      <p class="fp-plain__reference">
        If you ask for help, quote <Reference>{requestReference}</Reference>
      </p>
    </PlainPage>
  )
}
