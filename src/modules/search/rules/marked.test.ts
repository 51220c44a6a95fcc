import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HIT_END, HIT_START, marked } from './marked.ts'

test('the words that were found stand out, and the text is whole', () => {
  expect(marked(`Visits to ${HIT_START}repeat${HIT_END} ${HIT_START}victims${HIT_END}.`)).toEqual([
    { text: 'Visits to ', hit: false },
    { text: 'repeat', hit: true },
    { text: ' ', hit: false },
    { text: 'victims', hit: true },
    { text: '.', hit: false },
  ])
  expect(marked('')).toEqual([])
})

test('whatever is in the text, nothing but the marks is lost', () => {
  const piece = fc.constantFrom('a', ' ', HIT_START, HIT_END, 'b')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      const without = text.replaceAll(HIT_START, '').replaceAll(HIT_END, '')
      expect(
        marked(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(without)
    }),
  )
})
