import { ROLES } from '#kernel/access/roles.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { openUnit } from '#kernel/organisation/unit/open.ts'
import { wordsFor } from '#kernel/organisation/words.ts'
import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { address } from '#kernel/web/parts/addresses.ts'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { actionsFor, administers } from '../parts/may.ts'
import type { Place } from '../parts/place.ts'
import { termWords } from '../parts/terms.ts'

export const unitPage = ({ base, accounts, section, readers }: Place) =>
  page({
    path: `${base}/units/:id`,
    query: readers(openUnit),
    view: ({ unit, above, below, people, total, page: at }, context) => ({
      section,
      title: unit.name,
      lead: (
        <>
          <Reference>{unit.code}</Reference>, {unit.agencyName}, {termWords(unit.validFrom, unit.validTo)}
        </>
      ),
      back: { href: `${base}/units`, text: 'Units' },
      notice: doneNotice(context, { added: 'Unit added', changed: 'Unit saved', ended: 'Last day saved' }),
      actions: actionsFor(
        administers(context),
        { text: 'Change', href: `/administration/units/${unit.id}/change` },
        { text: 'Add a unit below', href: address('/administration/units/new', { parent: unit.id }) },
        { text: 'End', href: `/administration/units/${unit.id}/end` },
      ),
      body: (
        <>
          <Definition
            of={[
              ['Under', above.length > 0 && <Links links={above} base={base} between=" › " />],
              ['Below it', below.length > 0 && <Links links={below} base={base} between=", " />],
              ['Area', unit.area !== null && <Link href={`${base}/areas/${unit.area}`}>{unit.areaName}</Link>],
            ]}
          />
          <h2 class="govuk-heading-m">Who is posted here?</h2>
          <DataTable
            caption="People posted here"
            captionHidden
            rows={people}
            empty={
              <EmptyState title="Nobody is posted here">
                {below.length > 0 ? 'Look at the units below it.' : 'An administrator posts people on their own pages.'}
              </EmptyState>
            }
            columns={[
              {
                header: 'Person',
                cell: (person) => <Link href={`${accounts}/${person.account}`}>{person.name}</Link>,
              },
              { header: 'Number', cell: (person) => <Reference>{person.number ?? 'none'}</Reference> },
              { header: 'Post', cell: (person) => person.title },
              { header: 'Roles', cell: (person) => person.roles.map((role) => wordsFor(ROLES, role)).join('; ') },
              { header: 'When', cell: (person) => termWords(person.starts, person.ends) },
            ]}
          />
          <Pager
            page={at}
            pageSize={PAGE_SIZE}
            total={total}
            what={total === 1 ? 'person' : 'people'}
            href={(number) => address(`${base}/units/${unit.id}`, { page: number })}
          />
        </>
      ),
    }),
  })

interface LinksProps {
  readonly links: readonly { readonly id: number; readonly name: string }[]
  readonly base: string
  readonly between: string
}

function Links({ links, base, between }: LinksProps) {
  return (
    <>
      {links.map((link, index) => (
        <>
          {index > 0 && between}
          <Link href={`${base}/units/${link.id}`}>{link.name}</Link>
        </>
      ))}
    </>
  )
}
