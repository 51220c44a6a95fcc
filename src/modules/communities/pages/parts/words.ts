import { CATEGORY_WORDS } from '#kernel/occurrences/crime-types.ts'
import { dayOf, shortDay, shortDayWithYear } from '#ui/words/dates.ts'
import { groupWords, ISSUE_CATEGORIES, wordsFor } from '../../rules/lists.ts'

/** "Young adults, 18 to 24; Faith communities". */
export function heardWords(groups: readonly string[]): string {
  return groups.map(groupWords).join('; ')
}

export function issueWords({ category, words }: { readonly category: string; readonly words: string }): string {
  const what = wordsFor(ISSUE_CATEGORIES, category)
  return words === '' ? what : `${what}: ${words}`
}

/** "Burglary"; the code itself where the list does not know it. */
export function happenedWords(category: string): string {
  return wordsFor(CATEGORY_WORDS, category)
}

/** "14 Nov"; with its year where that is not this one. */
export function dayWords(instant: string, now: Date): string {
  const on = dayOf(instant)
  return on.year === dayOf(now.toISOString()).year ? shortDay(on) : shortDayWithYear(on)
}

/** Said wherever people write down what somebody told them. */
export const NO_NAMES =
  'Groups and subjects, never names. What somebody says of a victim or a suspect goes into a crime or an intelligence report, not in here'
