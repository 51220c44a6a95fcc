import type { Step } from '#calculations/ranks/five-steps.ts'
import type { JSX } from 'preact'

type MapShapeProps = {
  /** Path data in half pixels. */
  data: string
  /** Undefined: nothing to show here (no residents, too few to publish). */
  step: Step | undefined
  /** Name and value, shown by the mouse. */
  words: string
  href?: string | undefined
}

/** One area or cell of a map, shaded by its step. */
export function MapShape({ data, step, words, href }: MapShapeProps): JSX.Element {
  const shape = (
    <path class={step === undefined ? 'map-none' : `map-step-${step}`} d={data}>
      <title>{words}</title>
    </path>
  )
  return href === undefined ? (
    shape
  ) : (
    <a href={href} tabindex={-1}>
      {shape}
    </a>
  )
}
