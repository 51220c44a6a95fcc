import { findCivilDate, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { MARKER_KINDS } from '#kernel/parties/markers.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { daysLeft, shortDayWithYear } from '#ui/words/dates.ts'
import { plural } from '#ui/words/numbers.ts'
import type { MarkerView } from '../../queries/markers.ts'
import { reviewStanding } from '../../rules/mkr01-review.ts'

interface MarkersProps {
  readonly markers: readonly MarkerView[]
  readonly today: string
  /** Whether this reader may end them and set their review. */
  readonly may: boolean
}

/** Whether it stands on this day. */
export function standsNow({ endedOn }: Pick<MarkerView, 'endedOn'>, today: string): boolean {
  return endedOn === null || endedOn > today
}

/** What whoever meets them must know, before everything else; and below it what was once so. */
export function Markers({ markers, today, may }: MarkersProps) {
  const standing = markers.filter((marker) => standsNow(marker, today))
  const over = markers.filter((marker) => !standsNow(marker, today))
  return (
    <section aria-label="Markers">
      {standing.length > 0 && (
        <ul class="fp-markers">
          {standing.map((marker) => (
            <li class="fp-markers__row">
              <span>
                <MarkerTag kind={marker.kind} />
              </span>
              <span>{marker.words}</span>
              <span class="fp-markers__note">
                <Review marker={marker} today={today} /> {may && <Acts marker={marker} />}
              </span>
            </li>
          ))}
        </ul>
      )}
      {over.length > 0 && (
        <Details summaryText={`${plural(over.length, 'marker')} that ended`}>
          <ul class="fp-ties">
            {over.map(({ kind, words, endedOn, endedReason }) => (
              <li class="fp-ties__row">
                {MARKER_KINDS[kind].words}
                {words !== '' && `: ${words}`}
                <span class="fp-ties__note">
                  ended {endedOn !== null && shortDayWithYear(endedOn)}: {endedReason}
                </span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

export function MarkerTag({ kind }: Pick<MarkerView, 'kind'>) {
  const { words, first } = MARKER_KINDS[kind]
  return <StateTag state={first ? 'not-held' : 'slipping'}>{words}</StateTag>
}

function Review({
  marker: { reviewOn, startsOn, addedBy },
  today,
}: Pick<MarkersProps, 'today'> & { readonly marker: MarkerView }) {
  const known = `since ${shortDayWithYear(startsOn)}${addedBy === null ? '' : `, ${addedBy}`}`
  const day = findCivilDate(reviewOn)
  const standing = day === undefined ? 'later' : reviewStanding(day, getCivilDate(today))
  if (standing === 'later') return <>{`${known} · review by ${shortDayWithYear(reviewOn)}`}</>
  return (
    <>
      {known} ·{' '}
      <StateTag state="slipping">{`review ${standing === 'over' ? '' : 'in '}${daysLeft(reviewOn, today)}`}</StateTag>
    </>
  )
}

function Acts({ marker: { id, kind } }: { readonly marker: MarkerView }) {
  const which = <span class="govuk-visually-hidden"> {MARKER_KINDS[kind].words}</span>
  return (
    <span class="fp-acts">
      <Link href={`/markers/${id}/review`}>Review{which}</Link>
      <Link href={`/markers/${id}/end`}>End{which}</Link>
    </span>
  )
}
