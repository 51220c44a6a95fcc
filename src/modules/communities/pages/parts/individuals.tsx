import { getCivilDate, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { dayOf, shortDayWithYear } from '#ui/words/dates.ts'
import { keyIndividualHref } from '../../addresses.ts'
import type { KeyIndividual } from '../../queries/key-individual.ts'
import { reviewStanding } from '../../rules/kin01-review.ts'
import { KEY_INDIVIDUAL_STANDINGS, keyIndividualStanding } from '../../rules/kin03-standing.ts'

export function standingOf(one: KeyIndividual, now: Date) {
  return keyIndividualStanding({ ...one, inTouchSince: new Date(one.lastContactAt ?? one.addedAt) }, now)
}

export function TieState({ one, now }: { readonly one: KeyIndividual; readonly now: Date }) {
  const { words, tag } = KEY_INDIVIDUAL_STANDINGS[standingOf(one, now)]
  return <StateTag state={tag}>{words}</StateTag>
}

export function ReviewDay({ one, now }: { readonly one: KeyIndividual; readonly now: Date }) {
  const standing = reviewStanding(getCivilDate(one.reviewOn), londonDateAt(now))
  const day = shortDayWithYear(one.reviewOn)
  if (standing === 'later') return <>{day}</>
  return (
    <StateTag state={standing === 'over' ? 'not-held' : 'slipping'}>
      {standing === 'over' ? `over since ${day}` : `due ${day}`}
    </StateTag>
  )
}

/** Who it is, as far as this reader may open them. */
export function Who({ one: { who } }: { readonly one: Pick<KeyIndividual, 'who'> }) {
  if (who === null) return <>somebody whom you may not open</>
  return <Link href={partyHref(who.kind, who.id)}>{who.label}</Link>
}

/** Those who know the area: not intelligence, but whom to ask, each with what for and until when. */
export function IndividualsTable({
  individuals,
  now,
}: {
  readonly individuals: readonly KeyIndividual[]
  readonly now: Date
}) {
  return (
    <DataTable
      caption="Key individuals"
      captionHidden
      rows={individuals}
      empty={
        <EmptyState title="No key individuals yet">
          Add somebody who knows the area and agrees to be asked: a head teacher, a warden, a shopkeeper.
        </EmptyState>
      }
      columns={[
        {
          header: 'Role in the community',
          cell: (one) => <Link href={keyIndividualHref(one.id)}>{one.role}</Link>,
        },
        { header: 'Who', cell: (one) => <Who one={one} /> },
        { header: 'What for', cell: ({ purpose }) => purpose },
        { header: 'Tie', phoneLabel: false, cell: (one) => <TieState one={one} now={now} /> },
        {
          header: 'Last talk',
          cell: ({ lastContactAt }) => (lastContactAt === null ? 'none yet' : shortDayWithYear(dayOf(lastContactAt))),
          nowrap: true,
        },
        { header: 'Review', cell: (one) => <ReviewDay one={one} now={now} /> },
      ]}
    />
  )
}
