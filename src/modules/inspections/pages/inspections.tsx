import type { Measures } from '#kernel/measures/registry.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { page } from '#kernel/web/view.ts'
import { keysOf } from '#platform/edge.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import { IMPORT, inspectionHref, INSPECTIONS } from '../addresses.ts'
import { listInspections } from '../queries/inspections.ts'
import { COLOURS } from '../rules/fnd01-colour.ts'
import { writes } from '../writers.ts'
import { Link } from '#kernel/web/parts/definition.tsx'

export const inspectionsPage = (measures: Measures) =>
  page({
    path: INSPECTIONS,
    query: listInspections(measures),
    view: ({ inspections, total, page: at }, { reader }) => ({
      section: 'effectiveness',
      title: 'Which inspections have been imported?',
      lead: `${plural(total, 'report')}, the newest first. Findings are those that you may open`,
      actions: writes(reader.roles) ? [{ text: 'Import a report', href: IMPORT }] : [],
      body: (
        <>
          <DataTable
            caption="Inspections"
            captionHidden
            rows={inspections}
            empty={
              <EmptyState title="No report yet">
                {writes(reader.roles) ? (
                  <>
                    <Link href={IMPORT}>Import an inspection report</Link>: paste its text, look at what was read, and
                    save it.
                  </>
                ) : (
                  'An inspection lead imports reports. Each stands here with its questions, grades and findings.'
                )}
              </EmptyState>
            }
            columns={[
              {
                header: 'Inspection',
                cell: ({ id, force, year, pillar }) => (
                  <>
                    <Link href={inspectionHref(id)}>
                      {force} {year}
                    </Link>
                    <span class="fp-second">{pillar}</span>
                  </>
                ),
              },
              { header: 'Grade', cell: ({ grade }) => grade ?? 'none given' },
              { header: 'Questions', align: 'number', cell: ({ questions }) => count(questions) },
              {
                header: 'Findings',
                align: 'number',
                cell: ({ findings }) => count(findings),
              },
              {
                header: 'How they stand',
                cell: ({ findings, standing }) =>
                  findings === 0
                    ? 'none'
                    : keysOf(COLOURS)
                        .filter((colour) => standing[colour] > 0)
                        .map((colour) => `${standing[colour]} ${COLOURS[colour]}`)
                        .join(', '),
              },
              {
                header: 'Published',
                nowrap: true,
                cell: ({ publishedOn }) => (publishedOn === null ? 'no date' : dayWithYear(publishedOn)),
              },
              {
                header: 'Imported',
                cell: ({ importedAt, importedBy }) => (
                  <>
                    <Time instant={importedAt} />
                    <span class="fp-second">{importedBy}</span>
                  </>
                ),
              },
            ]}
          />
          <Pager
            page={at}
            pageSize={PAGE_SIZE}
            total={total}
            what={total === 1 ? 'inspection' : 'inspections'}
            href={(number) => `${INSPECTIONS}?page=${number}`}
          />
        </>
      ),
    }),
  })
