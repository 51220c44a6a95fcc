import type { Lexicon } from '../lexicon.ts'
import { isOneEdit } from '../names/one-edit.ts'
import { createTextStore } from './text-store.ts'

/** Levels of a place or a line of an address beside another. */
export const PLACE_LEVELS = [
  'the same',
  'a letter or so apart',
  'the same words in part',
  'somewhat alike',
  'different',
] as const

/** The level of two folded texts of a lexicon by their numbers, neither being 0. */
export function createPlaceLevels(lexicon: Lexicon) {
  const texts = createTextStore()
  const places: (number | undefined)[] = []
  const words: (readonly string[] | undefined)[] = []
  const placeOf = (id: number): number => (places[id] ??= texts.add(lexicon.valueOf(id)))
  const wordsOf = (id: number): readonly string[] =>
    (words[id] ??= lexicon
      .valueOf(id)
      .split(' ')
      .filter((word) => word.length > 2 && !COMMON.has(word)))
  return (left: number, right: number): number => {
    if (left === right) return 0
    // Less matters only where a letter is all that differs.
    const oneEdit = isOneEdit(lexicon.valueOf(left), lexicon.valueOf(right))
    const likeness = texts.likeness(placeOf(left), placeOf(right), oneEdit ? 0.8 : 0.86)
    if (likeness >= 0.93 || (likeness >= 0.8 && oneEdit)) return 1
    const lefts = wordsOf(left)
    const rights = wordsOf(right)
    if (lefts.length + rights.length > 2) for (const word of lefts) if (rights.includes(word)) return 2
    return likeness >= 0.86 ? 3 : 4
  }
}

const COMMON = new Set(
  'street road avenue lane drive close crescent court place way grove terrace gardens square hill park house flat unit the and upon north south east west upper lower great little saint'.split(
    ' ',
  ),
)

/** Levels of one of a few. */
export const CATEGORY_LEVELS = ['the same', 'different'] as const
