import type { z } from 'zod'
import { page, type View } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { plural } from '#ui/words/numbers.ts'
import { explainAccess } from './explain.ts'

type Explained = z.output<typeof explainAccess.output>

/** `/why/document/…`, `/why/occurrence/…`, `/why/account/…` */
export const whyPage = page({ path: '/why/:kind/:id', query: explainAccess, view })

function view(model: Explained): View {
  return {
    section: 'assurance',
    title: 'Why can I see this, and who else can?',
    lead: model.title,
    marking: model.marking,
    body: (
      <>
        <h2>Why you can see it</h2>
        <ul class="govuk-list govuk-list--bullet">
          {model.grounds.map((ground) => (
            <li>{ground}</li>
          ))}
        </ul>
        <h2>Who can see it: {plural(model.people, 'person', 'people')}, you included</h2>
        {model.closed && <p>Only those on the list of its compartment, whose name is not shown.</p>}
        <Units model={model} />
        <Names model={model} />
      </>
    ),
  }
}

function Units({ model }: { readonly model: Explained }) {
  return (
    <DataTable
      caption="By unit; somebody with postings in two units counts in both"
      columns={[
        { header: 'Unit', cell: (row) => row.unit },
        { header: 'People', align: 'number', cell: (row) => String(row.people) },
      ]}
      rows={model.units}
      empty={<EmptyState title="Nobody in a posting today">An administrator can add a posting.</EmptyState>}
    />
  )
}

function Names({ model }: { readonly model: Explained }) {
  if (model.names === null)
    return <p>Administrators, auditors and the records custodian see the names. Ask one of them if you need to know.</p>
  return (
    <DataTable
      caption={model.names.length < 500 ? 'By name' : 'By name, the first 500 postings'}
      columns={[
        { header: 'Name', cell: (row) => row.name },
        { header: 'Posting', cell: (row) => row.posting },
        { header: 'Unit', cell: (row) => row.unit },
        { header: 'Why', cell: (row) => row.ground },
      ]}
      rows={model.names}
      empty={<EmptyState title="Nobody in a posting today">An administrator can add a posting.</EmptyState>}
    />
  )
}
