import { evaluate, type Evaluation } from '#calculations/evaluation/evaluation.ts'
import { harmChange } from '#calculations/evaluation/harm-change.ts'
import { refusePeriods, sameSeason } from '#calculations/evaluation/periods.ts'
import { type CivilDate, getCivilDate, monthOf } from '#calculations/calendar/civil-date.ts'
import { addMonths, type CivilMonth, monthsBetween, monthsFrom } from '#calculations/calendar/civil-month.ts'
import { dayNumberOf } from '#calculations/calendar/day-number.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { displacementWords, harmWords, relativeEffectWords, seriesWords, verdictOf } from '../rules/evaluation-words.ts'
import { firstDayOf, lastDayOf, type Times } from '../rules/pop17-times.ts'
import { type AreaMonth, countAreas, countOffences, type CountsWanted, type OffenceCount } from './evaluation-counts.ts'
import { coverageOf, firstCovered, ownRows, sourceOf } from './evaluation-data.ts'
import type { EvaluationDefinition, EvaluationFound, EvaluationResult } from './evaluation-model.ts'

/** The most months before the time before that are looked at: for the course, and for whether that time was a peak. */
const EARLIER_MONTHS = 36

type Group = 'treated' | 'comparison' | 'ring'

/**
 * What the counts show, from the rows that this reader may open: at most four statements. Refused, in words, where the times
 * cannot be compared or the data does not have them whole.
 */
export async function evaluatePlan(tx: Tx, definition: EvaluationDefinition): Promise<EvaluationFound> {
  const times = timesOf(definition)
  const own = await ownRows(tx)
  const before = monthOf(times.beforeFrom)
  const coverage = await coverageOf(tx, own, addMonths(before, -EARLIER_MONTHS))
  const source = sourceOf(coverage, times.beforeFrom, times.afterTo)
  if (source.kind === 'refused') return { kind: 'refused', words: source.words }
  const refusal = refusePeriods(...periodsOf(times), source.precision)
  if (refusal !== undefined) return { kind: 'refused', words: refusal.words }
  const ids = (group: Group) => definition[group].map(({ id }) => id)
  const wanted: CountsWanted = {
    ...times,
    publisher: own.publisher,
    precision: source.precision,
    categories: definition.categories,
    areas: [...ids('treated'), ...ids('comparison'), ...ids('ring')],
    firstMonth: firstCovered(source, before, EARLIER_MONTHS),
  }
  const counts = await countAreas(tx, wanted)
  const offences = source.precision === 'day' ? await countOffences(tx, { ...wanted, areas: beside(definition) }) : []
  return { kind: 'counted', result: resultOf(definition, wanted, counts, offences) }
}

function resultOf(
  definition: EvaluationDefinition,
  wanted: CountsWanted,
  counts: readonly AreaMonth[],
  offences: readonly OffenceCount[],
): EvaluationResult {
  const group = (name: Group) => groupOf(definition[name], counts)
  const treated = group('treated')
  const [comparison, ring] = [group('comparison'), group('ring')].map((one) => (one.areas.length === 0 ? null : one))
  const months = seriesOf(definition, wanted, counts)
  const found = evaluate({
    treated,
    comparison: comparison ?? undefined,
    ring: ring ?? undefined,
    months,
    from: monthOf(wanted.afterFrom),
    earlier: earlierOf(wanted, months),
  })
  const harm = harmOf(definition, offences)
  const expected = found.series.kind === 'refused' ? [] : found.series.months
  return {
    precision: wanted.precision,
    treated,
    comparison: comparison ?? null,
    ring: ring ?? null,
    verdict: verdictOf(found.effect),
    effect: relativeEffectWords(found.effect),
    displacement: displacementWords(found.displacement),
    series: seriesWords(found.series),
    ...harm,
    interval: found.effect.kind === 'refused' ? null : { value: found.effect.effect, ...found.effect.interval },
    cautions: cautionsOf(wanted, found, definition.comparison.length),
    months: months.map(({ month, count, comparison: elsewhere }, at) => ({
      month,
      treated: count,
      comparison: elsewhere,
      expected: expected[at]?.withoutAction ?? null,
    })),
  }
}

function groupOf(areas: EvaluationDefinition[Group], counts: readonly AreaMonth[]) {
  const rows = counts.filter(({ area }) => areas.some(({ id }) => id === area))
  const sum = (of: (row: AreaMonth) => number) => rows.reduce((total, row) => total + of(row), 0)
  return { before: sum((row) => row.before), after: sum((row) => row.after), areas: areas.map(({ name }) => name) }
}

