import { keysOf } from '#platform/edge.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { addEvidenceCommand } from '#kernel/evidence/add.ts'
import { EVIDENCE_KINDS, type EvidenceView } from '#kernel/evidence/row.ts'
import { openEvidence, withdrawEvidence } from '#kernel/evidence/withdraw.ts'
import { recordHref } from '#kernel/records/record.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { form, page } from '#kernel/web/view.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { beginEvidence } from '../queries/evidence-form.ts'
import { doneAt, recordFrame } from './entries.tsx'
import { option } from './hand-on.tsx'

const ADD = '/records/:kind/:id/evidence'
/** A figure of a measure is frozen where the measure is looked at, and not typed here. */
const TYPED = keysOf(EVIDENCE_KINDS).filter((kind) => kind !== 'measure')

const addPage = page({
  path: ADD,
  query: beginEvidence,
  view: ({ head, documents, compartments }, context) => ({
    ...recordFrame(head),
    title: 'What shows that it is so?',
    body: (
      <ActForm
        context={context}
        submit="Add evidence"
        cancel={recordHref(head.kind, head.id)}
        stored={{ marking: head.marking, keepsDays: 90 }}
      >
        <TextField name="title" label="Title" hint="What it is, in a few words; no names of people" />
        <RadiosField
          name="is"
          label="What it is"
          choices={TYPED.map((kind) => ({ value: kind, text: EVIDENCE_KINDS[kind] }))}
        />
        <SelectField
          name="document"
          label="Document"
          hint="Where it is one: the newest that you may open. Add a new one under Documents first"
          placeholder="None"
          options={documents.map(({ id, title }) => ({ value: id, text: title }))}
          optional
        />
        <TextArea name="words" label="What it shows" rows={3} optional />
        <DateField name="observedOn" label="Day it tells of" hint="For example, 31 3 2026" />
        <TextField
          name="keepsDays"
          label="Days that it keeps"
          hint="After so many days it is stale; in the last quarter of them it is ageing"
          width={4}
        />
        <RadiosField
          name="marking"
          label="Marking"
          hint="Whoever sees it must see its record as well"
          choices={MARKINGS.map((marking) => ({ value: marking, text: marking }))}
        />
        {compartments.length > 0 && (
          <SelectField
            name="compartment"
            label="Compartment"
            hint="Then only its members see it, or that it is there"
            placeholder="None"
            options={compartments.map(option)}
            optional
          />
        )}
      </ActForm>
    ),
  }),
})

function backOf({ record }: EvidenceView) {
  return record === null
    ? { href: '/', text: 'My work' }
    : { href: recordHref(record.kind, record.id), text: record.reference }
}

const WITHDRAW = '/evidence/:id/withdraw'
const withdrawPage = page({
  path: WITHDRAW,
  query: openEvidence,
  view: (evidence, context) => ({
    section: 'work',
    title: 'Why does it count no more?',
    lead: evidence.title,
    marking: evidence.marking,
    back: backOf(evidence),
    body: (
      <>
        <BothVersions context={context} fields={[]} />
        <ActForm
          context={context}
          submit="Withdraw evidence"
          cancel={backOf(evidence).href}
          version={evidence.version}
          warning
        >
          <TextArea name="reason" label="Reason" hint="It stays in the list, with this reason" rows={3} />
        </ActForm>
      </>
    ),
  }),
})

export const evidenceRoutes = [
  addPage,
  form({
    path: ADD,
    command: addEvidenceCommand,
    page: addPage,
    next: ({ kind, record }) => (kind === null || record === null ? '/' : doneAt(kind, record, 'added')),
  }),
  withdrawPage,
  form({
    path: WITHDRAW,
    command: withdrawEvidence,
    page: withdrawPage,
    next: ({ kind, record }) => (kind === null || record === null ? '/' : doneAt(kind, record, 'withdrawn')),
  }),
]
