import { withholdSmall, type Withheld } from '#kernel/measures/rules/mea03-small-numbers.ts'
import { addUp, howKept, medianLateness, owedOf, type HowKept, type Tally } from './vco02-tally.ts'

/** A count as it may be shown. */
export type Count = number | Withheld

/** How a part was kept, as it may be shown. */
export interface Cell {
  readonly inTime: Count
  readonly owed: Count
  readonly late: Count
  readonly waived: Count
  readonly overdue: Count
  readonly unknown: Count
  /** In working days; null where none was met late, or too few to say. */
  readonly medianLate: number | null
  readonly kept: HowKept | 'withheld'
}

/** As it is, for a reader who may open what is behind it. */
export function openCell(tally: Tally): Cell {
  const { inTime, late, waived, overdue, unknown } = tally
  return {
    inTime,
    owed: owedOf(tally),
    late,
    waived,
    overdue,
    unknown,
    medianLate: medianLateness(tally),
    kept: howKept(tally),
  }
}

/**
 * VCO-04: the parts of a whole whose own numbers are shown, small numbers withheld as MEA03 does: what was met in time and what was
 * owed, and the unknown each down their column; late, waived and overdue within each part, where they are the rest of it. Those
 * three have no sum over the parts, so that none follows from the others.
 */
export function publishCells(tallies: readonly Tally[]): readonly Cell[] {
  const shares = withholdSmall(
    'per cent',
    tallies.map((tally) => ({ numerator: tally.inTime, denominator: owedOf(tally) })),
  )
  const unknowns = withholdSmall(
    'count',
    tallies.map(({ unknown }) => ({ numerator: unknown, denominator: null })),
  )
  return tallies.map((tally, i) => {
    const share = shares[i] ?? WITHHELD
    const unknown = (unknowns[i] ?? WITHHELD).numerator ?? tally.unknown
    const isWithheld = share.numerator !== null || share.denominator !== null
    const { inTime } = tally
    const owed = owedOf(tally)
    if (isWithheld)
      return {
        late: 'withheld',
        waived: 'withheld',
        overdue: 'withheld',
        unknown,
        inTime: share.numerator ?? inTime,
        owed: share.denominator ?? owed,
        medianLate: null,
        kept: 'withheld',
      }
    const [late, waived, overdue] = restOf(tally)
    return {
      inTime,
      owed,
      late,
      waived,
      overdue,
      unknown,
      medianLate: typeof late === 'number' ? medianLateness(tally) : null,
      kept: howKept(tally),
    }
  })
}

const WITHHELD = { numerator: 'withheld', denominator: 'withheld' } as const

function restOf({ late, waived, overdue }: Tally): readonly [Count, Count, Count] {
  const shown = withholdSmall(
    'count',
    [late, waived, overdue].map((numerator) => ({ numerator, denominator: null })),
  )
  const at = (i: number, count: number): Count => (shown[i] ?? WITHHELD).numerator ?? count
  return [at(0, late), at(1, waived), at(2, overdue)]
}

/**
 * The same over several months: the sum of what each month shows, and withheld where any month withholds, so that it tells no more
 * than the months do. The middle of lateness is of the months together, where every month shows how many were late.
 */
export function addMonthsUp(months: readonly { readonly tally: Tally; readonly cell: Cell }[]): Cell {
  const add = (of: 'inTime' | 'owed' | 'late' | 'waived' | 'overdue' | 'unknown'): Count =>
    months.reduce<Count>((sum, { cell }) => {
      const count = cell[of]
      return typeof sum === 'number' && typeof count === 'number' ? sum + count : 'withheld'
    }, 0)
  const [inTime, owed, late, unknown] = [add('inTime'), add('owed'), add('late'), add('unknown')]
  const lateness = addUp(months.map(({ tally }) => tally.lateness))
  const isWithheld = typeof inTime === 'string' || typeof owed === 'string' || typeof unknown === 'string'
  return {
    inTime,
    owed,
    late,
    waived: add('waived'),
    overdue: add('overdue'),
    unknown,
    medianLate: typeof late === 'number' ? medianLateness({ lateness }) : null,
    kept: isWithheld ? 'withheld' : keptOf(inTime, owed, unknown),
  }
}

function keptOf(inTime: number, owed: number, unknown: number): HowKept {
  return howKept({ inTime, late: owed - inTime, waived: 0, overdue: 0, unknown, lateness: [] })
}
