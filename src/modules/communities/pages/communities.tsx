import type { z } from 'zod'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { count } from '#ui/words/numbers.ts'
import { COMMUNITIES, communityHref, PATCH } from '../addresses.ts'
import { listCommunities } from '../queries/communities.ts'

type Row = z.output<typeof listCommunities.output>['rows'][number]

const NOT_COVERED = 'not your area'

export const communitiesPage = page({
  path: COMMUNITIES,
  query: listCommunities,
  view: ({ rows, own }, { now }) => ({
    section: 'prevent',
    title: 'Which communities do we know?',
    lead: 'Profiles are open to the whole force; what was heard, to those who cover the area',
    ...(own !== null && { actions: [{ text: 'My patch this shift', href: PATCH }] }),
    body: (
      <DataTable
        caption="Communities"
        captionHidden
        rows={rows.toSorted((a, b) => Number(b.area.id === own) - Number(a.area.id === own))}
        empty={
          <EmptyState title="No neighbourhoods are loaded">
            Ask an administrator to import the force’s neighbourhoods or wards.
          </EmptyState>
        }
        columns={[
          { header: 'Community', cell: ({ area }) => <Link href={communityHref(area.id)}>{area.name}</Link> },
          { header: 'Profile', cell: ({ reviewedAt }) => <ProfileState reviewedAt={reviewedAt} now={now} /> },
          { header: 'Engagements in a year', align: 'number', cell: ({ engagements }) => known(engagements) },
          { header: 'Last', cell: lastOf, nowrap: true },
          { header: 'Answers owed', align: 'number', cell: ({ owed }) => known(owed) },
        ]}
      />
    ),
  }),
})

function known(value: number | null): string {
  return value === null ? NOT_COVERED : count(value)
}

function lastOf({ covered, last }: Row): string {
  if (!covered) return NOT_COVERED
  return last === null ? 'none in a year' : shortDayWithYear(dayOf(last))
}

const YEAR = 366 * 86_400_000

function ProfileState({ reviewedAt, now }: { readonly reviewedAt: string | null; readonly now: Date }) {
  if (reviewedAt === null) return <StateTag state="too-few">not written</StateTag>
  const old = now.getTime() - Date.parse(reviewedAt) > YEAR
  return <StateTag state={old ? 'slipping' : 'holding'}>reviewed {shortDayWithYear(dayOf(reviewedAt))}</StateTag>
}
