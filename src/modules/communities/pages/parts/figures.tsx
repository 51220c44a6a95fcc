import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { Card } from '#ui/blocks/card.tsx'
import { month } from '#ui/words/dates.ts'
import { count } from '#ui/words/numbers.ts'
import { capital } from '#ui/words/capital.ts'
import { levelsHref } from '../../addresses.ts'
import type { AreaHead } from '../../queries/area.ts'
import type { Figures } from '../../queries/figures.ts'

/** Who lives there and what happens there, as far as it is loaded; and what is not. */
export function FiguresCard({ area, figures }: { readonly area: AreaHead; readonly figures: Figures }) {
  const { people, bands, bandsOf, indicators, levels } = figures
  return (
    <Card title="Who lives there, and what happens">
      <Definition
        of={[
          ['Residents', people !== null && `${count(people.people)} (${people.midYear}; ${people.source})`],
          [
            'Ages',
            bands.length > 0 &&
              `${bands.map((one) => `${one.band}: ${count(one.people)}`).join(', ')} (${bandsOf ?? ''})`,
          ],
          ...indicators.map(
            ({ indicator, edition, value }) => [indicatorWords(indicator), `${value} (${edition})`] as const,
          ),
          [
            'Crime, 12 months',
            levels !== null && <Link href={levelsHref(area.id)}>{`${count(levels.crime)}, ${period(levels)}`}</Link>,
          ],
          [
            'ASB, 12 months',
            levels !== null && <Link href={levelsHref(area.id)}>{`${count(levels.asb)}, ${period(levels)}`}</Link>,
          ],
        ]}
      />
      <p>
        Not loaded: {missingOf(figures).join(', ')}.{' '}
        <Link href={levelsHref(area.id)}>Crime and ASB beside other areas, with deprivation</Link>
      </p>
    </Card>
  )
}

function period({ from, to }: NonNullable<Figures['levels']>): string {
  return `${month(`${from}-01`)} to ${month(`${to}-01`)}`
}

/** `imd-decile`: "Imd decile"; what it is stands with its source. */
function indicatorWords(code: string): string {
  return capital(code.replaceAll('-', ' ').replace(/^imd\b/, 'Deprivation'))
}

function missingOf({ people, bands, indicators, levels }: Figures): string[] {
  return [
    people === null && 'residents',
    bands.length === 0 && 'ages',
    'households, ethnicity, languages, faith and disability by the census',
    indicators.length === 0 && 'deprivation of the area as a whole',
    levels === null && 'any month of crime and ASB',
  ].filter((words) => words !== false)
}
