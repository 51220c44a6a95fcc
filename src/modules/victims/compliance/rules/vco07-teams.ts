import { grouped } from '#calculations/grouping/grouped.ts'
import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Withheld } from '#kernel/measures/rules/mea03-small-numbers.ts'

/** What the measure shows of a team in a month. */
export interface TeamMonth {
  /** Null: what lies in no team of the table. */
  readonly id: number | null
  readonly month: CivilMonth
  readonly numerator: number | null
  readonly denominator: number | null
}

export interface Team {
  readonly id: number | null
  readonly inTime: number | Withheld
  readonly owed: number | Withheld
}

/** VCO-07: each team over the months: the sum of what is shown of it, and withheld where a month withholds. */
export function teamsOver(given: readonly TeamMonth[], months: readonly CivilMonth[]): readonly Team[] {
  const within = given.filter(({ month }) => months.includes(month))
  return [...grouped(within, ({ id }) => id)].map(([id, own]) => {
    const sum = (of: 'numerator' | 'denominator') =>
      own.reduce<number | Withheld>((total, one) => {
        const count = one[of]
        return typeof total === 'number' && count !== null ? total + count : 'withheld'
      }, 0)
    const [inTime, owed] = [sum('numerator'), sum('denominator')]
    const isWithheld = typeof inTime === 'string' || typeof owed === 'string'
    return isWithheld ? { id, inTime: 'withheld', owed: 'withheld' } : { id, inTime, owed }
  })
}
