import type { z } from 'zod'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { plural } from '#ui/words/numbers.ts'
import { IMPORT, inspectionHref, PREVIEW } from '../addresses.ts'
import { saveInspection } from '../commands/save-inspection.ts'
import { previewInspection } from '../queries/preview-inspection.ts'
import { choiceNames } from '../rules/fnd09-choices.ts'
import { ImportForm } from './parts/import-form.tsx'
import { BeforeNotice } from './parts/before-notice.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { PreviewPart } from './parts/preview-part.tsx'
import { ReadWarnings } from './parts/read-warnings.tsx'

type Preview = NonNullable<z.output<typeof previewInspection.output>>

/** What a person chose belongs to the very text that they looked at. */
const draftOf = (params: Readonly<Record<string, unknown>>) => {
  const report = params['report']
  return typeof report === 'string' && /^[0-9a-f]{16}$/.test(report)
    ? `${PREVIEW}?report=${report}`
    : `${PREVIEW}?report=none`
}

/** The second step: what was read, beside what a person must decide. */
const previewPage = page({
  path: PREVIEW,
  query: previewInspection,
  draft: draftOf,
  view: (model, context) => (model === null ? nothingRead() : previewView(model, context)),
})

function nothingRead(): View {
  return {
    section: 'effectiveness',
    title: 'What was read of the report?',
    back: { href: IMPORT, text: 'Import an inspection report' },
    body: (
      <EmptyState title="Nothing has been read">
        <Link href={IMPORT}>Paste the report</Link>, or send it as a text file.
      </EmptyState>
    ),
  }
}

function previewView(model: Preview, context: PageContext): View {
  const { reading, before, sha256 } = model
  const findings = [reading.overall, ...reading.questions].flatMap((part) => part.findings)
  return {
    section: 'effectiveness',
    title: `Is this the report of ${reading.force}, ${reading.period}${reading.pillar === null ? '' : `, ${reading.pillar}`}?`,
    lead: `${plural(reading.questions.length, 'question')}, ${plural(findings.length, 'finding')}, ${plural(reading.candidates.length, 'sentence')} for you to decide on. Nothing is saved yet`,
    back: { href: IMPORT, text: 'Import an inspection report' },
    islands: ['autosave'],
    body: (
      <>
        <BeforeNotice model={model} />
        <ReadWarnings warnings={reading.warnings} />
        {before?.same !== true && (
          <ImportForm
            context={context}
            submit={before === null ? 'Save the report' : 'Save what is new'}
            cancel={IMPORT}
            stored={storedChoices(model)}
            action={draftOf({ report: sha256.slice(0, 16) })}
            draft={draftOf({ report: sha256.slice(0, 16) })}
          >
            <HiddenField name="sha256" value={sha256} />
            <PreviewPart model={model} part={reading.overall} number={null} />
            {reading.questions.map((question) => (
              <PreviewPart model={model} part={question} number={question.number} />
            ))}
          </ImportForm>
        )}
      </>
    ),
  }
}

/** Left alone, unless the person says otherwise. */
function storedChoices({ reading }: Preview): Readonly<Record<string, string>> {
  return Object.fromEntries(reading.candidates.map((_, index) => [choiceNames.candidate(index), 'leave']))
}

export const previewRoutes: readonly StaffRoute[] = [
  previewPage,
  form({
    path: PREVIEW,
    command: saveInspection,
    page: previewPage,
    draft: draftOf,
    next: ({ id }) => `${inspectionHref(id)}?done=saved`,
  }),
]
