import { type CivilMonth, daysInMonth } from '#calculations/calendar/civil-month.ts'
import { weightedChoice } from '#calculations/random/choices.ts'
import { chanceDraw, exponentialDraw, negativeBinomialDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import { CATEGORIES, type Category, type CategoryCode } from './categories.ts'
import { CATEGORY_CODES, dayFactor, seasonFactor } from './expected-counts.ts'
import { HOUR_SHAPES } from './hours.ts'
import { type LondonDay, londonDays, momentOn } from './london-days.ts'
import { minuteOfHour, nearRepeats } from './moments.ts'
import type { OccurrenceRow } from './occurrence-row.ts'
import { outcomeSoFar } from './outcomes.ts'
import { storyFactor } from './stories.ts'
import type { WardStreets } from './ward-streets.ts'

export interface MonthPlan {
  readonly month: CivilMonth
  /** Months from this one to that of the as-of date. */
  readonly monthsBefore: number
  /** Nothing that ended, or became known, after this moment is in the data. */
  readonly knownBy: number
  /** 1 is the size of a real force of this kind. */
  readonly scale: number
  readonly shares: ReadonlyMap<CategoryCode, readonly number[]>
  readonly streets: readonly WardStreets[]
  readonly random: Random
}

/** Variance is mean + mean² / size: months differ a little more than by mere chance, as real ones do. */
const CLUMPING = 90
const ORDINARY_MONTH = 365.25 / 12
/** Of the occurrences of a crime, how many are handled more closely. */
const SENSITIVE = { 'violent-crime': 0.01 } as const satisfies Partial<Record<CategoryCode, number>>

/** What happened in one month, by time. Every ward and category draws from a generator of its own. */
export function monthOfOccurrences(plan: MonthPlan): OccurrenceRow[] {
  const days = londonDays(plan.month)
  const rows: OccurrenceRow[] = []
  for (const category of CATEGORY_CODES) {
    const clock = makeClock(days, category)
    const season = seasonFactor(category, Number(plan.month.slice(5)))
    const ofForce = CATEGORIES[category].perMonth * plan.scale * season * (daysInMonth(plan.month) / ORDINARY_MONTH)
    plan.streets.forEach((streets, ward) => {
      const share = plan.shares.get(category)?.[ward] ?? 0
      const mean = ofForce * share * storyFactor(streets.ward, category, plan.monthsBefore)
      const random = plan.random.split(`${category} ${streets.ward.code}`)
      const count = negativeBinomialDraw(random, mean, CLUMPING)
      rows.push(...wardRows(random, plan, streets, category, clock, count))
    })
  }
  return rows.filter((row) => row.knownAt <= plan.knownBy && row.to <= plan.knownBy).sort((a, b) => a.from - b.from)
}

function wardRows(
  random: Random,
  plan: MonthPlan,
  streets: WardStreets,
  category: CategoryCode,
  clock: MonthClock,
  count: number,
): OccurrenceRow[] {
  const starts = Array.from({ length: count }, () => ({
    at: clock.draw(random),
    point: streets.choose(random, category),
  }))
  const placed = category === 'burglary' ? nearRepeats(random, starts, streets, clock.end) : starts
  return placed.map(({ at, point }) => rowAt(random, plan, category, at, point))
}

function rowAt(random: Random, plan: MonthPlan, category: CategoryCode, from: number, point: number): OccurrenceRow {
  const { unseen, placeless }: Category = CATEGORIES[category]
  const minutes = chanceDraw(random, unseen) ? 45 + Math.floor(exponentialDraw(random, 300)) : 1
  const to = from + Math.min(minutes, 14 * 24 * 60) * 60_000
  // Most is reported within hours, some only after weeks.
  const delay = exponentialDraw(random, chanceDraw(random, 0.06) ? 20 * 1440 : 150)
  return {
    category,
    from,
    to,
    point: chanceDraw(random, placeless) ? null : point,
    outcome: outcomeSoFar(random, category, plan.knownBy - from),
    knownAt: to + Math.ceil(delay) * 60_000,
    sensitive: category === 'violent-crime' && chanceDraw(random, SENSITIVE[category]),
  }
}

interface MonthClock {
  readonly draw: (random: Random) => number
  /** The moment at which the next month begins. */
  readonly end: number
}

/** Draws moments of a month: the day, then the hour by its weekday, then the minute. */
function makeClock(days: readonly LondonDay[], category: CategoryCode): MonthClock {
  const shape = HOUR_SHAPES[CATEGORIES[category].hours]
  const chooseDay = weightedChoice(
    days.map((day) => [day, (shape.days[day.weekday - 1] ?? 1) * dayFactor(category, day.date)]),
  )
  const weekday = weightedChoice(shape.weekday.map((weight, hour) => [hour, weight]))
  const weekend = weightedChoice(shape.weekend.map((weight, hour) => [hour, weight]))
  const last = days.at(-1)
  return {
    end: last === undefined ? 0 : last.start + last.hours * 3_600_000,
    draw: (random) => {
      const day = chooseDay(random)
      const hour = day.weekday >= 6 ? weekend(random) : weekday(random)
      return momentOn(day, hour * 60 + minuteOfHour(random))
    },
  }
}
