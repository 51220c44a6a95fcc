import { categoryWords } from '#kernel/occurrences/crime-types.ts'
import { plural } from '#ui/words/numbers.ts'
import type { PatternKind } from '../patterns/pattern.ts'

interface Pattern {
  readonly kind: PatternKind
  readonly category: string | null
  readonly place: string
  readonly areaName: string
  readonly party: { readonly label: string } | null
  readonly rows: number
  readonly expected: number | null
  readonly q: number | null
}

/** What it is called in lists: "Hot spot of burglary, On or near High Street". */
export function patternTitle({ kind, category, place, areaName, party }: Pattern): string {
  const of = category === null ? '' : ` of ${categoryWords(category).toLowerCase()}`
  const where = party?.label ?? (place === '' ? areaName : place)
  const words: Readonly<Record<PatternKind, string>> = {
    'hot-spot': `Hot spot${of}: ${where}`,
    'repeat-place': `Hit again${of}: ${where}`,
    'repeat-victim': `Victim again: ${where}`,
    'near-repeat': `One after another${of}: ${where}`,
    'repeat-asb-place': `Anti-social behaviour again: ${where}`,
    'repeat-caller': `Caller again: ${where}`,
  }
  return words[kind]
}

/** Why it is shown, in a sentence. Where rows are out of the reader's reach it says only what they may open. */
export function patternWhy({ kind, rows, expected, q }: Pattern): string {
  const seen = plural(rows, kind === 'repeat-caller' || kind === 'repeat-asb-place' ? 'incident' : 'event')
  const chance =
    expected === null ? '' : `, where chance gives ${expected < 0.1 ? 'less than 0.1' : expected.toFixed(1)}`
  const finds = q === null ? '' : ` Of patterns as clear as this, ${shareWords(q)} would be false finds.`
  if (kind === 'near-repeat')
    return `${seen} close to one another in time and place; in this area they follow one another more than by chance.`
  return `${seen}${chance}.${finds}`
}

function shareWords(q: number): string {
  return q < 0.001 ? 'fewer than 1 in 1,000' : `about ${Math.max(1, Math.round(q * 1000))} in 1,000`
}
