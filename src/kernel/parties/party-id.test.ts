import { describe, expect, test } from 'vitest'
import { partyId } from './party-id.ts'

describe('A record in a form', () => {
  const field = partyId('the other record')

  test.each([17, '17', '/people/17', 'http://127.0.0.1:3000/people/17'])('is meant by %s', (said) => {
    expect(field.parse(said)).toBe(17)
  })

  test.each(['', 'Adam Smith', '/people/', '/people/0', '/people/17?tab=2', '17 18', -1, 1.5])(
    'is not meant by “%s”, which is refused with what to do',
    (said) => {
      expect(field.safeParse(said).error?.issues[0]?.message).toBe(
        'Choose the other record from the list, or give the address of its page',
      )
    },
  )
})
