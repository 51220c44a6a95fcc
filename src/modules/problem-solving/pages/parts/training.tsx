import { TRAINING_HREF } from '#kernel/competences/hrefs.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import type { AreaShares } from '../../queries/show-consistency.ts'
import { CountedShare, FEWEST_AREAS, FunnelCard } from './shares.tsx'

const COUNTED =
  'Of the officers and staff posted today to the neighbourhood units of the area, those whose training in problem-solving is current. Where nothing is recorded, it is not.'

/** Of the people of each area’s neighbourhood units, those whose training is current; to whoever may see whose it is. */
export function Training({ areas }: { readonly areas: readonly AreaShares[] }) {
  const shown = areas.flatMap(({ id, name, training }) => (training === null ? [] : [{ id, name, share: training }]))
  if (shown.length < areas.length)
    return (
      <p class="govuk-body">
        Whose training is current is seen by those who supervise or lead them. The share of each area is a measure:{' '}
        <Link href="/effectiveness/measures/TRN-CURRENT">training in problem-solving that is current</Link>.
      </p>
    )
  const counted = shown.filter(({ share }) => share.of > 0)
  return (
    <>
      <DataTable
        caption="Training in problem-solving by policing area"
        captionHidden
        rows={counted}
        empty={
          <EmptyState title="Nobody is posted to a neighbourhood unit of these areas">
            Training is asked of officers and staff of units whose area is a neighbourhood or a ward.
          </EmptyState>
        }
        columns={[
          { header: 'Area', cell: ({ name }) => name },
          {
            header: 'Training current',
            align: 'number',
            cell: ({ id, share }) => (
              <CountedShare share={share} href={address(TRAINING_HREF, { competence: 'problem-solving', area: id })} />
            ),
          },
          {
            header: 'Not current, or nothing recorded',
            align: 'number',
            cell: ({ share }) => share.of - share.count,
          },
        ]}
      />
      {counted.length >= FEWEST_AREAS && (
        <FunnelCard
          id="training"
          title="Training in problem-solving that is current"
          counted={COUNTED}
          areas={counted}
        />
      )}
    </>
  )
}
