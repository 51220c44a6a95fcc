import { headingWords, holds } from '../reference/match-question.ts'
import { findGradeLine } from './ins07-grade.ts'

/** A heading with its printed number, and the grade line that a paste has glued to it. */
export interface Heading {
  readonly title: string
  readonly number: number | null
  readonly rest: string | null
}

const LONGEST = 300

/** Whether a line begins as a heading: "How …", perhaps after a number. */
export function beginsHeading(text: string): boolean {
  return (
    /^(?:Q(?:uestion)? ?)?(?:\d{1,2}[.:)]? ?[–—-]? ?)?(?:Q(?:uestion)? ?)?How [a-z]/i.test(text.slice(0, 40)) &&
    /^[A-Z\d]/.test(text)
  )
}

/**
 * INS06 Headings that are questions: they begin with "How", are short, and end with a question mark or with none at all.
 *
 * "3. How effective is the force at …?" is number 3; "How well the force tackles crime" is a heading; "How well this works
 * is told below." is a sentence.
 */
export function findHeading(text: string): Heading | undefined {
  if (!beginsHeading(text)) return undefined
  const mark = text.slice(0, LONGEST).indexOf('?')
  const heading = mark < 0 ? text : text.slice(0, mark + 1)
  const rest = mark < 0 ? '' : text.slice(mark + 1).trim()
  if (heading.length > LONGEST || (mark < 0 && /[.!:;,…]["”’')]*$/.test(text))) return undefined
  if (rest !== '' && findGradeLine(rest) === undefined) return undefined
  const [, number] = /^(?:Q(?:uestion)? ?)?(\d{1,2})[.:)]? ?[–—-]? ?/i.exec(heading) ?? []
  const title = heading.replace(/^[^H]{0,20}(?=How )/i, '')
  return { title, number: number === undefined ? null : Number(number), rest: rest === '' ? null : rest }
}

/**
 * Whether a heading is that of the whole page, which asks for everything at once and is none of its questions: "How
 * effective is the force at keeping people safe and reducing crime?", in 2014 "How well does the force tackle crime".
 */
export function isPageHeading(title: string): boolean {
  const words = headingWords(title)
  const has = (...beginnings: readonly string[]): boolean => holds(words, [beginnings])
  if (has('prevent', 'anti-social', 'investigat', 'offend', 're-offend', 'vulnerab', 'serious')) return false
  return (
    (has('keep') && has('safe') && has('reduc') && has('crime')) ||
    (words[1] === 'well' && has('tackl') && has('crime')) ||
    (has('efficiently') && has('operat')) ||
    (has('legitimately') && has('treat'))
  )
}
