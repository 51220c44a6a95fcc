import { isCivilDate } from '#calculations/calendar/civil-date.ts'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { percent } from '#ui/words/numbers.ts'
import { BANDS, bandOf } from '../rules/bands.ts'

/** No figure claims to be certain. */
const MOST_SAID = 0.9999

/** "All but certain, 99.97%"; of what a person proposed, that they did. */
export function sureWords(pair: { readonly weight: number | null; readonly probability: number | null }): string {
  const { words } = BANDS[bandOf(pair.weight)]
  if (pair.probability === null) return words
  if (pair.probability > MOST_SAID) return `${words}, more than ${percent(MOST_SAID, 2)}`
  return `${words}, ${percent(pair.probability, pair.probability > 0.99 ? 2 : 0)}`
}

/** What was compared, as people write it: the matcher has dates as `19900302`. */
export function comparedWords(text: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? []
  const date = `${year}-${month}-${day}`
  if (isCivilDate(date)) return shortDayWithYear(date)
  return text === '' ? 'not known' : text
}

const SEX = { female: 'Female', male: 'Male', other: 'Other' } as const

export function sexWords(sex: keyof typeof SEX | null): string | null {
  return sex === null ? null : SEX[sex]
}
