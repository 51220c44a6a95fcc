import type { Content } from '../govuk/options.ts'

export type State = 'holding' | 'slipping' | 'not-held' | 'too-few'

/** Each state with its word and its own shape, so that it is told without colour. */
const states = {
  holding: { word: 'holding', shape: <circle cx="5" cy="5" r="4" /> },
  slipping: { word: 'slipping', shape: <path d="M5 0.8 9.6 9.2H0.4Z" /> },
  'not-held': { word: 'not held', shape: <path d="M5 0 10 5 5 10 0 5Z" /> },
  'too-few': { word: 'too few to tell', shape: <path d="M0.5 3.8H9.5V6.2H0.5Z" /> },
} as const satisfies Record<State, object>

export interface StateTagProps {
  readonly state: State
  /** In place of the state's own word: "visit today". */
  readonly children?: Content
}

/** Whether something is held: a word with a shape. */
export function StateTag({ state, children }: StateTagProps) {
  const { word, shape } = states[state]
  return (
    <span class={`fp-state fp-state--${state}`}>
      <svg class="fp-state__shape" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
        {shape}
      </svg>
      <span>{children ?? word}</span>
    </span>
  )
}
