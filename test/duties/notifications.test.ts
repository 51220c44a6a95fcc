import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { notify } from '#kernel/notifications/notify.ts'
import { openDuty } from '#kernel/duties/open-duty.ts'
import { testRules } from '#kernel/duties/testing.ts'
import { systemReader } from '#platform/access/reader.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import { tokenHash } from '#platform/http/session-cookie.ts'
import { runApplication, type RunningApplication } from '../faults/application.ts'
import { sessionOf } from '../faults/session.ts'
import type { PersonaName } from '../world/personas.ts'
import { newDuty } from './duty-world.ts'
import { follow, type Followed } from './follow.ts'

const database = withTestDatabase()
let application: RunningApplication
let duty: string

beforeAll(async () => {
  application = await runApplication(database())
})
afterAll(() => application.close())

const asSystem = <T>(work: (tx: Parameters<typeof notify>[0]) => Promise<T>): Promise<T> => {
  const request = { requestId: 'test', purpose: 'a test', origin: 'test' }
  return transaction(application.world.store, { reader: systemReader('system:test') }, request, async (entered) => ({
    value: await work(await entered.open()),
    audit: [],
  }))
}

beforeEach(async () => {
  await application.world.owner('DELETE FROM notification')
  const plan = newDuty(application.world)
  const { id } = await asSystem((tx) => openDuty(tx, testRules, plan))
  duty = id
})

let moments = 0
/** Tells somebody of the duty. */
async function tell(persona: PersonaName, id = duty): Promise<void> {
  const { world } = application
  await world.moveTo(new Date(world.store.clock.now().getTime() + 1 + moments++).toISOString())
  const notice = { event: 'duty.overdue', subject: { kind: 'duty', id }, href: `/work/duties/${id}` } as const
  await asSystem((tx) => notify(tx, { ...notice, account: world.personas[persona].account }))
}

async function listen(
  persona: PersonaName,
  headers: Record<string, string> = {},
): Promise<Followed & { token: string }> {
  const { cookie } = await sessionOf(application.world, persona)
  const token = cookie.split('=')[1] ?? ''
  return { ...(await follow(`${application.origin}/notifications/stream`, { cookie, ...headers })), token }
}

const endSession = (token: string, column: 'ended_at' | 'locked_at') =>
  application.world.owner(`UPDATE session SET ${column} = seen_at WHERE token_hash = $1`, [tokenHash(token)])

describe('The stream of notifications', () => {
  test('says how many are not seen, and again when that changes; a number and a reference, and nothing else', async () => {
    const { next, close } = await listen('sergeantA')
    expect(await next()).toMatchObject({ name: 'unseen', data: { count: 0, latest: null } })
    await tell('sergeantA')
    const told = await next()
    expect(told?.data).toEqual({ count: 1, latest: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    await application.world.owner('UPDATE notification SET seen_at = at')
    expect((await next())?.data).toEqual({ count: 0, latest: null })
    close()
  })

  test('tells nobody of what is somebody else’s, or out of their reach', async () => {
    const { next, close } = await listen('officerB')
    expect((await next())?.data).toMatchObject({ count: 0 })
    await tell('sergeantA')
    // Told once, and handed on since to where PC Okoro cannot look.
    await tell('officerB')
    await expect(next(600)).resolves.toBeNull()
    close()
  })

  test('goes on from where a browser was: what it has is not sent again', async () => {
    await tell('sergeantA')
    const first = await listen('sergeantA')
    const seen = await first.next()
    first.close()
    const again = await listen('sergeantA', { 'last-event-id': seen?.id ?? '' })
    await expect(again.next(400)).resolves.toBeNull()
    await tell('sergeantA')
    expect((await again.next())?.data).toMatchObject({ count: 2 })
    again.close()
  })

  test.each(['ended_at', 'locked_at'] as const)('ends when its session has %s', async (column) => {
    const { next, ended, token } = await listen('sergeantA')
    await next()
    await endSession(token, column)
    expect(await next()).toMatchObject({ name: 'ended' })
    await ended
  })

  test('does not keep its session unlocked', async () => {
    const { world } = application
    const { next, close, token } = await listen('sergeantA')
    await next()
    const seenAt = 'SELECT seen_at FROM session WHERE token_hash = $1'
    const before = await world.owner(seenAt, [tokenHash(token)])
    await world.moveTo(new Date(world.store.clock.now().getTime() + 14 * 60_000).toISOString())
    await tell('sergeantA')
    expect((await next())?.data).toMatchObject({ count: 1 })
    expect(await world.owner(seenAt, [tokenHash(token)])).toEqual(before)
    await world.moveTo(new Date(world.store.clock.now().getTime() + 2 * 60_000).toISOString())
    expect(await next()).toMatchObject({ name: 'ended' })
    close()
  })

  test('is a partner’s too, and counts nothing that is not shared with their agency', async () => {
    const { next, close } = await listen('partner')
    expect(await next()).toMatchObject({ name: 'unseen', data: { count: 0, latest: null } })
    await tell('partner')
    close()
    const again = await listen('partner')
    expect((await again.next())?.data).toEqual({ count: 0, latest: null })
    again.close()
  })

  test('is not for the public, or a locked screen', async () => {
    const ask = async (cookie: string) =>
      (await fetch(`${application.origin}/notifications/stream`, { headers: { cookie } })).status
    expect(await ask('')).toBe(401)
    const { cookie } = await sessionOf(application.world, 'sergeantA')
    await endSession(cookie.split('=')[1] ?? '', 'locked_at')
    expect(await ask(cookie)).toBe(401)
  })

  test('of one session is open four times at most: the oldest makes room', async () => {
    const { cookie } = await sessionOf(application.world, 'sergeantA')
    const open = () => follow(`${application.origin}/notifications/stream`, { cookie })
    const first = await open()
    await first.next()
    const others = [await open(), await open(), await open(), await open()]
    expect(await first.next()).toMatchObject({ name: 'elsewhere' })
    await first.ended
    for (const other of others) other.close()
  })

  test('lives through a database that is away, and tells what happened meanwhile', async () => {
    const { line } = application
    const { next, close } = await listen('sergeantA')
    await next()
    await line.cut()
    await tell('sergeantA')
    await sleep(600)
    await line.mend()
    expect((await next(5_000))?.data).toMatchObject({ count: 1 })
    close()
  })
})
