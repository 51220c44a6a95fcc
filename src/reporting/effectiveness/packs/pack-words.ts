import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { valueWords } from '#kernel/measures/words.ts'
import { age, dayOf, timeAndDay } from '#ui/words/dates.ts'
import { count, decimal } from '#ui/words/numbers.ts'
import type { PackContent, PackedMeasure, PackedQuestion } from './pack-content.ts'

/** The words of a pack, the same on paper and in a word processor. Pure. */

/** "Made by PS Ellis, Sergeant, at PS Ellis’s clearance (OFFICIAL-SENSITIVE). Frozen at 14:45, Monday 23 November 2026." */
export function madeWords({ madeBy, frozenAt }: PackContent): string {
  const post = madeBy.post === '' ? '' : `, ${madeBy.post}`
  return `Made by ${madeBy.name}${post}, at ${madeBy.name}’s clearance (${madeBy.clearance}). ${frozenWords(frozenAt)}`
}

export function frozenWords(frozenAt: string): string {
  return `Frozen at ${timeAndDay(frozenAt)} ${dayOf(frozenAt).year}.`
}

/** What a pack is and is not, said on its first page. */
export const PACK_TERMS = [
  'It holds what its maker may read, and nothing of any closed compartment. A figure in it is the one that was frozen, however often the measure is computed again.',
  'Grades are judgements of named people. Nothing here is computed into a grade.',
] as const

export function theirWords({ theirs, gradable }: Pick<PackedQuestion, 'theirs' | 'gradable'>): string {
  if (theirs === null) return 'Not inspected yet, or the report is not here.'
  const carried = theirs.carriedOverFrom === null ? '' : `, carried over from ${theirs.carriedOverFrom}`
  return `${theirs.grade ?? (gradable ? 'No grade given' : 'Not graded')} (${theirs.year}${carried})`
}

export function ourWords({ code, judgements }: Pick<PackedQuestion, 'code' | 'judgements'>): string {
  const ours = judgements.find(({ question }) => question === code)
  return ours === undefined ? 'Not judged yet.' : `${ours.grade ?? 'No grade'}, ${ours.by}`
}

/** "12.3% in May 2026: 123 of 1,000, 12 unknown." */
export function frozenFigure({ unit, figures }: Pick<PackedMeasure, 'unit' | 'figures'>): string {
  const last = figures.at(-1)
  if (last === undefined) return 'No evidence yet: nothing has been computed.'
  const value = last.value === null ? 'No value' : valueWords(unit, last.value)
  return `${value} in ${formatMonth(last.month)}: ${figureParts(last)}.`
}

/** "123 of 1,000, 12 unknown" */
export function figureParts(figure: PackedMeasure['figures'][number]): string {
  const number = (value: number | null): string =>
    value === null ? 'withheld' : Number.isInteger(value) ? count(value) : decimal(value)
  const below = figure.denominator === null ? '' : ` of ${number(figure.denominator)}`
  const unknown = figure.unknown === null ? 'unknown withheld' : `${count(figure.unknown)} unknown`
  return `${number(figure.numerator)}${below}, ${unknown}`
}

/** "fresh, tells of 2 days before" */
export function evidenceAge({ observedOn, age: worth }: PackedQuestion['evidence'][number], frozenAt: string): string {
  const old = age(observedOn, dayOf(frozenAt))
  return `${worth}: ${old === 'today' ? 'of the same day' : `${old} old`}`
}
