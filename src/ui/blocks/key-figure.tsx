import { classNames, type Content } from '../govuk/options.ts'
import type { State } from './state-tag.tsx'

export interface KeyFigureProps {
  /** Made with `#ui/words/numbers.ts`. Left out: "no evidence yet". */
  readonly value?: string | undefined
  readonly label: Content
  /** What it is set against: "of 48 h", "target 80%". */
  readonly against?: Content
  /** Colours the value; say the state in words as well. */
  readonly state?: State | undefined
  /** The number of a card that has one only: set large, its words beneath. */
  readonly large?: boolean | undefined
  /** Opens the rows behind the number. */
  readonly href?: string | undefined
}

/** One number, with what it counts. */
export function KeyFigure({ value, label, against, state, large, href }: KeyFigureProps) {
  const words = value ?? 'no evidence yet'
  return (
    <p class={classNames('fp-figure', large && 'fp-figure--large')}>
      <strong
        class={classNames(
          'fp-figure__value',
          value === undefined && 'fp-figure__value--none',
          state && `fp-figure__value--${state}`,
        )}
      >
        {href ? <a href={href}>{words}</a> : words}
      </strong>{' '}
      {against && <span class="fp-figure__against">{against} </span>}
      <span class="fp-figure__label">{label}</span>
    </p>
  )
}
