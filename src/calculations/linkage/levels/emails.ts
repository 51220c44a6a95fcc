import type { Lexicon } from '../lexicon.ts'
import { isOneEdit } from '../names/one-edit.ts'
import { createTextStore } from './text-store.ts'

/** Levels of an e-mail address beside another. */
export const EMAIL_LEVELS = [
  'the same',
  'the same before the @',
  'a letter or so apart',
  'somewhat alike before the @',
  'different',
] as const

export function readEmail(text: string): string {
  return text.trim().toLowerCase()
}

/** The level of two addresses of a lexicon by their numbers, neither being 0. */
export function createEmailLevels(lexicon: Lexicon): (left: number, right: number) => number {
  const texts = createTextStore()
  const wholes: number[] = []
  const names: number[] = []
  const wholeOf = (id: number): number => (wholes[id] ??= texts.add(lexicon.valueOf(id)))
  const nameOf = (id: number): number => (names[id] ??= texts.add(beforeAt(lexicon.valueOf(id))))
  return (left, right) => {
    if (left === right) return 0
    const a = lexicon.valueOf(left)
    const b = lexicon.valueOf(right)
    const alike = texts.likeness(nameOf(left), nameOf(right), ALIKE)
    if (alike === 1) return beforeAt(a).length < 4 ? 2 : 1
    if (isOneEdit(a, b) || texts.likeness(wholeOf(left), wholeOf(right), NEAR) >= NEAR) return 2
    return alike >= ALIKE ? 3 : 4
  }
}

const NEAR = 0.94
const ALIKE = 0.88

export function beforeAt(email: string): string {
  const at = email.indexOf('@')
  return at < 0 ? email : email.slice(0, at)
}
