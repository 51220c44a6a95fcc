import { formatMonths } from '#calculations/calendar/civil-month.ts'
import type { LevelModel, Shown } from '../queries/model.ts'
import { SOURCE_WORDS } from '../rules/precision-words.ts'
import { peopleWords } from './words.ts'

interface HowCountedProps {
  readonly shown: Shown
  /** Whose people are named. */
  readonly level?: LevelModel
  readonly children?: preact.ComponentChildren
}

/** Source, months, denominator, what is left out: the same words under every figure, and what is its own. */
export function HowCounted({ shown, level, children }: HowCountedProps) {
  return (
    <>
      {children}
      <p>
        Counted: {SOURCE_WORDS[shown.source]},{' '}
        {shown.counted.length === 0 ? 'no month of the period' : formatMonths(shown.counted)}. A crime counts in the
        month in which it was recorded there. Anti-social behaviour is no crime and is counted by itself.
      </p>
      {level && (
        <p>
          Rates are per 1,000 residents a year: {peopleWords(level)}. People who come in to work, shop or visit are not
          residents, so town centres stand high. Intervals are 95%: exact below ten, Byar’s from ten.
        </p>
      )}
      <p>Rows without a place count for the force, and for no area in it.</p>
    </>
  )
}
