import { MARKINGS } from '#platform/access/reader.ts'
import { listDocuments } from '#kernel/documents/list.ts'
import type { DocumentView } from '#kernel/documents/row.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { fileSize, plural } from '#ui/words/numbers.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'

/** Whom a document is for, in words. */
export function reachWords(document: Pick<DocumentView, 'unitName' | 'areaName' | 'compartmentName'>): string {
  const reach = document.unitName ?? document.areaName ?? 'Whole force'
  return document.compartmentName === null ? reach : `${reach}, in ${document.compartmentName}`
}

export const documentsPage = page({
  path: '/documents',
  query: listDocuments,
  view: ({ documents, total, page: at, filter }) => {
    const filtered = filter.q !== '' || filter.marking !== null || filter.withdrawn
    return {
      section: 'work',
      title: 'Which documents can I open?',
      lead: `${plural(total, 'document')}${filtered ? ' found' : ''}, newest first`,
      marking: documents.some((document) => document.marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
      actions: [{ text: 'Add a document', href: '/documents/new' }],
      body: (
        <>
          <FilterBar
            action="/documents"
            values={{ ...filter, withdrawn: filter.withdrawn ? 'yes' : '' }}
            submit="Find"
            {...(filtered && { clearHref: '/documents' })}
          >
            <TextField name="q" label="Title or file name" width={20} />
            <SelectField
              name="marking"
              label="Marking"
              placeholder="Any"
              options={MARKINGS.map((marking) => ({ value: marking, text: marking }))}
            />
            <CheckboxesField name="withdrawn" label="Also" choices={[{ value: 'yes', text: 'Also withdrawn ones' }]} />
          </FilterBar>
          <DataTable
            caption="Documents"
            captionHidden
            rows={documents}
            empty={
              <EmptyState title={filtered ? 'Nothing found' : 'No documents yet'}>
                {filtered ? 'Try fewer words. ' : ''}
                <Link href="/documents/new">Add a document</Link> that others should be able to open.
              </EmptyState>
            }
            columns={[
              { header: 'Document', cell: (one) => <Link href={`/documents/${one.id}`}>{one.title}</Link> },
              { header: 'For', cell: reachWords },
              { header: 'Marking', cell: (one) => one.marking, nowrap: true },
              { header: 'Size', align: 'right', cell: (one) => fileSize(one.bytes), nowrap: true },
              { header: 'Added by', cell: (one) => <Link href={`/colleagues/${one.addedBy}`}>{one.addedByName}</Link> },
              {
                header: 'Added',
                cell: (one) => (
                  <>
                    <Time instant={one.addedAt} />
                    {one.withdrawnAt !== null && ', withdrawn'}
                  </>
                ),
              },
            ]}
          />
          <Pager
            page={at}
            pageSize={PAGE_SIZE}
            total={total}
            what={total === 1 ? 'document' : 'documents'}
            href={(number) => address('/documents', { ...filter, page: number })}
          />
        </>
      ),
    }
  },
})
