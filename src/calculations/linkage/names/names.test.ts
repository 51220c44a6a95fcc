import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, isOneEdit, jaroWinkler, joinedName, nameTokens, nicknameGroup } from './index.ts'
import { phoneticKeys, similarName, transliterationKey } from './index.ts'

describe('Names are folded', () => {
  it.each([
    ['Siân O’Neill', 'sian oneill'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Nguyễn Thị Đào', 'nguyen thi dao'],
    ['Şahin Yıldız', 'sahin yildiz'],
    ['Сергей Щукин', 'sergei shchukin'],
    ['JEAN-LUC', 'jean luc'],
    ['  Smith  ', 'smith'],
    ['–', ''],
  ])('%s is %s', (text, folded) => {
    expect(foldName(text)).toBe(folded)
  })

  it('folded once more they stay as they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldName(foldName(text)) === foldName(text)))
  })
})

describe('The words that tell people apart', () => {
  it.each([
    ['Mc Donald', ['mcdonald']],
    ["Sinéad O'Brien", ['sinead', 'obrien']],
    ['O Brien', ['obrien']],
    ['Jan van der Berg', ['jan', 'berg']],
    ['Abd al-Rahman bin Yusuf', ['abdrahman', 'yusuf']],
    ['al-Hassan', ['hassan']],
    ['Sir John Smith Jr.', ['john', 'smith']],
    ['Van', ['van']],
    ['Le', ['le']],
    ['', []],
  ])('%s: %j', (text, tokens) => {
    expect(nameTokens(text)).toEqual(tokens)
  })

  it('a name with its particles as one word', () => {
    expect(joinedName('van den Berg')).toBe('vandenberg')
  })
})

describe('Likeness of names', () => {
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['jellyfish', 'smellyfish', 0.896],
    ['abc', 'xyz', 0],
    ['', 'a', 0],
  ])('Jaro and Winkler: %s and %s, %f', (left, right, value) => {
    expect(jaroWinkler(left, right)).toBeCloseTo(value, 3)
  })

  it.each([
    ['mohammed', 'muhammad', 'spelling'],
    ['yousuf', 'yusuf', 'spelling'],
    ['catherine', 'kathryn', 'spelling'],
    ['bob', 'robert', 'nickname'],
    ['robert', 'bob', 'nickname'],
    ['kasia', 'katarzyna', 'nickname'],
    ['alex', 'alexandros', 'nickname'],
    ['jnoathan', 'jonathan', 'nickname'],
    ['trevithcik', 'trevithick', 'near'],
    ['j', 'john', 'initial'],
    ['j', 'mary', 'different'],
    ['wright', 'rite', 'sound'],
    ['john', 'mary', 'different'],
    ['smith', 'smith', 'same'],
  ] as const)('%s and %s: %s', (left, right, likeness) => {
    expect(similarName(left, right)).toBe(likeness)
  })

  it('does not hang on which is first', () => {
    const word = fc.stringMatching(/^[a-e]{1,8}$/)
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(similarName(left, right)).toBe(similarName(right, left))
        expect(jaroWinkler(left, right)).toBeCloseTo(jaroWinkler(right, left), 12)
        expect(isOneEdit(left, right)).toBe(isOneEdit(right, left))
      }),
    )
  })

  it.each([
    ['smith', 'smoth', true],
    ['smith', 'smiht', true],
    ['smith', 'smit', true],
    ['smith', 'smtihx', false],
    ['smith', 'smith', false],
    ['ab', 'ba', true],
  ])('one edit apart: %s and %s, %s', (left, right, apart) => {
    expect(isOneEdit(left, right)).toBe(apart)
  })

  it('a short form stands for each name it is short for', () => {
    expect(nicknameGroup('bert')).toEqual(expect.arrayContaining(['albert', 'herbert', 'robert']))
    expect(nicknameGroup('zzz')).toEqual([])
  })

  it('sound: worked examples of Double Metaphone', () => {
    expect(phoneticKeys('smith')).toEqual(['SM0', 'XMT'])
    expect(phoneticKeys('schmidt')).toEqual(['XMT', 'SMT'])
    expect(phoneticKeys('')).toEqual([])
  })

  it('spellings of one name of another script share a key', () => {
    const shared = (...words: string[]) => expect(new Set(words.map(transliterationKey)).size).toBe(1)
    shared('mohammed', 'muhammad', 'mehmet')
    shared('shevchenko', 'szewczenko')
    shared('yousuf', 'yusuf', 'youssef')
    expect(transliterationKey('hassan')).not.toBe(transliterationKey('hussain'))
  })
})
