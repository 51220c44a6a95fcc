import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import type { StreamEvent } from '#platform/http/event-stream.ts'
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
})
