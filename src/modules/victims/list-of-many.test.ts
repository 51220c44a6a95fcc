import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { bringCrime } from '../../../test/world/victims.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { listVictims, SHOWN, VICTIMS_A_PAGE } from './queries/list-victims.ts'

const VICTIMS = 46
const database = withTestDatabase()
let world: World

/** As many as fill three pages, each owed several things; some paused, told, met or ended. */
beforeAll(async () => {
  world = await buildWorld(database(), { at: '2016-03-24T12:00:00Z' })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'`)
  for (let n = 0; n < VICTIMS; n += 1) {
    const hour = String(1 + (n % 20)).padStart(2, '0')
    const day = 20 + (n % 4)
    await bringCrime(world, { number: `4316000${6000 + n}`, reportedAt: `2016-03-${day} ${hour}:30`, unit: 'teamA' })
  }
  const some = (which: string) =>
    `(SELECT v.id FROM (SELECT v.id, row_number() OVER (ORDER BY v.id) AS n FROM victim v) AS v WHERE ${which})`
  await world.owner(`UPDATE victim SET told_at = '2016-03-24T09:00:00Z' WHERE id IN ${some('n % 3 = 0')}`)
  await world.owner(`UPDATE duty SET met_at = '2016-03-24T09:00:00Z', met_how = 'Told', next_look_at = NULL
    WHERE ended_at IS NULL AND record_id IN ${some('n % 6 = 0')}`)
  await world.owner(
    `UPDATE victim SET no_safe_contact_since = '2016-03-24T09:00:00Z', no_safe_contact_reason = 'He answers' WHERE id IN ${some('n % 7 = 0')}`,
  )
  await world.owner(`UPDATE duty SET paused_at = '2016-03-24T09:00:00Z', due_at = NULL, warn_at = NULL
    WHERE ended_at IS NULL AND record_id IN ${some('n % 7 = 0')}`)
  await world.owner(`UPDATE record SET closed_at = opened_at WHERE id IN ${some('n % 11 = 0')}`)
})
afterAll(() => world.close())

async function wholeList(persona: 'sergeantA' | 'commanderA' | 'chief', of: string, show: string) {
  const ids: string[] = []
  for (let page = 1; ; page += 1) {
    const { victims, counts, total } = listVictims.output.parse(
      await world.run(persona, listVictims, { of, show, page }),
    )
    ids.push(...victims.map(({ id }) => id))
    if (victims.length < VICTIMS_A_PAGE) return { ids, counts, total }
  }
}

describe.each(['2016-03-24T12:00:00Z', '2016-03-31T12:00:00Z', '2016-04-20T12:00:00Z'])(
  'At %s a list of the force or an area, which looks at no more than it shows, is that of the team, which looks at everybody',
  (at) => {
    test.each(Object.keys(SHOWN))('%s: the same victims in the same order, with the same counts', async (show) => {
      await world.moveTo(at)
      const team = await wholeList('sergeantA', 'ours', show)
      expect(await wholeList('chief', 'all', show)).toEqual(team)
      expect(await wholeList('commanderA', 'area', show)).toEqual(team)
      expect(team.total).toBe(team.ids.length)
    })
  },
)

test('there is something of each sort on more than one page', async () => {
  await world.moveTo('2016-03-31T12:00:00Z')
  const { counts } = await wholeList('sergeantA', 'ours', 'all')
  expect(counts.followed).toBe(VICTIMS - Math.floor(VICTIMS / 11))
  expect(counts.overdue).toBeGreaterThan(VICTIMS_A_PAGE)
  expect(counts.silent).toBeGreaterThan(VICTIMS_A_PAGE)
  expect(counts.unsafe).toBeGreaterThan(0)
})
