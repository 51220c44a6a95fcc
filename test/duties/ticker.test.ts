import { beforeEach, describe, expect, test } from 'vitest'
import { tick, tickerLag } from '#kernel/duties/tick.ts'
import { recomputeAll, recomputeBatch } from '#kernel/duties/recompute.ts'
import { correctTrigger } from '#kernel/duties/replace-duty.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import { anyRule, testRules } from '#kernel/duties/testing.ts'
import { newDuty, withDutyWorld } from './duty-world.ts'

const duties = withDutyWorld()
const START = '2016-03-24T17:30:00Z'
const at = (moment: string) => duties().world.moveTo(moment)
const tickNow = () => duties().asClock((tx) => tick(tx, testRules))

beforeEach(async () => {
  await duties().world.owner(
    'DELETE FROM notification; DELETE FROM domain_event; DELETE FROM duty_pause; DELETE FROM duty',
  )
  await at(START)
})

async function notices(): Promise<string[]> {
  const rows = await duties().world.owner<{ name: string; event: string }>(
    'SELECT a.name, n.event FROM notification n JOIN account a ON a.id = n.account_id ORDER BY n.at, a.name',
  )
  return rows.map(({ name, event }) => `${name}: ${event}`)
}

describe('The ticker', () => {
  test('says each threshold once when it is crossed, and tells whom the rule names', async () => {
    const { open, events, see } = duties()
    const id = await open()
    expect(await tickNow()).toMatchObject({ looked: 0 })
    await at('2016-03-30T09:00:00Z')
    expect(await tickNow()).toMatchObject({ crossings: 1, told: 1 })
    expect(await tickNow()).toMatchObject({ looked: 0 })
    expect(await notices()).toEqual(['PS Ellis: duty.due-soon'])
    await at('2016-04-04T22:59:59Z')
    expect(await tickNow()).toMatchObject({ looked: 0 })
    await at('2016-04-04T23:00:00Z')
    expect(await tickNow()).toMatchObject({ crossings: 1, told: 2 })
    expect(await events(id)).toEqual(['duty.crossed 50', 'duty.crossed 100'])
    // The sergeant owes it, so it is the commander above who is told as supervisor.
    expect((await notices()).slice(1)).toEqual(['PS Ellis: duty.overdue', 'Supt Hale: duty.overdue'])
    expect((await see(id)).told.map(({ crossed, to }) => [crossed, to.length])).toEqual([
      [50, 1],
      [100, 2],
    ])
  })

  test('catches up after a standstill: every threshold once, each person of the latest', async () => {
    const { open, events, see } = duties()
    const id = await open()
    await at('2016-04-20T09:00:00Z')
    expect(await tickNow()).toMatchObject({ crossings: 3, told: 2 })
    expect(await events(id)).toEqual(['duty.crossed 50', 'duty.crossed 100', 'duty.crossed 150'])
    expect(await notices()).toEqual(['PS Ellis: duty.overdue', 'Supt Hale: duty.overdue'])
    expect(await see(id)).toMatchObject({ crossed: 150, next: null })
    expect(await tickNow()).toMatchObject({ looked: 0 })
  })

  test('after a standstill says overdue of what is overdue by now, though the last threshold of somebody is an earlier one', async () => {
    const { open } = duties()
    const warned = dutyRules([
      anyRule({
        escalations: [
          { at: 50, tell: 'owner' },
          { at: 100, tell: 'supervisor' },
        ],
      }),
    ])
    const late = () => duties().asClock((tx) => tick(tx, warned))
    await open()
    // The last second in time: due soon. A second later: overdue.
    await at('2016-04-04T22:59:59Z')
    await late()
    expect(await notices()).toEqual(['PS Ellis: duty.due-soon'])
    await duties().world.owner('DELETE FROM notification; DELETE FROM domain_event; DELETE FROM duty')
    await at(START)
    await open()
    await at('2016-04-04T23:00:00Z')
    await late()
    expect(await notices()).toEqual(['PS Ellis: duty.overdue', 'Supt Hale: duty.overdue'])
  })

  test('that broke off in the middle has said nothing, and says it all the next time', async () => {
    const { open, asClock, events, see } = duties()
    const id = await open()
    await at('2016-04-20T09:00:00Z')
    const broken = asClock(async (tx) => {
      await tick(tx, testRules)
      throw new Error('the database went away')
    })
    await expect(broken).rejects.toThrow('went away')
    expect([await events(id), await notices(), (await see(id)).crossed]).toEqual([[], [], 0])
    expect(await tickNow()).toMatchObject({ crossings: 3 })
    expect(await events(id)).toHaveLength(3)
  })

  test('works beside another without saying anything twice', async () => {
    const { open } = duties()
    for (let n = 0; n < 40; n++) await open()
    await at('2016-04-05T09:00:00Z')
    const all = await Promise.all([tickNow(), tickNow(), tickNow()])
    expect(all.reduce((sum, one) => sum + one.crossings, 0)).toBe(80)
    const twice = `SELECT FROM domain_event GROUP BY payload HAVING count(*) > 1`
    expect(await duties().world.owner(twice)).toEqual([])
  })

  test('says again only what lies ahead again, when a start is corrected', async () => {
    const { open, as, events } = duties()
    const id = await open()
    await at('2016-03-30T09:00:00Z')
    await tickNow()
    const later = { triggeredAt: new Date('2016-03-29T10:00:00Z'), reason: 'Reported after Easter' }
    const made = await as('sergeantA', (tx) => correctTrigger(tx, testRules, id, later))
    expect(await tickNow()).toMatchObject({ looked: 0 })
    await at('2016-04-02T09:00:00Z')
    await tickNow()
    expect(await events(made.id)).toEqual(['duty.crossed 50'])
  })

  test('reaches into a compartment, and tells nobody there but the owner', async () => {
    const { world, as, events } = duties()
    const { openDuty } = await import('#kernel/duties/open-duty.ts')
    const guards = {
      ...newDuty(world).guards,
      unit: world.units.teamB,
      owner: world.personas.member.account,
      compartment: world.compartment,
    }
    const { id } = await as('member', (tx) => openDuty(tx, testRules, newDuty(world, { guards })))
    await at('2016-04-20T09:00:00Z')
    expect(await tickNow()).toMatchObject({ crossings: 3, told: 1 })
    expect(await events(id)).toHaveLength(3)
    expect(await notices()).toEqual(['DC Rees: duty.overdue'])
  })

  test('knows how far it is behind', async () => {
    const { open, asClock } = duties()
    await open({ rule: 'TST-02' })
    expect(await asClock(tickerLag)).toBe(0)
    await at('2016-03-25T17:31:30Z')
    expect(await asClock(tickerLag)).toBe(90)
    await tickNow()
    expect(await asClock(tickerLag)).toBe(0)
  })
})

