import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { bringCrime, victimsBy } from '../../../test/world/victims.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { addVictim } from './commands/add-victim.ts'
import { assessVictim } from './commands/assess-victim.ts'
import { openVictim } from './queries/open-victim.ts'

const database = withTestDatabase()
let world: World
let run: World['run']

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2016-03-24T12:00:00Z' })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'`)
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())

async function crime(number: string, more: object = {}) {
  await bringCrime(world, { number, reportedAt: '2016-03-24 09:30', unit: 'teamA', ...more })
  const [id = ''] = Object.values(await victimsBy(world, number))
  return id
}
const open = async (id: string) => run('sergeantA', openVictim, { id })
const pointsTo = async (id: string) => (await open(id)).suggestions.map(({ words, why }) => `${words}: ${why}`)
const assess = async (id: string, reasons: readonly string[]) => {
  const { parts } = await open(id)
  return run('sergeantA', assessVictim, { id, version: parts.head.version, needs: 'Quiet', reasons })
}

describe('VIC-03 what points to enhanced rights', () => {
  test('is the offence, with why, on the page and the form; nobody has them for that', async () => {
    const id = await crime('43160007001', { offenceCode: '005/01', offenceClass: '5D' })
    expect(await pointsTo(id)).toEqual([
      expect.stringMatching(/^Most serious crime: wounding or grievous bodily harm with intent: The offence is “/),
    ])
    expect((await open(id)).detail.reasons).toEqual([])
  })

  test('is another crime against them in the twelve months before, and is left out once somebody found it', async () => {
    const id = await crime('43160007003', { reportedAt: '2016-03-24 09:30', victims: ['N2'] })
    expect(await pointsTo(id)).toEqual([])
    const again = await crime('43160007004', { reportedAt: '2016-03-24 10:30', victims: ['N2'] })
    expect(await pointsTo(id)).toEqual([])
    expect(await pointsTo(again)).toEqual([
      'Persistently targeted: targeted again and again: Another crime against them in the twelve months before',
    ])
    await assess(again, ['E2:repeated'])
    expect(await pointsTo(again)).toEqual([])
  })

  test('is an age under 18 on the day, where the day of birth is known', async () => {
    const id = await crime('43160007005')
    await world.owner(
      `UPDATE person SET birth_date = '1998-03-25', birth_precision = 'day' WHERE party_id = (SELECT party_id FROM victim WHERE id = $1)`,
      [id],
    )
    expect(await pointsTo(id)).toContain('Vulnerable: under 18 at the time: They were 17 at the time')
    await world.owner(
      `UPDATE person SET birth_date = '1998-03-24' WHERE party_id = (SELECT party_id FROM victim WHERE id = $1)`,
      [id],
    )
    expect((await pointsTo(id)).filter((one) => one.includes('17'))).toEqual([])
    await world.owner(
      `UPDATE person SET birth_date = '1999-01-01', birth_precision = 'year' WHERE party_id = (SELECT party_id FROM victim WHERE id = $1)`,
      [id],
    )
    expect((await pointsTo(id)).filter((one) => one.includes('under 18'))).toEqual([])
  })

  test('is nothing of a business, and the bereavement of a relative', async () => {
    const shop = await crime('43160007006', { offenceCode: '005/01', offenceClass: '5D', victims: ['O1'] })
    expect(await pointsTo(shop)).toEqual([])
    await crime('43160007007')
    const relative = { crime: '43160007007', standing: 'bereaved', name: 'Mrs Smith' }
    const { id } = await run('sergeantA', addVictim, relative)
    expect(await pointsTo(id)).toEqual([
      'Most serious crime: close relative of somebody who died by the crime: A close relative died by the crime',
    ])
  })
})
