import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDuty } from '#kernel/duties/open-duty.ts'
import { testRules } from '#kernel/duties/testing.ts'
import { systemReader } from '#platform/access/reader.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import type { StreamEvent } from '#platform/http/event-stream.ts'
import { newDuty } from '../../../test/duties/duty-world.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { notificationHub } from './hub.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database())
})
afterAll(() => world.close())

describe('Who listens for what they have not seen', () => {
  test('is not sent away when they come while it is asked whose sessions still live', async () => {
    const warnings: object[] = []
    const log = { warn: (details: object) => void warnings.push(details) }
    const hub = notificationHub({ store: world.store, log, every: 1 })
    const { account } = world.personas.sergeantA
    const heard: StreamEvent[] = []
    const stream = {
      send: (event: StreamEvent) => void heard.push(event),
      end: () => undefined,
      onEnd: () => undefined,
    }
    for (let comes = 0; comes < 400; comes++) {
      const { session } = await world.signIn('sergeantA')
      hub.follow({ session, account, stream, sent: null })
      await sleep(comes % 7)
    }
    await hub.stop()
    expect(heard.filter(({ name }) => name === 'ended')).toEqual([])
    expect(heard.length).toBeGreaterThan(0)
    expect(warnings).toEqual([])
  })

  test('is told that nothing is left to see, however soon it was seen after it came', async () => {
    const { account } = world.personas.sergeantA
    const duty = await openTestDuty()
    for (let time = 0; time < 80; time++) {
      const hub = notificationHub({ store: world.store, log: { warn: () => undefined }, every: 1 })
      const counts: unknown[] = []
      const stream = {
        send: ({ data }: StreamEvent) => void counts.push(data['count']),
        end: () => undefined,
        onEnd: () => undefined,
      }
      const { session } = await world.signIn('sergeantA')
      hub.follow({ session, account, stream, sent: '0.none' })
      await sleep(time % 8)
      await world.owner(
        `INSERT INTO notification (id, account_id, at, event, subject_kind, subject_id, href)
        VALUES (gen_random_uuid(), $1, now(), 'duty.overdue', 'duty', $2, '/')`,
        [account, duty],
      )
      await until(() => counts.at(-1) === 1)
      await world.owner('DELETE FROM notification')
      await until(() => counts.at(-1) === 0)
      await hub.stop()
    }
  })
})

async function openTestDuty(): Promise<string> {
  const request = { requestId: 'test', purpose: 'a test', origin: 'test' }
  const plan = newDuty(world)
  return transaction(world.store, { reader: systemReader('system:test') }, request, async (entered) => ({
    value: (await openDuty(await entered.open(), testRules, plan)).id,
    audit: [],
  }))
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !holds(); tries++) await sleep(2)
  expect(holds()).toBe(true)
}