describe('After a change of bank holidays', () => {
  test('a part that breaks off is told only once the other has come to its end', async () => {
    const [looks, ended]: [string[], string[]] = [[], []]
    const batch = async (after: string, to: string) => {
      looks.push(after)
      if (to.startsWith('f')) throw new Error('The database went away.')
      await new Promise((resolve) => setTimeout(resolve, 20))
      ended.push(after)
      return { last: looks.length < 4 ? `${looks.length}` : null, looked: 1, changed: 0 }
    }
    await expect(recomputeAll(batch, () => Promise.resolve())).rejects.toThrow('The database went away.')
    expect([looks.length, ended.length]).toEqual([4, 3])
  })

  const recompute = () =>
    recomputeAll(
      (after, to) => duties().asClock((tx) => recomputeBatch(tx, testRules, after, to)),
      () => Promise.resolve(),
    )

  test('every open duty is due as if it had always been so, and nothing changes the second time', async () => {
    const { world, open, see, as } = duties()
    const [plain, hours, compartmented] = [await open(), await open({ rule: 'TST-02' }), await open()]
    const member = world.personas.member.account
    await world.owner('UPDATE duty SET compartment_id = $2, owner_id = $3 WHERE id = $1', [
      compartmented,
      world.compartment,
      member,
    ])
    const met = await open()
    await world.owner(`UPDATE duty SET met_at = opened_at, met_how = 'x' WHERE id = $1`, [met])
    const before = await see(met)
    await world.owner(
      `INSERT INTO bank_holiday (day, title, observed, source, added_at) VALUES ('2016-03-31', 'The Queen’s birthday', true, 'made up', now()),
        ('2016-03-28', 'Easter Monday', false, 'made up', now()), ('2016-04-01', 'A second day', true, 'made up', now())`,
    )
    expect(await recompute()).toMatchObject({ looked: 3, changed: 2 })
    // Easter Monday counts now; 31 March and 1 April do not.
    for (const id of [plain, compartmented]) expect((await see(id)).due).toBe('2016-04-05T22:59:59Z')
    expect((await see(hours)).due).toBe('2016-03-26T17:30:00Z')
    expect(await see(met)).toEqual(before)
    expect(await recompute()).toMatchObject({ looked: 3, changed: 0 })
    expect((await see(await open())).due).toBe('2016-04-05T22:59:59Z')
    const corrected = { triggeredAt: new Date('2016-03-23T10:00:00Z'), reason: 'A day before' }
    const made = await as('sergeantA', (tx) => correctTrigger(tx, testRules, plain, corrected))
    expect((await see(made.id)).due).toBe('2016-04-04T22:59:59Z')
    await world.owner('DELETE FROM bank_holiday')
    await recompute()
    expect((await see(made.id)).due).toBe('2016-04-01T22:59:59Z')
  })
})