/** Whole months only: a time that ends within a month leaves it out. */
function seriesOf(definition: EvaluationDefinition, wanted: CountsWanted, counts: readonly AreaMonth[]) {
  const ends = monthOf(wanted.afterTo)
  const last = lastDayOf(ends) === wanted.afterTo ? ends : addMonths(ends, -1)
  const events = (group: Group) => {
    const byMonth = new Map<string, number>()
    for (const { area, month, events: more } of counts)
      if (definition[group].some(({ id }) => id === area)) byMonth.set(month, (byMonth.get(month) ?? 0) + more)
    return (month: CivilMonth) => byMonth.get(month) ?? 0
  }
  const [treated, comparison] = [events('treated'), events('comparison')]
  return monthsBetween(wanted.firstMonth, last).map((month) => ({
    month,
    count: treated(month),
    comparison: comparison(month),
  }))
}

/** Counts of times before the time before, each as long, the latest first; none where that is not of whole months. */
function earlierOf(
  wanted: CountsWanted,
  months: readonly { readonly month: string; readonly count: number }[],
): number[] {
  const [first, last] = [monthOf(wanted.beforeFrom), monthOf(wanted.beforeTo)]
  if (firstDayOf(first) !== wanted.beforeFrom || lastDayOf(last) !== wanted.beforeTo) return []
  const length = monthsFrom(first, last) + 1
  const before = months.filter(({ month }) => month < first).map(({ count }) => count)
  const whole = Math.floor(before.length / length)
  return Array.from({ length: whole }, (_, at) =>
    before.slice(before.length - (at + 1) * length, before.length - at * length).reduce((sum, count) => sum + count, 0),
  )
}

function harmOf(
  definition: EvaluationDefinition,
  offences: readonly OffenceCount[],
): Pick<EvaluationResult, 'harm' | 'harmVerdict'> {
  const weights = new Map(offences.flatMap((one) => (one.days === null ? [] : [[offenceKey(one), one.days] as const])))
  if (weights.size === 0)
    return { harm: 'No crime counted here has a value of the Cambridge index.', harmVerdict: 'refused' }
  if (definition.comparison.length === 0) return { harm: 'Nowhere was chosen to compare with.', harmVerdict: 'refused' }
  const side = (areas: EvaluationDefinition[Group], of: 'before' | 'after') => {
    const found = new Map<string, number>()
    for (const one of offences)
      if (areas.some(({ id }) => id === one.area))
        found.set(offenceKey(one), (found.get(offenceKey(one)) ?? 0) + one[of])
    return found
  }
  const pair = (areas: EvaluationDefinition[Group]) => ({ before: side(areas, 'before'), after: side(areas, 'after') })
  const change = harmChange(pair(definition.treated), pair(definition.comparison), weights)
  if (change.kind === 'refused') return { harm: change.words, harmVerdict: 'refused' }
  return { harm: harmWords(change), harmVerdict: change.verdict }
}

function offenceKey({ offence, days }: OffenceCount): string {
  return days === null ? offence : `${offence} (${days} days each)`
}

/** More than this many times chance is said [default]. */
const VARIES = 1.5

function cautionsOf(wanted: CountsWanted, { peak, dispersion }: Evaluation, comparisons: number): string[] {
  return [
    !sameSeason(...periodsOf(wanted)) &&
      'The two times lie in other parts of the year: a season can pass for an effect where areas have other seasons.',
    peak.kind !== 'usual' && peak.words,
    dispersion > VARIES &&
      `The months before went apart from those elsewhere ${dispersion.toFixed(1)} times as much as by chance, so the interval is wider than counts alone would make it.`,
    comparisons === 1 && 'It is compared with one area only: what is special to that one counts in full.',
    wanted.precision === 'month' &&
      'These events are known by month, at points that were moved: those at a border may count for a neighbour.',
  ].filter((words) => words !== false)
}

export function periodsOf(times: Times) {
  const period = (from: CivilDate, to: CivilDate) => ({ first: dayNumberOf(from), last: dayNumberOf(to) })
  return [period(times.beforeFrom, times.beforeTo), period(times.afterFrom, times.afterTo)] as const
}

function timesOf({ beforeFrom, beforeTo, afterFrom, afterTo }: EvaluationDefinition): Times {
  return {
    beforeFrom: getCivilDate(beforeFrom),
    beforeTo: getCivilDate(beforeTo),
    afterFrom: getCivilDate(afterFrom),
    afterTo: getCivilDate(afterTo),
  }
}

function beside({ treated, comparison }: EvaluationDefinition): number[] {
  return [...treated, ...comparison].map(({ id }) => id)
}
