import { StateTag, type State } from '#ui/blocks/state-tag.tsx'
import { COLOURS, type Colour } from '../../rules/fnd01-colour.ts'
import { MEASURE_STATES, type MeasureState } from '../../rules/fnd07-linked-measure.ts'
import { FRESHNESS } from '../../queries/finding-model.ts'

const COLOUR_STATE = {
  red: 'not-held',
  amber: 'slipping',
  grey: 'too-few',
  green: 'holding',
} as const satisfies Record<Colour, State>

/** The colour of a finding: its shape and its words. */
export function ColourTag({ colour }: { readonly colour: Colour }) {
  return <StateTag state={COLOUR_STATE[colour]}>{COLOURS[colour]}</StateTag>
}

export function colourState(colour: Colour): State {
  return COLOUR_STATE[colour]
}

const MEASURE_STATE = {
  holding: 'holding',
  'not-yet': 'slipping',
  slipping: 'slipping',
  'not-held': 'not-held',
  'not-measurable': 'too-few',
} as const satisfies Record<MeasureState, State>

/** How a linked measure stands to its target. */
export function MeasureTag({ state }: { readonly state: MeasureState }) {
  return <StateTag state={MEASURE_STATE[state]}>{MEASURE_STATES[state]}</StateTag>
}

type Freshness = keyof typeof FRESHNESS

const FRESHNESS_STATE = {
  fresh: 'holding',
  ageing: 'slipping',
  stale: 'not-held',
  none: 'too-few',
} as const satisfies Record<Freshness, State>

export function FreshnessTag({ freshness }: { readonly freshness: Freshness }) {
  return <StateTag state={FRESHNESS_STATE[freshness]}>{FRESHNESS[freshness]}</StateTag>
}
