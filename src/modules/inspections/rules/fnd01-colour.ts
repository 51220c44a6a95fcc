import { daysFrom, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { InspectorateStatus } from './fnd05-inspectorate.ts'
import type { LinkedMeasure } from './fnd07-linked-measure.ts'

/** The colours of a finding, with the words that stand beside the shape. */
export const COLOURS = {
  red: 'overdue or stale',
  amber: 'not shown to hold',
  grey: 'not yet measurable',
  green: 'holding',
} as const
export type Colour = keyof typeof COLOURS

export type Freshness = 'fresh' | 'ageing' | 'stale' | 'none'

export interface ColourFacts {
  /** Every measure that is linked to it now, with what it says of itself. */
  readonly measures: readonly LinkedMeasure[]
  /** Of the freshest evidence. */
  readonly evidence: Freshness
  readonly due: CivilDate | null
  readonly inspectorate: InspectorateStatus
  /** There is a claim that the measures bore out, and nobody has taken it back. */
  readonly claimHeld: boolean
}

export interface ColourRead {
  readonly colour: Colour
  /** Everything that keeps it from green, the worst first; what bears green out, where it is green. */
  readonly reasons: readonly string[]
}

/**
 * FND01 Colour follows from measures, evidence and date; nobody sets it. Green only while every linked measure has held its
 * target for its months and the evidence is fresh. Red when the evidence is stale, or the date has passed and it is neither
 * complete to the inspectorate nor claimed with measures that held. Grey ("not yet measurable") where no linked measure can
 * be computed, or none is linked. Amber otherwise.
 *
 * One measure that holds, fresh evidence, no date: green. The same with ageing evidence: amber. The same with no measure:
 * grey. Due yesterday with nothing claimed: red, whatever else.
 */
export function colourOf(facts: ColourFacts, today: CivilDate): ColourRead {
  const red = [...overdue(facts, today), ...(facts.evidence === 'stale' ? ['The evidence is stale.'] : [])]
  const measurable = facts.measures.filter(({ state }) => state !== 'not-measurable')
  const grey = measurable.length > 0 ? [] : [notMeasurable(facts)]
  const amber = [
    ...facts.measures
      .filter(({ state }) => state !== 'holding' && (measurable.length > 0 || state !== 'not-measurable'))
      .map(measureWords),
    ...(facts.evidence === 'ageing' ? ['The evidence is ageing.'] : []),
    ...(facts.evidence === 'none' ? ['There is no evidence yet.'] : []),
  ]
  const reasons = [...red, ...grey, ...amber]
  if (red.length > 0) return { colour: 'red', reasons }
  if (grey.length > 0) return { colour: 'grey', reasons }
  if (amber.length > 0) return { colour: 'amber', reasons }
  return {
    colour: 'green',
    reasons: [...facts.measures.map(measureWords), 'The evidence is fresh.'],
  }
}

function measureWords({ name, words }: LinkedMeasure): string {
  return `${name}: ${words}`
}

function notMeasurable({ measures }: ColourFacts): string {
  return measures.length === 0 ? 'No measure is linked yet.' : 'No linked measure can be computed yet.'
}

function overdue({ due, inspectorate, claimHeld }: ColourFacts, today: CivilDate): readonly string[] {
  if (due === null || due >= today || inspectorate === 'complete' || claimHeld) return []
  const days = daysFrom(due, today)
  return [`It was due ${days === 1 ? 'yesterday' : `${days} days ago`}.`]
}
