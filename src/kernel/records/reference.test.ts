import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newReference, readReference, readTyped } from './reference.ts'

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

test('the beginning of a reference is read with and without its prefix, and with its hyphens or without', () => {
  fc.assert(
    fc.property(reference, fc.integer({ min: 3, max: 8 }), (right, length) => {
      const body = right.slice(4).replace('-', '').slice(0, length)
      const asked = { starts: [`FIN${body}`], mistyped: false }
      expect(readTyped(`FIN-${body.slice(0, 4)}-${body.slice(4)}`, ['FIN', 'ORD'])).toEqual(asked)
      expect(readTyped(`fin ${body.toLowerCase()}`, ['FIN', 'ORD'])).toEqual(asked)
      const bare = readTyped(body, ['FIN', 'ORD']).starts
      if (/\d/.test(body)) expect(bare).toContain(`FIN${body}`)
      else expect(bare).toEqual([])
    }),
  )
})

test.each([
  ['too little to mean one', 'FIN-7K', false],
  ['a sentence', 'visits to repeat victims 7K2', false],
  ['a plain word', 'burglary', false],
  ['a word that begins like one', 'financially', false],
  ['longer than a reference', 'FIN-7K2M-4TQX9', false],
])('%s is no reference', (_what, typed, mistyped) => {
  expect(readTyped(typed, ['FIN'])).toEqual({ starts: [], mistyped })
})

test('a whole reference whose check character does not fit is mistyped', () => {
  fc.assert(
    fc.property(reference, (right) => {
      const last = right.at(-1) === 'A' ? 'B' : 'A'
      expect(readTyped(`${right.slice(0, -1)}${last}`, ['FIN'])).toEqual({ starts: [], mistyped: true })
    }),
  )
})
