import { addMonths, type CivilMonth, formatMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { percent, plural } from '#ui/words/numbers.ts'
import type { MeasureUnit } from '../define.ts'
import { valueWords } from '../words.ts'
import { unknownShare } from './mea01-value.ts'

/** What a measure is to keep to, and for how long, to count as holding. */
export interface Target {
  readonly value: number
  readonly direction: 'at-least' | 'at-most'
  /** Whole months on end. */
  readonly months: number
}

/**
 * `holding`: every one of the last months keeps to it. `slipping`: one does not, and it held right before that. `not-held`:
 * one does not. `not-yet`: none fails, and it cannot be said to hold: a month is missing, has no value, or too much of it is
 * unknown, or the measure is late.
 */
export type HoldState = 'holding' | 'slipping' | 'not-held' | 'not-yet'

export interface Hold {
  readonly state: HoldState
  /** How many months on end, up to the last, keep to the target. */
  readonly monthsOnEnd: number
  /** Why, in a sentence. */
  readonly words: string
}

/** A month's figure as the rule looks at it; null where it is withheld. */
export interface HeldFigure {
  readonly month: CivilMonth
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly unknown: number | null
}

export interface HeldSeries {
  readonly unit: MeasureUnit
  /** In order of time. */
  readonly figures: readonly HeldFigure[]
  /** Why the measure is late (MEA04), or null. */
  readonly late: string | null
}

/** More than this share unknown, and a figure shows nothing to hold. This project's own default. */
export const MOST_UNKNOWN = 0.2

/** MEA05: how a measure stands to a target over the last whole months that there are figures of. */
export function holdOf(series: HeldSeries, target: Target): Hold {
  const last = series.figures.at(-1)?.month
  if (last === undefined) return { state: 'not-yet', monthsOnEnd: 0, words: 'Nothing has been measured yet.' }
  const byMonth = new Map(series.figures.map((figure) => [figure.month, figure]))
  const asked = monthsBetween(addMonths(last, 1 - target.months), last)
  const keeps = (month: CivilMonth): boolean => meets(byMonth.get(month), target) === true
  const monthsOnEnd = countBack(series.figures, target)
  const missed = asked.find((month) => meets(byMonth.get(month), target) === false)
  const goal = `${target.direction === 'at-least' ? 'at least' : 'at most'} ${valueWords(series.unit, target.value)}`
  if (missed !== undefined) {
    const before = monthsBetween(addMonths(missed, -target.months), addMonths(missed, -1))
    const held = before.every(keeps)
    const value = byMonth.get(missed)?.value ?? 0
    return {
      state: held ? 'slipping' : 'not-held',
      monthsOnEnd,
      words: `${formatMonth(missed)} was ${valueWords(series.unit, value)}, and ${goal} is wanted${held ? '; it held before that' : ''}.`,
    }
  }
  const doubt = doubtOf(series, asked, byMonth)
  if (doubt !== null) return { state: 'not-yet', monthsOnEnd, words: doubt }
  return { state: 'holding', monthsOnEnd, words: `It has been ${goal} for ${plural(monthsOnEnd, 'month')} on end.` }
}

/** Whether the figure keeps to the target; null where there is none to tell by. */
function meets(figure: HeldFigure | undefined, { value, direction }: Target): boolean | null {
  if (figure === undefined || figure.value === null) return null
  return direction === 'at-least' ? figure.value >= value : figure.value <= value
}

function doubtOf(
  { unit, late }: HeldSeries,
  asked: readonly CivilMonth[],
  byMonth: ReadonlyMap<CivilMonth, HeldFigure>,
): string | null {
  const there = asked.filter((month) => byMonth.has(month))
  if (there.length < asked.length)
    return `Of the ${asked.length} months on end that it must hold, ${there.length === 1 ? 'one is' : `${there.length} are`} there.`
  for (const month of asked) {
    const figure = byMonth.get(month)
    if (figure === undefined || figure.value === null) return `${formatMonth(month)} has no value.`
    const { numerator, denominator, unknown } = figure
    const share = numerator === null || unknown === null ? 1 : unknownShare(unit, { numerator, denominator, unknown })
    if (share > MOST_UNKNOWN) return `Of ${formatMonth(month)} ${percent(share)} is unknown, which is too much to tell.`
  }
  return late
}

function countBack(figures: readonly HeldFigure[], target: Target): number {
  let months = 0
  let expected = figures.at(-1)?.month
  for (const figure of figures.toReversed()) {
    if (figure.month !== expected || meets(figure, target) !== true) break
    months++
    expected = addMonths(figure.month, -1)
  }
  return months
}
