import type { Assets } from '../assets.ts'
import { FormErrors } from '../forms/form-errors.tsx'
import type { FieldErrors, FieldValues } from '../forms/fields.ts'
import { classNames, type Content } from '../govuk/options.ts'
import { Document } from './document.tsx'
import { framePaths, type Marking, type Theme } from './frame.ts'
import { DemonstrationBanner, MarkingStrip } from './notices.tsx'

export interface PlainPageProps {
  readonly assets: Assets
  /** The one h1, and the page's title. */
  readonly title: string
  /** "OFFICIAL" if left out: nothing about anybody stands on these pages. */
  readonly marking?: Marking | undefined
  readonly force?: string | undefined
  readonly demonstration?: boolean | undefined
  readonly theme?: Theme | undefined
  /** Under the title, before the rest. */
  readonly lead?: Content
  /** Room for cards beside one another. */
  readonly wide?: boolean | undefined
  readonly errors?: FieldErrors | undefined
  readonly values?: FieldValues | undefined
  readonly children?: Content
}

/** A page without navigation: sign-in, lock, errors. */
export function PlainPage(props: PlainPageProps) {
  const marking = props.marking ?? 'OFFICIAL'
  return (
    <Document
      title={props.title}
      marking={marking}
      hasErrors={Object.keys(props.errors ?? {}).length > 0}
      assets={props.assets}
      style="staff.css"
      theme={props.theme}
      bodyClass="fp-staff fp-staff--plain"
    >
      <div class="fp-page">
        <header>
          <MarkingStrip marking={marking} />
          <div class="fp-bar">
            <a class="fp-bar__name" href={framePaths.home}>
              <strong>Frankpledge</strong> {props.force && <span class="fp-bar__force">{props.force}</span>}
            </a>
          </div>
          {props.demonstration && <DemonstrationBanner />}
        </header>
        <main class={classNames('fp-plain', props.wide && 'fp-plain--wide')} id="content" tabIndex={-1}>
          {props.errors && <FormErrors errors={props.errors} values={props.values} />}
          <h1 class="fp-head__title">{props.title}</h1>
          {props.lead && <p class="fp-plain__lead">{props.lead}</p>}
          {props.children}
        </main>
      </div>
    </Document>
  )
}
