/** One source's word on a person. A civil date, and how well it is known. */
export interface SourceWord {
  readonly party: number
  readonly birthDate: string | null
  readonly birthPrecision: 'day' | 'month' | 'year' | 'about' | null
  readonly sex: string | null
  readonly diedOn: string | null
}

export interface Difference {
  readonly what: 'date of birth' | 'sex' | 'date of death'
  /** Each value once, in the order of the sources, with the parties that say so. */
  readonly values: readonly { readonly value: string; readonly parties: readonly number[] }[]
}

/**
 * PTY01 Where the sources of one identity differ, it says so and shows each; it does not choose. A date that is only known to
 * the year or the month does not differ from one within it; "about" differs by more than two years.
 *
 * 2 March 1990 and 3 February 1990: differ. 2 March 1990 and "1990": do not. About 1988 and 2 March 1990: do not.
 */
export function differences(words: readonly SourceWord[]): readonly Difference[] {
  const births = words.flatMap((word) => (word.birthDate === null ? [] : [{ ...word, birthDate: word.birthDate }]))
  const clash = births.some((one, at) => births.slice(at + 1).some((other) => !mayBeSameDay(one, other)))
  return [
    ...(clash ? [{ what: 'date of birth' as const, values: valuesOf(births, (word) => word.birthDate) }] : []),
    ...(['sex', 'diedOn'] as const).flatMap((key) => {
      const values = valuesOf(words, (word) => word[key])
      return values.length < 2 ? [] : [{ what: key === 'sex' ? ('sex' as const) : ('date of death' as const), values }]
    }),
  ]
}

type Birth = SourceWord & { readonly birthDate: string }

function mayBeSameDay(one: Birth, other: Birth): boolean {
  if (one.birthPrecision === 'about' || other.birthPrecision === 'about')
    return Math.abs(yearOf(one.birthDate) - yearOf(other.birthDate)) <= 2
  const length = Math.min(known(one), known(other))
  return one.birthDate.slice(0, length) === other.birthDate.slice(0, length)
}

/** How much of `1990-03-02` is known. */
function known({ birthPrecision }: Birth): number {
  return birthPrecision === 'year' ? 4 : birthPrecision === 'month' ? 7 : 10
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

function valuesOf<Word extends SourceWord>(words: readonly Word[], of: (word: Word) => string | null) {
  const values = new Map<string, number[]>()
  for (const word of words) {
    const value = of(word)
    if (value !== null) values.set(value, [...(values.get(value) ?? []), word.party])
  }
  return [...values].map(([value, parties]) => ({ value, parties }))
}
