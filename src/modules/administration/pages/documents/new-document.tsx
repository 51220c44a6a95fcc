import type { documentsIn } from '#kernel/documents/documents.ts'
import { beginDocument } from '#kernel/documents/open.ts'
import { nameOnReceipt } from '#kernel/documents/receipts.ts'
import { extensions } from '#kernel/documents/upload.ts'
import { AREA_KINDS, wordsFor } from '#kernel/organisation/words.ts'
import { form, page } from '#kernel/web/view.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { FileField } from '#ui/forms/file-field.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { fileSize } from '#ui/words/numbers.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'

const PATH = '/documents/new'
const option = ({ id, name }: { readonly id: number; readonly name: string }) => ({ value: String(id), text: name })

/** The page that adds a document, and its form: made at the roof, where the file store is. */
export function newDocument({ addDocument, upload, settings }: ReturnType<typeof documentsIn>) {
  const newDocumentPage = page({
    path: PATH,
    query: beginDocument,
    view: ({ units, areas, compartments }, context) => {
      const kept = nameOnReceipt(context.values['file'])
      return {
        section: 'work',
        title: 'Add a document',
        back: { href: '/documents', text: 'Documents' },
        body: (
          <ActForm
            context={context}
            submit="Add document"
            cancel="/documents"
            stored={{ marking: 'OFFICIAL', reach: 'force' }}
            multipart
          >
            <TextField name="title" label="Title" hint="What somebody will look for it by; no names of people" />
            <RadiosField
              name="marking"
              label="Marking"
              choices={[
                { value: 'OFFICIAL', text: 'OFFICIAL' },
                {
                  value: 'OFFICIAL-SENSITIVE',
                  text: 'OFFICIAL-SENSITIVE',
                  hint: 'Only for those who are cleared for it',
                },
                {
                  value: 'SECRET',
                  text: 'SECRET or higher',
                  hint: 'Held elsewhere: nothing above OFFICIAL-SENSITIVE is kept here',
                },
              ]}
            />
            <RadiosField
              name="reach"
              label="Who may read it?"
              choices={[
                { value: 'force', text: 'The whole force' },
                { value: 'unit', text: 'Those who reach one unit: choose it below' },
                { value: 'area', text: 'Those who reach one area: choose it below' },
              ]}
            />
            <SelectField name="unit" label="Unit" optional placeholder="None" options={units.map(option)} />
            <SelectField
              name="area"
              label="Area"
              optional
              placeholder="None"
              options={areas.map((area) => ({
                value: String(area.id),
                text: `${area.name} (${wordsFor(AREA_KINDS, area.kind).toLowerCase()})`,
              }))}
            />
            {compartments.length > 0 && (
              <SelectField
                name="compartment"
                label="Compartment"
                hint="Then only its members see it, or that it is there"
                optional
                placeholder="None"
                options={compartments.map(option)}
              />
            )}
            {kept !== null && <HiddenField name="file" value={String(context.values['file'])} />}
            <FileField
              name="file"
              label={kept === null ? 'File' : 'Another file'}
              optional={kept !== null}
              hint={
                kept === null
                  ? `Up to ${fileSize(settings.maxBytes)}: ${extensions(settings.types)}`
                  : `${kept} was received and kept. Choose another only to take its place`
              }
              accept={settings.types.map(({ extension }) => `.${extension}`).join(',')}
            />
          </ActForm>
        ),
      }
    },
  })
  const newDocumentForm = form({
    path: PATH,
    command: addDocument,
    page: newDocumentPage,
    upload,
    next: ({ id }) => `/documents/${id}?done=added`,
  })
  return [newDocumentPage, newDocumentForm]
}
