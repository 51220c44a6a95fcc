import { createLexicon, type Lexicon } from '../lexicon.ts'
import { isOneEdit } from '../names/one-edit.ts'
import { countBits, lettersOf } from './text-store.ts'

/** Levels of a number or code beside another: an identifier, a telephone, a house. */
export const CODE_LEVELS = ['the same', 'one figure apart', 'two figures apart', 'different'] as const

export function codeLevel(left: string, right: string): number {
  if (left === right) return 0
  if (isOneEdit(left, right)) return 1
  if (left.length !== right.length || left.length < 5) return 3
  let apart = 0
  for (let i = 0; i < left.length; i++) if (left.charCodeAt(i) !== right.charCodeAt(i)) apart++
  return apart <= 2 ? 2 : 3
}

/** Letters and figures alone, in small letters. */
export function readCode(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** The last ten figures, so that +44 and the nought make no difference. */
export function readPhone(text: string): string {
  const figures = text.replaceAll(/\D/g, '')
  return figures.length < 5 ? '' : figures.slice(-10)
}

/** Levels of a postcode beside another. */
export const POSTCODE_LEVELS = [
  'the same',
  'one letter or figure apart',
  'the same sector',
  'the same district',
  'the same area',
  'different',
] as const

/** The level of two postcodes of a lexicon by their numbers, neither being 0. */
export function createPostcodeLevels(lexicon: Lexicon): (left: number, right: number) => number {
  const parts = createLexicon()
  const districts: number[] = []
  const areas: number[] = []
  const masks: number[] = []
  const maskOfId = (id: number): number => (masks[id] ??= lettersOf(lexicon.valueOf(id)))
  const districtOfId = (id: number): number => (districts[id] ??= parts.idOf(districtOf(lexicon.valueOf(id))))
  const areaOfId = (id: number): number => (areas[id] ??= parts.idOf(areaOf(lexicon.valueOf(id))))
  return (left, right) => {
    if (left === right) return 0
    // One that is other leaves two signs at most that are in one of the two alone.
    const mayBeNear = countBits(maskOfId(left) ^ maskOfId(right)) <= 2
    if (mayBeNear && isOneEdit(lexicon.valueOf(left), lexicon.valueOf(right))) return 1
    if (districtOfId(left) === districtOfId(right)) {
      const a = lexicon.valueOf(left)
      return a.at(-3) === lexicon.valueOf(right).at(-3) && a.length > 4 ? 2 : 3
    }
    return areaOfId(left) === areaOfId(right) ? 4 : 5
  }
}

/** The part before the gap of a British postcode: "ex34" of "ex348au"; of a code of figures all but the last. */
export function districtOf(postcode: string): string {
  if (postcode.length < 5) return postcode.length === 4 && isFigure(postcode, 0) ? postcode.slice(0, 3) : postcode
  return isFigure(postcode, 0) ? postcode.slice(0, 3) : postcode.slice(0, -3)
}

function areaOf(postcode: string): string {
  if (isFigure(postcode, 0)) return postcode.slice(0, 2)
  return isFigure(postcode, 1) ? postcode.slice(0, 1) : postcode.slice(0, 2)
}

function isFigure(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}
