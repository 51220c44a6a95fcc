import type { Assets } from '../assets.ts'
import { AssetsContext } from '../assets-context.ts'
import type { Content } from '../govuk/options.ts'
import { SkipLink } from '../govuk/skip-link.tsx'

export interface QuietPageProps {
  readonly assets: Assets
  /** As HTML has it: `en-GB`. */
  readonly language: string
  /** Of the window: the same on every page, so that the list of what is open tells nothing. */
  readonly title: string
  readonly skip: string
  /** The way out: a link, so that it works without script and with whatever comes of the address outside. */
  readonly leave: { readonly text: string; readonly href: string }
  readonly children?: Content
}

/**
 * A page that says nothing of whose it is: no name of the force or the product, no icon, no script. For victims: 19 px, one column.
 * All words come from a string catalogue.
 */
export function QuietPage(props: QuietPageProps) {
  return (
    <html lang={props.language}>
      <head>
        <meta charset="utf-8" />
        <title>{props.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={props.assets.url('public.css')} />
      </head>
      <body class="fp-public fp-quiet">
        <SkipLink href="#content">{props.skip}</SkipLink>
        <header class="fp-quiet__bar">
          <div class="govuk-width-container">
            <a
              class="govuk-button govuk-button--warning fp-quiet__leave"
              href={props.leave.href}
              rel="nofollow noreferrer"
              role="button"
              draggable={false}
            >
              {props.leave.text}
            </a>
          </div>
        </header>
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper fp-quiet__main" id="content" tabIndex={-1}>
            <AssetsContext.Provider value={props.assets}>{props.children}</AssetsContext.Provider>
          </main>
        </div>
      </body>
    </html>
  )
}
