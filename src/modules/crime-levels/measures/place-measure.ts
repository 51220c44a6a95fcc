import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { areasOfKind } from '#kernel/areas/areas.ts'
import type { Computed, Measure } from '#kernel/measures/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { areaMonths, wholeCounts, type Counting } from '../queries/counts.ts'
import { incidentsHref } from '../rules/addresses.ts'
import { categoriesOf } from '../rules/what.ts'
import { AVAILABLE_AFTER, coveredMonths, lastLoadedMonth } from './covered.ts'
import { rowIds } from './row-ids.ts'

const WHAT = 'crime'
const KIND = 'policing-area'

/** How good the data is: what no commander answers for, because nobody knows where it was. */
export const placeMeasure: Measure = {
  code: 'P1-PLACE',
  version: 1,
  name: 'Crimes in no policing area',
  definition:
    'The share of recorded crimes without a place, or with one outside every policing area. They are in the force’s figures and in no area’s, and no patrol plan rests on them.',
  numerator: 'Crimes of the month without a place, or whose point lies in no policing area.',
  denominator: 'All crimes of the month.',
  unknown: 'None: a crime without a place is what is counted.',
  unit: 'per cent',
  direction: 'lower',
  question: 'E1',
  source: 'Street-level data of data.police.uk; the force’s own records where there is none.',
  authority: 'This project',
  by: [],
  availableAfter: AVAILABLE_AFTER,
  lastMonth: lastLoadedMonth,
  compute: computePlaces,
  rowsAt: ({ month }) => incidentsHref({ what: WHAT, from: month, to: month, elsewhere: KIND }),
  population: (tx, month) => rowIds(tx, WHAT, month, { in: 'elsewhere', kind: KIND }),
}

async function computePlaces(tx: Tx, from: CivilMonth, to: CivilMonth): Promise<Computed> {
  const { loaded, months, sourceAt } = await coveredMonths(tx, from, to)
  const areas = await areasOfKind(tx, KIND)
  const [first, last] = [months[0], months.at(-1)]
  // Without policing areas there is nothing to lie outside of.
  if (areas.length === 0 || first === undefined || last === undefined) return { values: [], sourceAt }
  const { publisher, source } = loaded
  const counting: Counting = { publisher, source, categories: categoriesOf(WHAT) }
  const period = { from: first, to: last }
  const whole = await wholeCounts(tx, counting, period)
  const placed = await areaMonths(
    tx,
    counting,
    period,
    areas.map(({ id }) => id),
  )
  const values = months.map((month) => {
    const all = whole.find((row) => row.publisher === publisher && row.month === month)?.incidents ?? 0
    const inAreas = placed.filter((row) => row.month === month).reduce((sum, { incidents }) => sum + incidents, 0)
    const numerator = Math.max(0, all - inAreas)
    return { month, area: null, unit: null, numerator, denominator: all, unknown: 0 }
  })
  return { values, sourceAt }
}
