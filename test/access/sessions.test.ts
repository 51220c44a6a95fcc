import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import { endSessionsOf } from '#platform/access/sessions.ts'
import type { Who } from '#platform/db/transaction.ts'
import { buildWorld, type World } from '../world/world.ts'

const database = withTestDatabase()
let world: World
const NOON = '2026-06-01T12:00:00Z'

beforeAll(async () => {
  world = await buildWorld(database(), { at: NOON })
})
afterAll(() => world.close())

const request = { requestId: 'r', purpose: 'test', origin: 'test' }

/** How a session is answered: the reader, or why not. */
async function answer(who: Who): Promise<string> {
  try {
    return await transaction(world.store, who, request, async ({ reader, open }) => {
      await open()
      return { value: reader.postingTitle ?? 'nobody', audit: [] }
    })
  } catch (error) {
    return error instanceof Error && 'reason' in error ? String(error.reason) : String(error)
  }
}

const minutes = (count: number, seconds = 0) =>
  new Date(Date.parse(NOON) + count * 60_000 + seconds * 1_000).toISOString()

describe('A session', () => {
  test.each([
    [minutes(14, 59), 'Sergeant, Abbey'],
    [minutes(15), 'Sergeant, Abbey'],
    [minutes(15, 1), 'locked'],
  ])('left alone since noon answers at %s: %s', async (at, expected) => {
    await world.moveTo(NOON)
    const who = await world.signIn('sergeantA')
    await world.moveTo(at)
    expect(await answer(who)).toBe(expected)
  })

  test('that is used stays open; what runs by itself does not keep it so', async () => {
    await world.moveTo(NOON)
    const used = await world.signIn('sergeantA')
    const passive = await world.signIn('sergeantA')
    for (const at of [minutes(10), minutes(20)]) {
      await world.moveTo(at)
      expect(await answer(used)).toBe('Sergeant, Abbey')
      await answer({ ...passive, passive: true })
    }
    expect(await answer(passive)).toBe('locked')
  })

  test('ends for a leaver at the next request, in the middle of the work', async () => {
    await world.moveTo(NOON)
    const who = await world.signIn('officerB')
    expect(await answer(who)).toBe('Constable, Beech')
    await world.owner('UPDATE account SET left_at = $1 WHERE id = $2', [minutes(1), world.personas.officerB.account])
    expect(await answer(who)).toBe('Constable, Beech')
    await world.moveTo(minutes(1))
    expect(await answer(who)).toBe('ended')
    await world.owner('UPDATE account SET left_at = NULL WHERE id = $1', [world.personas.officerB.account])
  })

  test('of an account ends everywhere when an administrator says so, and nobody else’s does', async () => {
    await world.moveTo(NOON)
    const [one, two, other] = [
      await world.signIn('analyst'),
      await world.signIn('analyst'),
      await world.signIn('chief'),
    ]
    const who = await world.signIn('administrator')
    const ended = await transaction(world.store, who, request, async ({ open }) => {
      const tx = await open()
      const value = await endSessionsOf(tx, world.personas.analyst.account)
      const { rows } = await tx.client.query<{ role: string }>('SELECT current_role AS role')
      expect(rows).toEqual([{ role: 'fp_staff' }])
      return { value, audit: [] }
    })
    expect(ended).toBe(2)
    expect([await answer(one), await answer(two), await answer(other)]).toEqual(['ended', 'ended', 'Chief constable'])
  })
})

describe('A posting', () => {
  test.each([
    // British Summer Time begins on 29 March 2026 and ends on 25 October 2026; midnight in London is 23:00 in UTC between.
    ['2026-03-28', '2026-03-28T23:59:59Z', '2026-03-29T00:00:00Z'],
    ['2026-03-29', '2026-03-29T22:59:59Z', '2026-03-29T23:00:00Z'],
    ['2026-06-01', '2026-06-01T22:59:59Z', '2026-06-01T23:00:00Z'],
    ['2026-10-24', '2026-10-24T22:59:59Z', '2026-10-24T23:00:00Z'],
    ['2026-10-25', '2026-10-25T23:59:59Z', '2026-10-26T00:00:00Z'],
  ])('whose last day is %s ends at midnight in London', async (lastDay, before, after) => {
    const { account, posting } = world.personas.commanderA
    await world.owner('UPDATE posting SET ends = $1 WHERE id = $2', [lastDay, posting])
    await world.moveTo(before)
    const who = await world.signIn('commanderA')
    expect(await answer(who)).toBe('Commander, Ashford')
    await world.moveTo(after)
    expect(await answer(who)).toBe('ended')
    const next = await world.addPosting({ account, title: 'Next', starts: nextDay(lastDay) })
    expect(await answer(who)).toBe('Next')
    await world.moveTo(before)
    expect(await answer(await world.signIn('commanderA'))).toBe('Commander, Ashford')
    await world.owner('DELETE FROM posting WHERE id = $1', [next])
    await world.owner('UPDATE posting SET ends = NULL WHERE id = $1', [posting])
  })

  test('that ended yesterday or starts tomorrow opens nothing', async () => {
    await world.moveTo(NOON)
    const { posting } = world.personas.commanderA
    const who = await world.signIn('commanderA')
    await world.owner('UPDATE posting SET ends = $1 WHERE id = $2', ['2026-05-31', posting])
    expect(await answer(who)).toBe('ended')
    await world.owner('UPDATE posting SET starts = $1, ends = NULL WHERE id = $2', ['2026-06-02', posting])
    expect(await answer(who)).toBe('ended')
    await world.owner('UPDATE posting SET starts = $1 WHERE id = $2', ['2026-06-01', posting])
    expect(await answer(who)).toBe('Commander, Ashford')
  })
})

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
