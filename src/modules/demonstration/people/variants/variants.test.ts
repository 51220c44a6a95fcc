import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#calculations/random/random.ts'
import { wrongDate } from './birth-dates.ts'
import { inCyrillic } from './cyrillic.ts'
import { misheard, mistyped, withoutAccents } from './slips.ts'
import { transliterated } from './transliterations.ts'

const word = fc.constantFrom('Smith', 'Chaudhry', 'Wojciechowska', 'Okonkwo', 'McGrath', 'Ng', 'Phillips', 'Abdirahman')
const seed = fc.integer()

describe('A name that is written wrongly', () => {
  it('is one slip of the fingers away, with its capital', () => {
    fc.assert(
      fc.property(word, seed, (name, number) => {
        const typed = mistyped(createRandom(number), name)
        expect(Math.abs(typed.length - name.length)).toBeLessThanOrEqual(1)
        expect(typed.charAt(0)).toBe(typed.charAt(0).toUpperCase())
      }),
    )
  })

  it('is never left empty by being misheard', () => {
    fc.assert(
      fc.property(word, seed, (name, number) => {
        expect(misheard(createRandom(number), name).length).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  it('comes over from another script otherwise, or not at all', () => {
    const random = createRandom(1)
    expect(transliterated(random, 'Smith', 'latin')).toBeNull()
    expect(transliterated(random, 'Zhang', 'han')).toMatch(/^(Ch|J)ang$/)
    expect(withoutAccents('Łukasz Wójcik')).toBe('Lukasz Wojcik')
    expect(inCyrillic('Oksana Shevchenko')).toBe('Оксана Шевченко')
  })
})

describe('A date of birth that is written wrongly', () => {
  it('is a date all the same', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
        seed,
        (date, number) => {
          const { date: wrong } = wrongDate(createRandom(number), date.toISOString().slice(0, 10))
          expect(new Date(wrong).toISOString().slice(0, 10)).toBe(wrong)
        },
      ),
    )
  })
})
