import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { DECIMALS, valueWords } from '#kernel/measures/words.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { COLOURS, FINDINGS, withFilters, type Colour } from '#modules/inspections/index.ts'
import { chartOf, measureHref } from '#modules/measures/index.ts'
import { keysOf } from '#platform/edge.ts'
import { StateTag, type State } from '#ui/blocks/state-tag.tsx'
import { SmallControlChart } from '#ui/charts/control-chart-small.tsx'
import { age } from '#ui/words/dates.ts'
import { count } from '#ui/words/numbers.ts'
import type { MeasureLine } from '../../facts/measure-lines.ts'
import type { QuestionStanding } from '../../facts/question-standing.ts'

type Graded = Pick<QuestionStanding, 'theirs' | 'ours' | 'gradable'>

/** "Good", "not graded", "not inspected yet". */
export function theirGrade({ theirs, gradable }: Graded): string {
  if (theirs === null) return 'not inspected yet'
  return theirs.grade ?? (gradable ? 'no grade given' : 'not graded')
}

/** "Good", "judged, no grade", "not judged yet". */
export function ourGrade({ ours }: Graded): string {
  if (ours === null) return 'not judged yet'
  return ours.grade ?? 'judged, no grade'
}

/** Both grades, each with whose it is: they are never one. */
export function Grades({ of }: { readonly of: Graded }) {
  const { theirs, ours } = of
  return (
    <dl class="fp-pairs">
      <dt>Ours</dt>
      <dd>
        <strong>{ourGrade(of)}</strong>
        {ours !== null && <span class="fp-second">{ours.by}</span>}
      </dd>
      <dt>Theirs</dt>
      <dd>
        <strong>{theirGrade(of)}</strong>
        {theirs !== null && (
          <span class="fp-second">
            {theirs.year}
            {theirs.carriedOverFrom !== null && `, carried over from ${theirs.carriedOverFrom}`}
          </span>
        )}
      </dd>
    </dl>
  )
}

/** The latest figure in words: "12.3%", "withheld", "no evidence yet". */
export function latestWords({ unit, figures }: Pick<MeasureLine, 'unit' | 'figures'>): string {
  const last = figures.at(-1)
  if (last === undefined) return 'no evidence yet'
  return last.value === null ? 'no value' : valueWords(unit, last.value)
}

interface MeasuresProps {
  readonly measures: readonly MeasureLine[]
  /** Makes the ids of the charts unique on the page. */
  readonly prefix: string
}

/** Each measure with its latest figure and a small control chart. */
export function MeasureStrip({ measures, prefix }: MeasuresProps) {
  if (measures.length === 0) return <span class="fp-soft">no measure speaks to it yet</span>
  return (
    <ul class="fp-strip">
      {measures.map((measure) => (
        <li class="fp-strip__line">
          <span>
            <Link href={measureHref(measure.code)}>{measure.name}</Link>
            <span class="fp-second">
              <strong>{latestWords(measure)}</strong>
              {measure.figures.length > 0 && `, ${lastMonth(measure)}`}
              {measure.late !== null && ', late'}
            </span>
          </span>
          {measure.figures.length > 0 && (
            <SmallControlChart
              id={`${prefix}-${measure.code}`}
              title={measure.name}
              chart={chartOf(measure.unit, measure.figures)}
              decimals={DECIMALS[measure.unit]}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

export function lastMonth({ figures }: Pick<MeasureLine, 'figures'>): string {
  const last = figures.at(-1)
  return last === undefined ? 'no month yet' : formatMonth(last.month)
}

const COLOUR_STATE = {
  red: 'not-held',
  amber: 'slipping',
  grey: 'too-few',
  green: 'holding',
} as const satisfies Record<Colour, State>

/** How many findings stand how, the worst first; each number opens its rows. */
export function ColourCounts({ code, standing }: Pick<QuestionStanding, 'code' | 'standing'>) {
  const there = keysOf(COLOURS).filter((colour) => (standing[colour] ?? 0) > 0)
  if (there.length === 0) return <span class="fp-soft">none</span>
  return (
    <ul class="fp-counts">
      {there.map((colour) => (
        <li>
          <StateTag state={COLOUR_STATE[colour]}>
            <a href={withFilters(FINDINGS, { question: code, colour })}>
              {count(standing[colour] ?? 0)} {COLOURS[colour]}
            </a>
          </StateTag>
        </li>
      ))}
    </ul>
  )
}

/** How fresh what stands behind a question is. */
export function Freshness({ evidence, today }: Pick<QuestionStanding, 'evidence'> & { readonly today: string }) {
  const { fresh, ageing, stale, newest } = evidence
  if (newest === null) return <StateTag state="too-few">none yet</StateTag>
  const state = fresh > 0 ? 'holding' : ageing > 0 ? 'slipping' : 'not-held'
  const words = fresh > 0 ? `${count(fresh)} fresh` : ageing > 0 ? `${count(ageing)} ageing` : `${count(stale)} stale`
  const others = [
    ...(fresh > 0 && ageing > 0 ? [`${count(ageing)} ageing`] : []),
    ...(fresh + ageing > 0 && stale > 0 ? [`${count(stale)} stale`] : []),
  ]
  return (
    <>
      <StateTag state={state}>{words}</StateTag>
      <span class="fp-second">{[`newest ${ageWords(newest, today)}`, ...others].join(', ')}</span>
    </>
  )
}

/** "of today", "2 days old". */
export function ageWords(day: string, today: string): string {
  if (day >= today) return 'of today'
  return `${age(day, today)} old`
}
