import { CardRows } from '#ui/blocks/card.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { shortDayWithYear } from '#ui/words/dates.ts'
import type { Coverage } from '../../queries/coverage.ts'
import { FEWEST_RESIDENTS } from '../../rules/cov01-coverage.ts'
import { groupWords } from '../../rules/lists.ts'

type Row = Coverage['groups'][number]

/** Who has not been heard, first; then who has. Of an area, never of anybody. */
export function CoverageRows({ coverage, most }: { readonly coverage: Coverage; readonly most?: number }) {
  const missing = coverage.groups.filter(({ standing }) => standing === 'not-heard')
  const shown = most === undefined ? coverage.groups : missing.slice(0, most)
  return (
    <>
      <p>
        {plural(coverage.engagements, 'engagement')} since {shortDayWithYear(coverage.since)}.{' '}
        {missing.length === 0 ? 'Every group was heard.' : `${plural(missing.length, 'group')} not heard.`}
      </p>
      {shown.length === 0 ? (
        <EmptyState title="Nobody left out">Every group of the list was heard at least once.</EmptyState>
      ) : (
        <CardRows rows={shown.map((row) => ({ text: nameOf(row), note: <Standing row={row} /> }))} />
      )}
      {most === undefined && <HowCounted coverage={coverage} />}
    </>
  )
}

function nameOf({ group, residents }: Row): string {
  return residents === null ? groupWords(group) : `${groupWords(group)} (about ${count(residents)} residents)`
}

function Standing({ row: { standing, times, last } }: { readonly row: Row }) {
  if (standing === 'few-residents') return <StateTag state="too-few">few live here</StateTag>
  if (standing === 'not-heard') return <StateTag state="slipping">not heard</StateTag>
  return (
    <StateTag state="holding">
      {times === 1 ? 'once' : `${count(times)} times`}
      {last !== null && `, last ${shortDayWithYear(last)}`}
    </StateTag>
  )
}

function HowCounted({ coverage: { agesOf } }: { readonly coverage: Coverage }) {
  return (
    <Details summaryText="How this is counted">
      <p>
        A group is heard when an engagement of the last twelve months names it (rule COV01), however many came. It says
        nothing of how well, nor of anybody in particular.
      </p>
      <p>
        {agesOf === null
          ? 'No ages are loaded for this area, so no group is set against how many of it live here.'
          : `Residents by age are of ${agesOf}, to the nearest ten; fewer than ${FEWEST_RESIDENTS} are neither numbered nor looked for (rule COV02).`}{' '}
        Census tables on ethnicity, faith, disability and language cannot be loaded yet: these groups stand without a
        number.
      </p>
    </Details>
  )
}
