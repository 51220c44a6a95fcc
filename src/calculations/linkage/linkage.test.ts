import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { createComparer, LEVELS } from './comparisons.ts'
import { createLinker, createScorer, keysOfRows, learn, prepareRecords, SETTINGS, tableOf } from './index.ts'
import {
  clusterLinks,
  MODEL_VERSION,
  shareRecords,
  takeRecords,
  type ColumnMapping,
  type PersonRecord,
} from './index.ts'
import { codeLevel, createPostcodeLevels } from './levels/codes.ts'
import { dateLevel, readDate } from './levels/dates.ts'
import { createEmailLevels } from './levels/emails.ts'
import { createDesk } from './desk.ts'
import { createLexicon } from './lexicon.ts'

const MAPPING: ColumnMapping = {
  first: 'given',
  last: 'family',
  born: 'birth',
  postcode: 'postcode',
  email: 'email',
}

describe('Levels', () => {
  const date = (left: string, right: string) => LEVELS.birth[dateLevel(Number(readDate(left)), Number(readDate(right)))]

  it.each([
    ['1971-06-24', '24/06/1971', 'the same'],
    ['1971-06-04', '1971-04-06', 'day and month the other way round'],
    ['1971-06-24', '1971-06-25', 'one figure apart'],
    ['1971-06-24', '1917-06-24', 'one figure apart'],
    ['1861-01-01', '1861-05-30', 'the same year, its day not known (1 January)'],
    ['1971-06-24', '1974-06-21', 'two figures apart'],
    ['1971-06-24', '1985-12-02', 'different'],
  ])('dates of birth %s and %s: %s', (left, right, words) => {
    expect(date(left, right)).toBe(words)
  })

  it.each([
    ['ex348au', 'ex348au', 'the same'],
    ['ex348au', 'ex348ay', 'one letter or figure apart'],
    ['ex348au', 'ex348zz', 'the same sector'],
    ['ex348au', 'ex342pp', 'the same district'],
    ['ex348au', 'ex11aa', 'the same area'],
    ['ex348au', 'b11aa', 'different'],
    ['4011', '4101', 'one letter or figure apart'],
  ])('postcodes %s and %s: %s', (left, right, words) => {
    const lexicon = createLexicon()
    const level = createPostcodeLevels(lexicon)(lexicon.idOf(left), lexicon.idOf(right))
    expect(LEVELS.postcode[level]).toBe(words)
  })

  it('numbers and e-mail addresses', () => {
    expect(LEVELS.identifier[codeLevel('6988048', '6989048')]).toBe('one figure apart')
    expect(LEVELS.identifier[codeLevel('6988048', '6989148')]).toBe('two figures apart')
    expect(LEVELS.identifier[codeLevel('6988048', '1234567')]).toBe('different')
    const lexicon = createLexicon()
    const levelOf = createEmailLevels(lexicon)
    const emails = (left: string, right: string) => LEVELS.email[levelOf(lexicon.idOf(left), lexicon.idOf(right))]
    expect(emails('jo.b@x.org', 'jo.b@y.com')).toBe('the same before the @')
    expect(emails('jo.bloggs@x.org', 'jo.blogs@x.org')).toBe('a letter or so apart')
  })

  const levelsOf = (left: PersonRecord, right: PersonRecord) => {
    const rows = tableOf(MAPPING, [left, right])
    const levels = new Int8Array(rows.slots.length)
    createComparer(rows).compare(0, rows.slots.length, levels)
    return rows.slots.flatMap(({ kind }, slot) => {
      const level = levels[slot] ?? -1
      return level < 0 ? [] : [`${kind}: ${LEVELS[kind][level]}`]
    })
  }

  it('names the other way round are one thing, told once', () => {
    expect(levelsOf({ first: 'Isla', last: 'Hall' }, { first: 'Hall', last: 'Isla' })).toEqual([
      'given: given and family name the other way round',
    ])
  })

  it('a name alone may be either of the two', () => {
    expect(levelsOf({ first: 'Mackenzie' }, { first: 'Robert', last: 'McKenzie' })).toEqual([
      'given: the other name of the two',
    ])
  })

  it('double names share a part', () => {
    expect(
      levelsOf({ first: 'Mary Ann', last: 'Edwards-Heathcote' }, { first: 'Ann Mary', last: 'Heathcote' }),
    ).toEqual(['given: another spelling of it', 'family: some of its words the same'])
  })

  it('what is not known, or is a title alone, says nothing', () => {
    expect(
      levelsOf({ first: 'Sir', last: '', born: null }, { first: 'Robert', last: 'Peel', born: '1788-02-05' }),
    ).toEqual([])
  })

  it('does not hang on which record is first', () => {
    const text = fc.option(fc.constantFrom('ann', 'anne', 'mary ann', 'hall', 'hal', 'a', 'o brien', 'brien'))
    const born = fc.option(fc.constantFrom('1971-06-04', '1971-04-06', '1971-01-01', '1981-06-04', '1971-06'))
    const record = fc.record({ first: text, last: text, born, email: text, postcode: text })
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(levelsOf(a, b)).toEqual(levelsOf(b, a))
      }),
    )
  })
})

