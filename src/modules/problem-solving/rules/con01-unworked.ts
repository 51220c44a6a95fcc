import type { ProblemType } from '../reference/lists.ts'

/** A pattern that waits for a decision, and of which sort a plan on it would be; a sort on which an open plan works in an area. */
export interface Waiting {
  readonly id: string
  readonly area: number
  readonly type: ProblemType
  readonly rows: number
}
export interface Worked {
  readonly area: number
  readonly type: string
}

export interface Unworked<W extends Waiting> {
  readonly area: number
  readonly waiting: number
  /** Those of a sort that no open plan of the area works on, the one with most rows first. */
  readonly unworked: readonly W[]
}

/**
 * CON01 Where what happens shows a pattern and nobody works on it: of the patterns of an area that wait for a decision, those of
 * a sort that no open plan of the same area is of. Areas with most of them first; areas without any are left out. [default]
 *
 * Two of burglary and one of damage, an open plan on burglary: one unworked. An open plan on damage next door: still one.
 */
export function unworkedIn<W extends Waiting>(
  waiting: readonly W[],
  worked: readonly Worked[],
): readonly Unworked<W>[] {
  const areas = [...new Set(waiting.map(({ area }) => area))]
  return areas
    .map((area) => {
      const here = waiting.filter((one) => one.area === area)
      const unworked = here
        .filter(({ type }) => !worked.some((plan) => plan.area === area && plan.type === type))
        .toSorted((one, other) => other.rows - one.rows)
      return { area, waiting: here.length, unworked }
    })
    .filter(({ unworked }) => unworked.length > 0)
    .toSorted((one, other) => other.unworked.length - one.unworked.length || one.area - other.area)
}
