import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemReader } from '#platform/access/reader.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction, type Tx } from '#platform/db/transaction.ts'
import { partiesOf, type Parties } from '../../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { asMatcher } from '../identities/as-matcher.ts'
import { candidatesFor } from './candidates.ts'
import { readFacts } from './read-facts.ts'

const database = withTestDatabase()
let world: World
let parties: Parties

beforeAll(async () => {
  world = await buildWorld(database())
  parties = partiesOf(world)
})
afterAll(() => world.close())

async function matching<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const request = { requestId: 'r', purpose: 'p', origin: 'o' }
  return transaction(world.store, { reader: systemReader('system:test') }, request, async ({ open }) => {
    const tx = await open()
    return { value: await asMatcher(tx, () => work(tx)), audit: [] }
  })
}

const factsOf = (...ids: readonly number[]) =>
  matching(async (tx) => (await readFacts(tx, 'address', ids)).map(({ says }) => says))

describe('An address is compared', () => {
  test('by its door and its street in full, however either was written', async () => {
    const one = await parties.address({ flat: 'Flat 5', building: 'Maple House', number: '12', postcode: 'RG601AA' })
    const other = await parties.address({ flat: '', number: '5/12', street: 'High St', postcode: 'RG601AA' })
    const [said, again] = await factsOf(one, other)
    expect(said).toMatchObject({ flat: '5', number: '12', address: 'High Street' })
    expect(again).toMatchObject({ flat: '5', number: '12', address: 'High Street' })
  })

  test('by the name of its building where it has no number, and a house is none of its flats', async () => {
    const [said] = await factsOf(await parties.address({ building: 'Rose Cottage', number: '', street: 'Mill Ln' }))
    expect(said).toMatchObject({ flat: 'none', number: '', address: 'Rose Cottage Mill Lane' })
  })

  test('with those of its postcode and number, and those whose number holds the flat', async () => {
    const one = await parties.address({ flat: 'Flat 5', number: '12', postcode: 'RG601AB' })
    const other = await parties.address({ number: '5/12', postcode: 'RG601AB' })
    const next = await parties.address({ number: '13', postcode: 'RG601AB' })
    for (const id of [one, other]) {
      const found = await matching(async (tx) => {
        const facts = await readFacts(tx, 'address', [id])
        return candidatesFor(
          tx,
          'address',
          facts.map(({ says }) => says),
        )
      })
      expect(found).toEqual(expect.arrayContaining([one, other]))
      expect(found).not.toContain(next)
    }
  })
})
