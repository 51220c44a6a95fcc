import type { Assets } from '../assets.ts'
import { FormErrors } from '../forms/form-errors.tsx'
import type { FieldErrors, FieldValues } from '../forms/fields.ts'
import type { Content } from '../govuk/options.ts'
import { Document } from './document.tsx'
import { DemonstrationBanner } from './notices.tsx'

export interface PublicPageProps {
  readonly assets: Assets
  /** The one h1, and the page's title. */
  readonly title: string
  readonly force: string
  readonly demonstration?: boolean | undefined
  readonly errors?: FieldErrors | undefined
  readonly values?: FieldValues | undefined
  /** Accessibility, privacy, contact: at the foot of the page. */
  readonly footerLinks?: readonly { readonly text: string; readonly href: string }[] | undefined
  readonly children?: Content
}

/** A page for the public and for victims: 19 px, GOV.UK spacing, one column. All words come from a string catalogue. */
export function PublicPage(props: PublicPageProps) {
  return (
    <Document
      title={props.title}
      hasErrors={Object.keys(props.errors ?? {}).length > 0}
      assets={props.assets}
      style="public.css"
      bodyClass="fp-public"
    >
      <header>
        <div class="fp-public__bar">
          <div class="govuk-width-container">
            <strong>{props.force}</strong>
          </div>
        </div>
        {props.demonstration && <DemonstrationBanner />}
      </header>
      <div class="govuk-width-container">
        <main class="govuk-main-wrapper" id="content" tabIndex={-1}>
          {props.errors && <FormErrors errors={props.errors} values={props.values} />}
          <h1 class="govuk-heading-l">{props.title}</h1>
          {props.children}
        </main>
      </div>
      <footer class="fp-public__foot">
        <div class="govuk-width-container">
          {props.footerLinks && (
            <ul class="fp-public__links">
              {props.footerLinks.map((link) => (
                <li>
                  <a class="govuk-link" href={link.href}>
                    {link.text}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </footer>
    </Document>
  )
}
