import { ASB } from '#kernel/occurrences/crime-types.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { MARKER_KINDS } from '#kernel/parties/markers.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { Card, CardRows } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { levelsHref, occurrenceHref } from '../../addresses.ts'
import { MOST_HAPPENED, type Happened, type Warning } from '../../queries/happened.ts'
import type { Patch } from '../../queries/patch.ts'
import { dayWords, happenedWords } from './words.ts'

/** As many rows as stand here; the counts say the rest. */
const SHOWN = 12

/** What happened since, by kind, and the latest of it. */
export function HappenedCard({ patch, now }: { readonly patch: Patch; readonly now: Date }) {
  const { happened, more, area } = patch
  return (
    <Card title="Happened since" href={levelsHref(area.id)}>
      {happened.length === 0 ? (
        <EmptyState title="Nothing in this time">
          Nothing with a day and a place here. What is known to the month only, or has no place, cannot be told.
        </EmptyState>
      ) : (
        <>
          <p>
            <strong>{more ? `${count(MOST_HAPPENED)} or more` : plural(happened.length, 'occurrence')}</strong>:{' '}
            {byCategory(happened)}
          </p>
          <CardRows
            rows={happened.slice(0, SHOWN).map((one) => ({
              text: (
                <>
                  <Link href={occurrenceHref(one.id)}>{happenedWords(one.category)}</Link>
                  {one.where !== '' && `, ${one.where}`}
                </>
              ),
              note: one.precision === 'day' ? dayWords(one.from, now) : <Time instant={one.from} now={now} />,
            }))}
          />
          {happened.length > SHOWN && <p>{count(happened.length - SHOWN)} more before these.</p>}
        </>
      )}
    </Card>
  )
}

/** "Anti-social behaviour 9, burglary 3": ASB first, which is no crime, then the most. */
function byCategory(happened: readonly Happened[]): string {
  const counts = new Map<string, number>()
  for (const { category } of happened) counts.set(category, (counts.get(category) ?? 0) + 1)
  return [...counts]
    .toSorted(([a, x], [b, y]) => Number(b === ASB) - Number(a === ASB) || y - x)
    .map(([category, times]) => `${happenedWords(category).toLowerCase()} ${count(times)}`)
    .join(', ')
}

/** What to know before going to where something happened. */
export function WarningsCard({ warnings, some }: { readonly warnings: readonly Warning[]; readonly some: boolean }) {
  return (
    <Card title="Before you go there" {...(warnings.length > 0 && { state: 'slipping' as const })}>
      {warnings.length === 0 ? (
        <EmptyState title={some ? 'No warnings at these addresses' : 'Nothing happened at an address'}>
          Only addresses that are linked to what happened are looked at. Look an address up before you go.
        </EmptyState>
      ) : (
        <CardRows
          rows={warnings.map((one) => ({
            text: (
              <>
                <Link href={partyHref('address', one.address)}>{one.label}</Link>
                {one.words !== '' && `: ${one.words}`}
              </>
            ),
            note: <StateTag state="slipping">{MARKER_KINDS[one.kind].words}</StateTag>,
          }))}
        />
      )}
    </Card>
  )
}
