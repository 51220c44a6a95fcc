import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { partiesOf } from '../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { classOf, pairsOf } from './rules/name-pairs.ts'

const database = withTestDatabase()
let world: World
let stored: readonly { readonly words: string[]; readonly pairs: number[] }[]

beforeAll(async () => {
  world = await buildWorld(database())
  const { person, address, organisation } = partiesOf(world)
  await person({ given: 'John Paul', family: 'Smith', birth: '1980-05-04' })
  await person({ given: 'Siân', family: 'O’Neill-Khan', aliases: [{ kind: 'alias', full: 'Jay' }] })
  await person({ given: 'J', family: 'Смирнов' })
  await person({ given: 'Smith', family: 'Smith' })
  await address({ number: '14', street: 'Lord Street', town: 'Slough', postcode: 'SL11AA' })
  await organisation({ label: 'The Clarkson Arms' })
  stored = await world.owner(
    `SELECT n.pairs, (SELECT array_agg(t.token ORDER BY u.at)
      FROM unnest(n.tokens) WITH ORDINALITY AS u (id, at) JOIN name_token t ON t.id = u.id) AS words FROM party_name n`,
  )
})
afterAll(() => world.close())

test('the database and the loader of millions reckon the same classes and pairs', () => {
  expect(stored.length).toBeGreaterThan(6)
  for (const { words, pairs } of stored) expect(pairsOf(words.map(classOf))).toEqual(pairs)
})

test('a name that changes is found by its new words', async () => {
  await world.owner('UPDATE party_name SET tokens = tokens[2 :] WHERE cardinality(tokens) = 3')
  const rows = await world.owner<{ pairs: number[]; classes: number[] }>(
    `SELECT n.pairs, ARRAY(SELECT t.class FROM name_token t WHERE t.id = ANY (n.tokens)) AS classes FROM party_name n
    WHERE cardinality(n.tokens) = 2`,
  )
  expect(rows.length).toBeGreaterThan(2)
  for (const { pairs, classes } of rows)
    expect(pairs).toEqual(pairsOf(classes.length === 1 ? [...classes, ...classes] : classes))
})

test('words that sound alike share a class, and a number or an initial has its own', () => {
  expect(classOf('smith')).toBe(classOf('smyth'))
  expect(classOf('smith')).not.toBe(classOf('jones'))
  expect(classOf('14')).not.toBe(classOf('15'))
  expect(pairsOf([3, 1, 2])).toEqual([(1 << 15) + 2, (1 << 15) + 3, (2 << 15) + 3])
  expect(pairsOf([7])).toEqual([])
})
