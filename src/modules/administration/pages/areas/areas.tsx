import { listAreas } from '#kernel/organisation/area/list.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { AREA_KINDS, wordsFor } from '#kernel/organisation/words.ts'
import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { actionsFor, administers } from '../parts/may.ts'
import type { Place } from '../parts/place.ts'

export const areasPage = ({ base, section, readers }: Place) =>
  page({
    path: `${base}/areas`,
    query: readers(listAreas),
    view: ({ areas, total, page: at, kinds, filter }, context) => {
      const path = `${base}/areas`
      const filtered = filter.q !== '' || filter.kind !== null
      return {
        section,
        title: 'Which areas are there?',
        lead: `${plural(total, 'area')}${filtered ? ' found' : ''}. They nest and overlap; outlines come by import`,
        actions: actionsFor(administers(context), { text: 'Add an area', href: '/administration/areas/new' }),
        body: (
          <>
            <FilterBar action={path} values={filter} submit="Find" {...(filtered && { clearHref: path })}>
              <TextField name="q" label="Name or code" width={20} />
              <SelectField
                name="kind"
                label="Kind"
                placeholder="Any"
                options={kinds.map(({ kind, areas: of }) => ({
                  value: kind,
                  text: `${wordsFor(AREA_KINDS, kind)} (${count(of)})`,
                }))}
              />
            </FilterBar>
            <DataTable
              caption="Areas"
              captionHidden
              rows={areas}
              empty={
                <EmptyState title={filtered ? 'No area found' : 'No areas yet'}>
                  {filtered
                    ? 'Try fewer words or another kind.'
                    : 'Import boundaries, or have an administrator add areas by name.'}
                </EmptyState>
              }
              columns={[
                { header: 'Area', cell: (area) => <Link href={`${path}/${area.id}`}>{area.name}</Link> },
                { header: 'Code', cell: (area) => <Reference>{area.code}</Reference> },
                { header: 'Kind', cell: (area) => wordsFor(AREA_KINDS, area.kind) },
                { header: 'Lies in', cell: (area) => area.within ?? 'nothing larger' },
                { header: 'Areas inside', align: 'number', cell: (area) => count(area.inside) },
                { header: 'Units', align: 'number', cell: (area) => count(area.units) },
                {
                  header: 'Outline',
                  cell: (area) => (area.hasOutline ? (area.schematic ? 'schematic' : 'yes') : 'none'),
                },
              ]}
            />
            <Pager
              page={at}
              pageSize={PAGE_SIZE}
              total={total}
              what={total === 1 ? 'area' : 'areas'}
              href={(number) => address(path, { ...filter, page: number })}
            />
          </>
        ),
      }
    },
  })
