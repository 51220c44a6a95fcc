import { addMonths, daysInMonth } from '#calculations/calendar/civil-month.ts'
import { negativeBinomialDraw } from '#calculations/random/distributions.ts'
import { createRandom } from '#calculations/random/random.ts'
import { MADE_UP_FORCES } from '../geography/populations.ts'
import { CATEGORIES } from '../occurrences/categories.ts'
import { CATEGORY_CODES, seasonFactor } from '../occurrences/expected-counts.ts'
import { londonDay } from '../occurrences/london-days.ts'
import { copyRows, type CopyValue } from './copy-rows.ts'
import type { Making } from './making.ts'
import { OCCURRENCE_COLUMNS } from './occurrences.ts'

/** People to whom the monthly figures of the categories belong, about. */
const PEOPLE_OF_THE_FORCE = 2_370_000
const CLUMPING = 200

/**
 * What two forces that do not exist published, so that there is something to compare with: rows known to the month, without
 * a place. Complete months only, as published data has it. Their ids are `firstId` and on.
 */
export async function storeComparison(making: Making, firstId: number): Promise<number> {
  return copyRows(making.client, making.digest, 'occurrence', OCCURRENCE_COLUMNS, comparisonRows(making, firstId))
}

function* comparisonRows({ months, seed, scale, frozenAt }: Making, firstId: number): Generator<readonly CopyValue[]> {
  let id = firstId
  for (const { publisher, people2016, crimeLevel } of MADE_UP_FORCES) {
    const random = createRandom(seed).split(publisher)
    for (const month of months.slice(0, -1)) {
      const from = new Date(londonDay(`${month}-01`).start)
      const to = new Date(londonDay(`${addMonths(month, 1)}-01`).start)
      const published = new Date(Math.min(to.getTime() + 20 * 86_400_000, frozenAt.getTime()))
      for (const category of CATEGORY_CODES) {
        const { kind, perMonth } = CATEGORIES[category]
        const level = (crimeLevel * people2016) / PEOPLE_OF_THE_FORCE
        const season = seasonFactor(category, Number(month.slice(5))) * (daysInMonth(month) / (365.25 / 12))
        const mean = perMonth * scale * level * season
        const row = [
          'demonstration',
          publisher,
          true,
          kind,
          category,
          from.toISOString(),
          to.toISOString(),
          'month',
          `${month}-01`,
          null,
          'none',
          'No location',
          null,
          null,
          'OFFICIAL',
          published.toISOString(),
        ]
        const count = negativeBinomialDraw(random.split(`${month} ${category}`), mean, CLUMPING)
        for (let i = 0; i < count; i++) yield [id++, ...row]
      }
    }
  }
}
