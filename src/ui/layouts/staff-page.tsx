import { PageHead, type PageAction } from '../blocks/page-head.tsx'
import { FormErrors } from '../forms/form-errors.tsx'
import type { FieldErrors, FieldValues } from '../forms/fields.ts'
import { BackLink } from '../govuk/back-link.tsx'
import type { Content } from '../govuk/options.ts'
import { Document } from './document.tsx'
import type { Marking, StaffFrame } from './frame.ts'
import { DemonstrationBanner, MarkingStrip, PrintFoot, PrintHead } from './notices.tsx'
import { SideSections } from './side-sections.tsx'
import { TopBar } from './top-bar.tsx'

export interface StaffPageProps {
  readonly frame: StaffFrame
  /** The one h1, and the page's title: a question or a task. */
  readonly title: string
  readonly marking: Marking
  /** The id of the section one is in. */
  readonly section?: string | undefined
  /** The page before, above the title. */
  readonly back?: { readonly href: string; readonly text: string } | undefined
  /** One line: how fresh the data is. */
  readonly freshness?: Content
  /** What is not right with the data: a feed that is late. */
  readonly warning?: Content
  readonly actions?: readonly PageAction[] | undefined
  /** What has just been done, or must be known first: an `Alert`. */
  readonly notice?: Content
  /** What is wrong with the form on this page, for the summary above the title; the same as the form's. */
  readonly errors?: FieldErrors | undefined
  readonly values?: FieldValues | undefined
  /** Islands this page loads: "autosave.js", "progress.js". */
  readonly scripts?: readonly string[] | undefined
  readonly children?: Content
}

/** A page for staff and partners: dense, calm, one glance. */
export function StaffPage(props: StaffPageProps) {
  const { frame, marking, title, errors } = props
  return (
    <Document
      title={title}
      marking={marking}
      hasErrors={Object.keys(errors ?? {}).length > 0}
      assets={frame.assets}
      style="staff.css"
      scripts={[...(frame.unseen === undefined ? [] : ['notifications.js']), ...(props.scripts ?? [])]}
      theme={frame.theme}
      shortcuts={frame.shortcuts}
      bodyClass="fp-staff"
    >
      <PrintHead marking={marking} />
      <div class="fp-page">
        <header>
          <MarkingStrip marking={marking} />
          <TopBar frame={frame} />
          {frame.demonstration && <DemonstrationBanner />}
        </header>
        <div class="fp-frame">
          <SideSections frame={frame} current={props.section} />
          <main class="fp-content" id="content" tabIndex={-1}>
            {props.back && <BackLink href={props.back.href}>{props.back.text}</BackLink>}
            {errors && <FormErrors errors={errors} values={props.values} />}
            <PageHead title={title} freshness={props.freshness} warning={props.warning} actions={props.actions} />
            {props.notice}
            {props.children}
          </main>
        </div>
        <footer class="fp-foot">
          Frankpledge, {frame.force}. What you open here is recorded, with who you are and why.
        </footer>
      </div>
      <PrintFoot marking={marking} frame={frame} />
    </Document>
  )
}
