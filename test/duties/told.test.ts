import { describe, expect, test } from 'vitest'
import { listNotifications } from '#kernel/notifications/list.ts'
import { notify } from '#kernel/notifications/notify.ts'
import { seeNotifications } from '#kernel/notifications/see.ts'
import { countNotifications } from '#kernel/notifications/count.ts'
import { myWork } from '#modules/my-work/queries/my-work.ts'
import { withDutyWorld } from './duty-world.ts'

const duties = withDutyWorld()

async function tell(id: string): Promise<void> {
  const { world, as } = duties()
  const notice = { event: 'duty.overdue', subject: { kind: 'duty', id }, href: `/work/duties/${id}` } as const
  await as('sergeantA', (tx) => notify(tx, { ...notice, account: world.personas.sergeantA.account }))
}

describe('What somebody was told', () => {
  test('is listed and counted for them alone, and seen up to what they looked at', async () => {
    const { world, open } = duties()
    const id = await open()
    await tell(id)
    await tell(id)
    const { notifications, until } = await world.run('sergeantA', listNotifications, {})
    // Told twice at one moment is told once.
    expect(notifications).toMatchObject([{ about: 'Tell the victim', event: 'duty.overdue', seen: false }])
    expect((await world.run('commanderA', listNotifications, {})).notifications).toEqual([])
    await world.moveTo('2016-03-24T17:31:00Z')
    await tell(id)
    expect(await world.run('sergeantA', seeNotifications, { until })).toEqual({ seen: 1 })
    expect(await world.run('sergeantA', countNotifications, {})).toMatchObject({ count: 1 })
  })

  test('of what went out of their reach since is neither listed nor counted, in their work neither', async () => {
    const { world, open } = duties()
    const id = await open()
    await tell(id)
    const before = await world.run('sergeantA', countNotifications, {})
    await world.owner('UPDATE duty SET compartment_id = $2 WHERE id = $1', [id, world.compartment])
    const after = await world.run('sergeantA', countNotifications, {})
    expect([before.count, after.count]).toEqual([2, 1])
    const { notifications } = await world.run('sergeantA', listNotifications, {})
    expect(notifications.some(({ href }) => href.includes(id))).toBe(false)
    const work = await world.run('sergeantA', myWork, {})
    expect(
      [work.duties.map((duty) => duty.id), work.notifications.map(({ href }) => href)].flat().join(),
    ).not.toContain(id)
    expect(work.owed).toEqual({ overdue: 0, today: 0, week: 0 })
  })
})
