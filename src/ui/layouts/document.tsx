import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Assets } from '../assets.ts'
import { AssetsContext } from '../assets-context.ts'
import { SkipLink } from '../govuk/skip-link.tsx'
import type { Content } from '../govuk/options.ts'
import type { Marking, Theme } from './frame.ts'

interface DocumentProps {
  readonly title: string
  readonly marking?: Marking | undefined
  /** The title says so first, as the GOV.UK pattern has it. */
  readonly hasErrors?: boolean | undefined
  readonly assets: Assets
  readonly style: 'staff.css' | 'public.css'
  /** Islands besides `page.js`. */
  readonly scripts?: readonly string[] | undefined
  readonly theme?: Theme | undefined
  readonly shortcuts?: boolean | undefined
  readonly bodyClass: string
  readonly children?: Content
}

/** The shell of every page: head, skip link, scripts by address only (the content policy allows none inline). */
export function Document(props: DocumentProps) {
  const { assets, theme } = props
  const title = [props.title, 'Frankpledge', props.marking].filter(Boolean).join(' – ')
  return (
    <html
      lang="en-GB"
      data-theme={theme === 'device' ? undefined : theme}
      data-shortcuts={props.shortcuts === false ? 'off' : undefined}
    >
      <head>
        <meta charset="utf-8" />
        <title>{props.hasErrors ? `Error: ${title}` : title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={assets.url('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.url(props.style)} />
        {['page.js', ...(props.scripts ?? [])].map((script) => (
          <script type="module" src={assets.url(script)} />
        ))}
      </head>
      <body class={props.bodyClass}>
        <SkipLink href="#content">Skip to main content</SkipLink>
        <AssetsContext.Provider value={assets}>{props.children}</AssetsContext.Provider>
      </body>
    </html>
  )
}

/** A whole page as the text of the response. */
export function renderPage(page: JSX.Element): string {
  return `<!DOCTYPE html>${renderToString(page)}`
}
