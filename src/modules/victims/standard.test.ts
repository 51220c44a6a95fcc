import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Forbidden, Invalid, RuleRefused } from '#platform/errors/errors.ts'
import { bringCrime, dutiesOf, victimsBy } from '../../../test/world/victims.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { setStandard } from './commands/set-standard.ts'
import { showStandard } from './queries/show-standard.ts'

const database = withTestDatabase()
let world: World
let run: World['run']

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2017-01-03T12:00:00Z' })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'`)
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())

describe('What the force promises beyond the code (VCT08)', () => {
  test('is owed to whoever reports from that day on, until it is promised no more', async () => {
    const said = { applies: 'yes', source: 'Policy 12' }
    await run('chief', setStandard, { ...said, from: '2017-01-04' })
    await run('chief', setStandard, { ...said, from: '2017-01-06', applies: 'no' })
    await world.moveTo('2017-01-06T12:00:00Z')
    const owed = []
    for (const day of ['2017-01-03', '2017-01-04', '2017-01-05', '2017-01-06']) {
      const number = `4317000${day.slice(-2)}`
      await bringCrime(world, { number, reportedAt: `${day} 10:00`, unit: 'teamA' })
      const [id = ''] = Object.values(await victimsBy(world, number))
      const duties = await dutiesOf(world, id)
      owed.push(duties.filter(({ rule }) => rule === 'VC44-2015').map(({ due }) => due))
    }
    expect(owed).toEqual([[], ['2017-01-11 23:59'], ['2017-01-12 23:59'], []])
    expect((await run('chief', showStandard, {})).lines).toMatchObject([
      { from: '2017-01-06', applies: false },
      { from: '2017-01-04', applies: true, source: 'Policy 12' },
    ])
  })

  test('begins today or later, once a day, and is said by those who answer for it', async () => {
    await world.moveTo('2017-01-10T12:00:00Z')
    const said = { applies: 'no', source: 'Policy 13' }
    await expect(run('chief', setStandard, { ...said, from: '2017-01-09' })).rejects.toThrow(RuleRefused)
    await run('commanderA', setStandard, { ...said, from: '2017-01-10' })
    await expect(run('chief', setStandard, { ...said, from: '2017-01-10' })).rejects.toThrow(Invalid)
    await expect(run('sergeantA', setStandard, { ...said, from: '2017-02-01' })).rejects.toThrow(Forbidden)
  })
})