/** People with one to three records each, whose values are kept, lost or exchanged for others by known chances. */
function simulate(people: number, { lost, wrong }: { lost: number; wrong: number }) {
  const random = createRandom(7)
  const any = (count: number) => Math.floor(random.next() ** 2 * count)
  const word = (prefix: string, number: number) => {
    const letters = [number % 20, Math.floor(number / 20) % 20, Math.floor(number / 400) % 20]
    return (
      prefix +
      letters.map((letter) => `${'bcdfghjklmnpqrstvwxz'[letter]}${'aeiou'[(letter * 7 + number) % 5]}`).join('')
    )
  }
  const draw: Readonly<Record<string, () => string>> = {
    first: () => word('', any(400)),
    last: () => word('', 1000 + any(3000)),
    born: () =>
      `${1940 + Math.floor(random.next() * 60)}-0${1 + Math.floor(random.next() * 9)}-${10 + Math.floor(random.next() * 18)}`,
    postcode: () => `ab${10 + any(80)}${1 + any(9)}${'xyz'[any(3)]}${'efg'[any(3)]}`,
    email: () => `${word('', any(8000))}${any(1000)}@example.org`,
  }
  const records: Record<string, string>[] = []
  const truth: number[] = []
  for (let person = 0; person < people; person++) {
    const values = Object.entries(draw).map(([column, make]) => [column, make()] as const)
    for (let copy = 0; copy < 1 + (person % 3); copy++) {
      truth.push(person)
      records.push(
        Object.fromEntries(
          values.map(([column, value]) => {
            const chance = random.next()
            return [column, chance < lost ? '' : chance < lost + wrong ? (draw[column]?.() ?? '') : value]
          }),
        ),
      )
    }
  }
  return { records, truth }
}

