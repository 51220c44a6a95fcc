import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newReference, readReference } from './reference.ts'

const reference = fc.array(fc.nat(31), { minLength: 7, maxLength: 7 }).map((drawn) => {
  const left = [...drawn]
  return newReference('FIN', () => left.pop() ?? 0)
})

test('a reference is read however it is typed: case, hyphens, spaces, an O for a nought', () => {
  fc.assert(
    fc.property(reference, (right) => {
      expect(readReference(right)).toBe(right)
      expect(readReference(right.toLowerCase().replaceAll('-', ' '))).toBe(right)
      expect(readReference(`fin${right.slice(3).replaceAll('0', 'O').replaceAll('1', 'l')}`)).toBe(right)
    }),
  )
})

test('one wrong character, or two neighbours swapped, is noticed', () => {
  fc.assert(
    fc.property(reference, fc.nat(7), fc.integer({ min: 1, max: 31 }), (right, at, by) => {
      const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const body = right.slice(4).replace('-', '')
      const wrong = letters.charAt((letters.indexOf(body.charAt(at)) + by) % 32)
      expect(readReference(`FIN-${body.slice(0, at)}${wrong}${body.slice(at + 1)}`)).toBeNull()
      if (at < 7 && body[at] !== body[at + 1])
        expect(readReference(`FIN-${body.slice(0, at)}${body[at + 1]}${body[at]}${body.slice(at + 2)}`)).toBeNull()
    }),
  )
})
