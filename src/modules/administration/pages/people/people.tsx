import { keysOf } from '#platform/edge.ts'
import { ROLES } from '#kernel/access/roles.ts'
import { listPeople } from '#kernel/organisation/account/list.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { plural } from '#ui/words/numbers.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { actionsFor, administers } from '../parts/may.ts'
import type { Place } from '../parts/place.ts'
import { Posts } from './posts.tsx'

export const peoplePage = ({ base, accounts, section, readers }: Place) =>
  page({
    path: accounts,
    query: readers(listPeople),
    view: ({ people, total, page: at, units, filter }, context) => {
      const path = accounts
      const filtered = filter.q !== '' || filter.unit !== null || filter.role !== null || filter.left || filter.unposted
      return {
        section,
        title: 'Who is who?',
        lead: filtered ? `${plural(total, 'person', 'people')} found` : `${plural(total, 'person', 'people')} here`,
        actions: actionsFor(administers(context), { text: 'Add a person', href: '/administration/people/new' }),
        body: (
          <>
            <FilterBar
              action={path}
              values={{ ...filter, left: filter.left ? 'yes' : '', unposted: filter.unposted ? 'yes' : '' }}
              submit="Find"
              {...(filtered && { clearHref: path })}
            >
              <TextField name="q" label="Name, number, post or place" width={30} />
              <SelectField
                name="unit"
                label="Unit, and those below it"
                placeholder="Any"
                options={units.map((unit) => ({ value: String(unit.id), text: unit.name }))}
              />
              <SelectField
                name="role"
                label="Role"
                placeholder="Any"
                options={keysOf(ROLES).map((role) => ({ value: role, text: ROLES[role] }))}
              />
              <CheckboxesField
                name="left"
                label="Also"
                choices={[{ value: 'yes', text: 'Also those who have left' }]}
              />
              <CheckboxesField
                name="unposted"
                label="Only"
                choices={[{ value: 'yes', text: 'Only those with no post today' }]}
              />
            </FilterBar>
            <DataTable
              caption="People"
              captionHidden
              rows={people}
              empty={
                <EmptyState title="Nobody found">
                  Try fewer words, or a part of the name. “sergeant reading” finds the sergeants of every unit under
                  Reading.
                </EmptyState>
              }
              columns={[
                {
                  header: 'Person',
                  cell: (person) => <Link href={`${path}/${person.id}`}>{person.name}</Link>,
                  nowrap: true,
                },
                {
                  header: 'Number',
                  cell: (person) => (person.number === null ? '–' : <Reference>{person.number}</Reference>),
                  nowrap: true,
                },
                { header: 'Post', cell: (person) => <Posts posts={person.posts} base={base} left={person.left} /> },
                { header: 'Agency', cell: (person) => person.agencyName },
              ]}
            />
            <Pager
              page={at}
              pageSize={PAGE_SIZE}
              total={total}
              what={total === 1 ? 'person' : 'people'}
              href={(number) => address(path, { ...filter, page: number })}
            />
          </>
        ),
      }
    },
  })
