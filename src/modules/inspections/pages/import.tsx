import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import { about } from '#platform/operations/define.ts'
import { FileField } from '#ui/forms/file-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { IMPORT, INSPECTIONS, PREVIEW } from '../addresses.ts'
import { readInspection } from '../commands/read-inspection.ts'
import { reportUpload } from '../imports/report-upload.ts'
import { WRITERS } from '../writers.ts'
import { ImportForm } from './parts/import-form.tsx'

/** The first of two steps: the text. */
export const beginImport = query({
  name: 'inspection.begin-import',
  summary: 'Begin to import an inspection report',
  input: z.object({}),
  output: z.object({}),
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: { event: 'inspection.import-begun', subjects: about.nobody },
  run: () => Promise.resolve({}),
})

const importPage = page({
  path: IMPORT,
  query: beginImport,
  draft: () => IMPORT,
  view: (_, context) => ({
    section: 'effectiveness',
    title: 'Import an inspection report',
    lead: 'First it is read, then you look at what was read. Nothing is saved before you have',
    back: { href: INSPECTIONS, text: 'Inspections' },
    islands: ['autosave'],
    body: (
      <>
        <ImportForm context={context} submit="Read it" cancel={INSPECTIONS} draft={IMPORT} multipart>
          <TextArea
            name="report"
            label="Text of the report"
            hint="Paste the whole page, from its title down: force, year, pillar, then its questions"
            rows={16}
            optional
          />
          <FileField
            name="file"
            label="Or a text file"
            hint="Plain text, .txt or .md, up to 1 MB. Of a web page or a PDF, copy the text"
            accept=".txt,.md,text/plain,text/markdown"
            optional
          />
        </ImportForm>
        <Details summaryText="What is taken from a report">
          <ul class="govuk-list govuk-list--bullet">
            <li>Force, year and pillar from the title; questions from their headings; the narrative as it stands.</li>
            <li>
              Areas for improvement, causes of concern and recommendations from the lists under those headings, in the
              report’s own words and order, with their dates.
            </li>
            <li>A grade only from a line of its own, or a sentence of one word that opens a question.</li>
            <li>
              Warnings that are in no list, and claims that are to be evidenced, are offered to you. You say what
              becomes of each.
            </li>
            <li>What cannot be read is said, with its line, and never left out in silence.</li>
          </ul>
        </Details>
      </>
    ),
  }),
})

export const importRoutes: readonly StaffRoute[] = [
  importPage,
  form({
    path: IMPORT,
    command: readInspection,
    page: importPage,
    upload: reportUpload,
    draft: () => IMPORT,
    next: ({ sha256 }) => `${PREVIEW}?report=${sha256.slice(0, 16)}`,
  }),
]
