import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { PLACE_KINDS, type MeetingPlace } from '../../queries/places.ts'
import { heardWords } from './words.ts'

/** Where people meet, whom one meets there, and how to come. Open to the whole force. */
export function PlacesTable({
  places,
  writes,
}: {
  readonly places: readonly MeetingPlace[]
  readonly writes: boolean
}) {
  return (
    <DataTable
      caption="Groups and places to meet"
      captionHidden
      rows={places}
      empty={
        <EmptyState title="No groups or places yet">
          Add where people of this area meet: a youth club, a mosque, a tenants’ hall.
        </EmptyState>
      }
      columns={[
        { header: 'Group or place', cell: ({ name }) => name },
        { header: 'What', cell: ({ kind }) => PLACE_KINDS[kind] },
        { header: 'Whom one meets', cell: ({ groups }) => (groups.length === 0 ? 'anybody' : heardWords(groups)) },
        { header: 'When, and how to come', cell: ({ words }) => words || 'not said' },
        ...(writes
          ? [
              {
                header: 'Do',
                phoneLabel: false as const,
                cell: ({ id }: MeetingPlace) => (
                  <Link href={`/prevent/meeting-places/${id}/end`}>Take off the list</Link>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
