import { percent } from '#ui/words/numbers.ts'
import { BANDS, bandOf } from '../rules/bands.ts'

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "All but certain, 99.97%"; of what a person proposed, that they did. */
export function sureWords(pair: { readonly weight: number | null; readonly probability: number | null }): string {
  const { words } = BANDS[bandOf(pair.weight)]
  return pair.probability === null ? words : `${words}, ${percent(pair.probability, pair.probability > 0.99 ? 2 : 0)}`
}

const SEX = { female: 'Female', male: 'Male', other: 'Other' } as const

export function sexWords(sex: keyof typeof SEX | null): string | null {
  return sex === null ? null : SEX[sex]
}
