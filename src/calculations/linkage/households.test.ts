import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { createLinker, createScorer, learn, prepareRecords, SETTINGS, tableOf } from './index.ts'
import type { ColumnMapping, PersonRecord } from './index.ts'

const MAPPING: ColumnMapping = {
  given: 'given',
  family: 'family',
  born: 'birth',
  sex: 'sex',
  address: 'address',
  postcode: 'postcode',
  phone: 'phone',
}

const GIVEN =
  'Oliver Amelia George Isla Harry Ava Noah Mia Jack Lily Leo Grace Arthur Freya Peter Ruth Simon Nora'.split(' ')
const FAMILY =
  'Hartley Pemberton Okafor Whitlock Sandhu Kowalczyk Marlowe Tremaine Adeyemi Fenwick Brook Quarmby Sutcliffe Nuttall Ogden'.split(
    ' ',
  )
const STREETS = 'Ash Birch Church Elm Fern Grove Hazel Ivy Juniper Larch Mill Oak'.split(' ')
const TWICE = 60

/** Families of four in 300 homes, and of some of their members a second record, with a slip in it. */
function makeFamilies() {
  const random = createRandom('families')
  const of = (most: number) => Math.floor(random.next() * most)
  const two = (value: number) => String(value).padStart(2, '0')
  const people: PersonRecord[] = []
  const homes: number[] = []
  for (let home = 0; home < 300; home++) {
    const street = of(STREETS.length)
    const shared = {
      family: FAMILY[of(FAMILY.length)] ?? '',
      address: `${1 + of(90)} ${STREETS[street] ?? ''} Road`,
      postcode: `RG6 ${street % 10}${'ABDE'[of(4)]}${'HJLN'[of(4)]}`,
      phone: `0118${String(of(1e7)).padStart(7, '0')}`,
    }
    for (let member = 0; member < 4; member++) {
      const at = of(GIVEN.length)
      homes.push(home)
      people.push({
        ...shared,
        given: GIVEN[at] ?? '',
        sex: at % 2 === 0 ? 'male' : 'female',
        born: `${1940 + of(70)}-${two(1 + of(12))}-${two(1 + of(28))}`,
      })
    }
  }
  const again = people.slice(0, TWICE * 5).filter((_, at) => at % 5 === 0)
  const spoilt = again.map((one, at) => ({
    ...one,
    ...(at % 3 === 0
      ? { phone: '' }
      : at % 3 === 1
        ? { given: (one['given'] ?? '').slice(0, -1) }
        : { address: '', postcode: '' }),
  }))
  return { people, homes, records: [...people, ...spoilt] }
}

describe('Families', () => {
  const { people, homes, records } = makeFamilies()
  const prepared = prepareRecords(tableOf(MAPPING, records), SETTINGS)
  const model = learn(prepared, MAPPING)
  const linker = createLinker(prepared, model, 0)

  it('are not taken for one person by their home, its postcode, their name and their telephone, and who is there twice is', () => {
    const found = new Set<string>()
    linker.link(0, records.length, (left, right) => found.add(`${left} ${right}`))
    const second = Array.from({ length: TWICE }, (_, at) => `${at * 5} ${people.length + at}`)
    expect(second.filter((pair) => found.has(pair)).length / TWICE).toBeGreaterThan(0.95)
    const families = [...found].filter((pair) => {
      const [left = 0, right = 0] = pair.split(' ').map(Number)
      return right < people.length && homes[left] === homes[right]
    })
    // Of 1,800 pairs of a family.
    expect(families.length).toBeLessThan(20)
  })

  it('say so in the reasons: what a household has in common counts once, and all reasons make the weight', () => {
    const scorer = createScorer(model)
    const [one = {}, other = {}] = people
    const { bits, prior, reasons, probability } = scorer.explain(one, other)
    const ofHome = reasons.filter(({ what }) => ['Address', 'Postcode', 'Family name', 'Telephone'].includes(what))
    expect(ofHome.filter((reason) => reason.bits > 0)).toHaveLength(1)
    const silent = 'the same: said by the home already'
    expect(ofHome.map(({ agreement }) => agreement).toSorted()).toEqual(['the same', silent, silent, silent])
    expect(reasons.reduce((sum, reason) => sum + reason.bits, prior)).toBeCloseTo(bits, 9)
    expect(scorer.score(one, [other])[0]).toBeCloseTo(probability, 9)
    expect(linker.bitsOf(0, 1)).toBeCloseTo(bits, 0)
  })

  it('of one owner are neither compared nor told, in one thread as in another', () => {
    const owners = Int32Array.from([...homes, ...Array.from({ length: TWICE }, (_, at) => 1_000 + at)])
    const owned = createLinker(prepareRecords(tableOf(MAPPING, records), SETTINGS, owners), model, -100)
    const same: number[] = []
    const compared = owned.link(0, records.length, (left, right) => {
      if (owners[left] === owners[right]) same.push(left)
    })
    expect(compared).toBeGreaterThan(1_000)
    expect(same).toEqual([])
  })
})
