import { refused, type Refused } from '#calculations/refusals/refused.ts'
import { type BeforeAfter, withoutNoughts } from './counts.ts'
import { FEWEST_BEFORE, type NoComparison, noComparison, type TooFewBefore, tooFewBefore } from './not-evaluable.ts'

export type Displacement = {
  readonly kind: 'estimated'
  readonly quotient: number
  /**
   * `wider`: the ring gained more than the treated area; `shared`: some of the gain; `neither`; `displaced`: events
   * moved, fewer than were gained; `worse`: more moved than were gained.
   */
  readonly reading: 'wider' | 'shared' | 'neither' | 'displaced' | 'worse'
  readonly halvesAdded: boolean
}

/**
 * Whether events moved into the ring around the treated area, or the gain spread into it: the weighted displacement
 * quotient, ((Da/Ca) - (Db/Cb)) / ((Ta/Ca) - (Tb/Cb)). It has no interval: it is said beside the effect's.
 *
 * Not worked out where the treated area did not fall, by itself and beside the comparison: there is then no gain to
 * be moved. Source: K. J. Bowers and S. D. Johnson, Journal of Quantitative Criminology 19 (2003) 275-301 [from
 * knowledge].
 */
export function weightedDisplacement(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  ring: BeforeAfter,
): Displacement | TooFewBefore | NoComparison | Refused<'not-fallen'> {
  if (treated.before < FEWEST_BEFORE) return tooFewBefore(treated.before)
  if (comparison.before + comparison.after === 0) return noComparison()
  const { cells, halvesAdded } = withoutNoughts([treated, comparison, ring])
  const [t = treated, c = comparison, d = ring] = cells
  const gain = t.after / c.after - t.before / c.before
  if (treated.after >= treated.before || gain >= 0) {
    return refused('not-fallen', 'The treated area did not fall, so there is no gain that could have moved or spread.')
  }
  const quotient = (d.after / c.after - d.before / c.before) / gain
  return { kind: 'estimated', quotient, reading: readingOf(quotient), halvesAdded }
}

function readingOf(quotient: number): Displacement['reading'] {
  if (quotient > 1) return 'wider'
  if (quotient > 0) return 'shared'
  if (quotient === 0) return 'neither'
  return quotient >= -1 ? 'displaced' : 'worse'
}