describe('Learning without labels', () => {
  const { records, truth } = simulate(700, { lost: 0.1, wrong: 0.08 })
  const prepared = prepareRecords(tableOf(MAPPING, records), SETTINGS)
  const model = learn(prepared, MAPPING)

  it('finds how often values stay the same, as they were made', () => {
    // Both of two records keep a value that they have: (1 - 0.08 / 0.9) squared.
    const kept = (1 - 0.08 / 0.9) ** 2
    for (const name of ['given', 'family', 'born', 'email'])
      expect(model.comparisons.find((one) => one.name === name)?.matching[0]).toBeCloseTo(kept, 1)
  })

  it('finds how many pairs of one person there are', () => {
    const pairs = (records.length * (records.length - 1)) / 2
    const matches = truth.reduce(
      (sum, person, at) => sum + truth.slice(at + 1).filter((one) => one === person).length,
      0,
    )
    expect((model.prior * pairs) / matches).toBeGreaterThan(0.9)
    expect((model.prior * pairs) / matches).toBeLessThan(1.1)
  })

  it('links and groups the records of a person, and of hardly anybody else', () => {
    const linker = createLinker(prepared, model, 0)
    const links: { left: number; right: number; bits: number }[] = []
    linker.link(0, records.length, (left, right, bits) => links.push({ left, right, bits }))
    const groups = clusterLinks(links, 0, linker.bitsOf)
    const pairs = groups.flatMap((group) =>
      group.flatMap((left, at) => group.slice(at + 1).map((right) => [left, right])),
    )
    const right = pairs.filter(([a = 0, b = 0]) => truth[a] === truth[b]).length
    const all = truth.reduce((sum, person, at) => sum + truth.slice(at + 1).filter((one) => one === person).length, 0)
    expect(right / pairs.length).toBeGreaterThan(0.98)
    expect(right / all).toBeGreaterThan(0.95)
  })

  it('is the same when done again, and when kept as JSON', () => {
    expect(learn(prepareRecords(tableOf(MAPPING, records), SETTINGS), MAPPING)).toEqual(model)
    expect(JSON.parse(JSON.stringify(model))).toEqual(model)
    expect(model.version).toBe(MODEL_VERSION)
  })

  it('links in parts, and in another thread, what it links at once', () => {
    const collect = (ranges: readonly (readonly [number, number])[], of = prepared) => {
      const found: string[] = []
      const linker = createLinker(of, model, 0)
      for (const [from, to] of ranges)
        linker.link(from, to, (left, right, bits) => found.push(`${left} ${right} ${bits.toFixed(6)}`))
      return found.toSorted()
    }
    const whole = collect([[0, records.length]])
    expect(
      collect([
        [500, records.length],
        [0, 200],
        [200, 500],
      ]),
    ).toEqual(whole)
    expect(collect([[0, records.length]], takeRecords(structuredClone(shareRecords(prepared)), SETTINGS))).toEqual(
      whole,
    )
  })

  it('says why, and the reasons add up to the verdict', () => {
    const scorer = createScorer(model)
    const [left = {}, right = {}] = records.slice(4, 6)
    const verdict = scorer.explain(left, right)
    const sum = verdict.reasons.reduce((total, { bits }) => total + bits, verdict.prior)
    expect(verdict.bits).toBeCloseTo(sum, 9)
    expect(scorer.score(left, [right])[0]).toBeCloseTo(verdict.probability, 9)
    expect(scorer.explain(right, left).bits).toBeCloseTo(verdict.bits, 9)
    const linker = createLinker(prepared, model, 0)
    expect(linker.bitsOf(4, 5)).toBeCloseTo(verdict.bits, 4)
  })

  it('weighs the same on a desk that keeps what it found, on one cleared all the time, and on a new one', () => {
    const [kept, small] = [createDesk(model, SETTINGS), createDesk(model, SETTINGS, [40, 2])]
    const bits = (lay: typeof kept, pair: readonly PersonRecord[]) => {
      const { rows, weigher, compare, levels } = lay(pair)
      compare(0, rows.slots.length, levels)
      return weigher.weigh(levels, 0, 0, rows.slots.length)
    }
    const some = fc.constantFrom(...records)
    fc.assert(
      fc.property(some, some, (left, right) => {
        const fresh = bits(createDesk(model, SETTINGS), [left, right])
        expect([bits(kept, [left, right]), bits(small, [left, right])]).toEqual([fresh, fresh])
      }),
    )
  })

  it('leaves out of account what one of the two lacks', () => {
    const scorer = createScorer(model)
    const known = { first: 'baba', last: 'cece', born: '1950-05-15', email: 'a@example.org' }
    const { reasons } = scorer.explain(known, { ...known, born: '' })
    expect(reasons.find(({ what }) => what === 'Date of birth')).toMatchObject({
      bits: 0,
      agreement: 'not known in both',
    })
  })
})

describe('Keys by which a store finds candidates', () => {
  it('are shared by records of one person in spite of a short form, a swap and a slip', () => {
    const rows = tableOf(MAPPING, [
      { first: 'Robert', last: 'Smith', born: '1971-06-04' },
      { first: 'Bob', last: 'Smyth', born: '1971-06-14' },
      { first: 'Smith', last: 'Robert', born: '1980-01-02' },
      { first: 'Ann', last: 'Jones', born: '1971-04-06' },
      { first: 'Zoe', last: 'Kaur', born: '1999-12-31' },
    ])
    const keys = keysOfRows(rows, SETTINGS)
    const share = (a: number, b: number) => keys[a]?.some((key) => keys[b]?.includes(key))
    expect(share(0, 1)).toBe(true)
    expect(share(0, 2)).toBe(true)
    expect(share(0, 3)).toBe(true)
    expect(share(0, 4)).toBe(false)
  })
})

describe('Groups', () => {
  it('do not chain: two pairs that are alike stay two when all else speaks against it', () => {
    const bits = (left: number, right: number) => (Math.floor(left / 2) === Math.floor(right / 2) ? 9 : -12)
    const links = [
      { left: 0, right: 1, bits: 9 },
      { left: 1, right: 2, bits: 3 },
      { left: 2, right: 3, bits: 9 },
    ]
    expect(clusterLinks(links, 0, bits)).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(clusterLinks(links, 0, () => 5)).toEqual([[0, 1, 2, 3]])
    expect(clusterLinks(links, 10, () => 5)).toEqual([])
  })
})
