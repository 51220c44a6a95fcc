import { describe, expect, test } from 'vitest'
import { EN } from './en.ts'

/** Every word of the catalogue; what takes something in has it put in. */
function sayings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String(value('Monday 23 November'))]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sayings) : []
}

const { language: _code, wishes, ...rest } = EN
const ALL = sayings({ ...rest, wishes })

/** As it is said: groups of vowels, without an e at the end that is not heard. */
function syllables(word: string): number {
  const heard = word.toLowerCase().replace(/(?<=[^aeiou]{1})(?<![^aeiou]l)e$|(?<=[^td])ed$|(?<=[^sxz])es$/, '')
  return Math.max(1, heard.match(/[aeiouy]+/g)?.length ?? 1)
}

/** The grade of Flesch and Kincaid: years at school in America, at six years of age the first. */
function grade(texts: readonly string[]): number {
  const sentences = texts.flatMap((text) => text.split(/[.?!:]+\s|[.?!:]$/)).filter((part) => /[a-z]/i.test(part))
  const words = sentences.flatMap((sentence) => sentence.match(/[a-z’]+/gi) ?? [])
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59
}

describe('The words of the victim’s own page', () => {
  test('are read by a child of ten: the fifth year, all together, and each part by itself', () => {
    expect(ALL.length).toBeGreaterThan(100)
    expect(grade(ALL)).toBeLessThan(5)
    for (const [name, part] of Object.entries(rest))
      if (typeof part === 'object') expect([name, grade(sayings(part)) < 6]).toEqual([name, true])
    // Of fewer words a grade says nothing.
    for (const text of ALL.filter((one) => one.split(' ').length >= 8))
      expect([text, grade([text]) < 9]).toEqual([text, true])
  })

  test('are measured by a scale that knows a hard sentence', () => {
    expect(grade(['The cat sat on the mat.'])).toBeLessThan(2)
    expect(
      grade(['The notification of bail conditions is contingent upon receipt of documentation from the magistrates.']),
    ).toBeGreaterThan(12)
  })

  test('have short sentences: none of more than twenty words', () => {
    const long = ALL.flatMap((text) => text.split(/[.?!:]\s/)).filter((sentence) => sentence.split(' ').length > 20)
    expect(long).toEqual([])
  })

  test('name no police, crime, officer or case where nobody is known yet, nor in the message', () => {
    const before = [
      EN.title,
      EN.skip,
      EN.leave,
      EN.back,
      EN.problem,
      ...sayings([EN.message, EN.door, EN.over, EN.broken]),
    ]
    for (const text of before)
      expect(text).not.toMatch(/police|crime|criminal|officer|victim|case|court|suspect|force|101|999/i)
  })

  test('say “someone” of whoever may have done it, and no more', () => {
    for (const text of ALL) expect(text).not.toMatch(/suspect|offender|\bhe\b|\bshe\b|\bhis\b|\bher\b/i)
  })
})
