import { describe, expect, test } from 'vitest'
import { shortFormOf } from './short-form.ts'

describe('A word that may be a short form is looked for as the beginning of a name', () => {
  test.each([
    ['suk', 'suk', 'Sukhdeep'],
    ['mads', 'mad', 'Madison'],
    ['manny', 'man', 'Manpreet'],
    ['kauso', 'kaus', 'Kausar'],
    ['gurdy', 'gurd', 'Gurdeep'],
    ['jass', 'jas', 'Jaspal'],
    ['maisie', 'mais', 'Maisie itself'],
    ['shan', 'shan', 'Shanice'],
  ])('%s: what begins with %s, as %s does', (word, start) => expect(shortFormOf(word)).toBe(start))

  test.each(['al', 'jo', 'montgomery', "o'neil", '2pac'])('%s is none: too short, too long, or no plain word', (word) =>
    expect(shortFormOf(word)).toBeNull(),
  )
})
