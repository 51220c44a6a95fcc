export const DIRECTIONS = { 'at-least': 'at least', 'at-most': 'at most' } as const
export type Direction = keyof typeof DIRECTIONS

/**
 * FND07 What a linked measure says to a finding: how it stands to its target (MEA05), or that it cannot be computed yet. Only
 * `holding` is green; a measure that nothing can be computed of is never taken for one that is missed.
 */
export const MEASURE_STATES = {
  holding: 'holding',
  'not-yet': 'not for long enough yet',
  slipping: 'slipping',
  'not-held': 'not held',
  'not-measurable': 'not yet measurable',
} as const
export type MeasureState = keyof typeof MEASURE_STATES

/** A measure that is linked to a finding now; `words` is a sentence. */
export interface LinkedMeasure {
  readonly name: string
  readonly state: MeasureState
  readonly words: string
}

/**
 * FND07: the state of a linked measure. `values` are its monthly figures, null where one has none; `hold` is what MEA05 says
 * of them. Without one value it is not measurable, whatever the rule makes of an empty series.
 */
export function measureStateOf(
  values: readonly (number | null)[],
  hold: Exclude<MeasureState, 'not-measurable'>,
): MeasureState {
  return values.some((value) => value !== null) ? hold : 'not-measurable'
}
