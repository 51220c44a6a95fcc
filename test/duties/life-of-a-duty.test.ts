import { describe, expect, test } from 'vitest'
import { openDuty } from '#kernel/duties/open-duty.ts'
import { meetDuty } from '#kernel/duties/meet-duty.ts'
import { meetByHand } from '#kernel/duties/meet-by-hand.ts'
import { pauseDuty } from '#kernel/duties/pause-duty.ts'
import { resumeDuty } from '#kernel/duties/resume-duty.ts'
import { correctTrigger, supersedeDuty } from '#kernel/duties/replace-duty.ts'
import { handOnDuty } from '#kernel/duties/hand-on-duty.ts'
import { waiveDuty } from '#kernel/duties/waive-duty.ts'
import { openRecord } from '#kernel/records/record.ts'
import { changeGuards } from '#kernel/records/guards.ts'
import { testRules } from '#kernel/duties/testing.ts'
import { Conflict, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { newDuty, withDutyWorld } from './duty-world.ts'

const duties = withDutyWorld()
const START = '2016-03-24T17:30:00Z'
const at = (moment: string) => duties().world.moveTo(moment)
const version = async (id: string) => (await duties().see(id)).version

describe('A duty', () => {
  test('is opened once, however often its event arrives', async () => {
    await at(START)
    const { world, as } = duties()
    const plan = newDuty(world)
    const opened = await as('sergeantA', async (tx) => [
      await openDuty(tx, testRules, plan),
      await openDuty(tx, testRules, plan),
    ])
    expect(opened.map((one) => one.opened)).toEqual([true, false])
    const both = await Promise.all([1, 2].map(() => as('officerB', (tx) => openDuty(tx, testRules, plan))))
    expect(both.map((one) => one.opened)).toEqual([false, false])
    expect(await world.owner('SELECT FROM duty WHERE subject_id = $1', [plan.subject.id])).toHaveLength(1)
  })

  test('is opened by somebody who may not see it then, and met by somebody who may not', async () => {
    const { world, as, see, events } = duties()
    const plan = newDuty(world)
    const { id } = await as('officerB', (tx) => openDuty(tx, testRules, plan))
    await at('2016-03-30T12:00:00Z')
    const meeting = { rule: plan.rule, subject: plan.subject, how: 'The victim was told' }
    expect(await as('officerB', (tx) => meetDuty(tx, meeting))).toEqual([id])
    expect(await as('officerB', (tx) => meetDuty(tx, meeting))).toEqual([])
    expect(await see(id)).toMatchObject({ met: '2016-03-30T12:00:00Z', next: null })
    expect(await events(id)).toEqual(['duty.met'])
    await at(START)
  })

  test('is met by hand now, in a way of its rule, once, by those who owe it', async () => {
    const { as, open, see } = duties()
    const id = await open()
    const act = { id, version: 1, how: 'Told by telephone' }
    await expect(as('officerB', (tx) => meetByHand(tx, testRules, act))).rejects.toThrow(NotFound)
    await expect(as('sergeantA', (tx) => meetByHand(tx, testRules, { ...act, how: 'Attempted' }))).rejects.toThrow(
      /An attempt/,
    )
    await expect(as('sergeantA', (tx) => meetByHand(tx, testRules, { ...act, version: 7 }))).rejects.toThrow(Conflict)
    await as('sergeantA', (tx) => meetByHand(tx, testRules, act))
    expect(await see(id)).toMatchObject({ met: START, version: 2 })
    await expect(as('sergeantA', (tx) => meetByHand(tx, testRules, { ...act, version: 2 }))).rejects.toThrow(Conflict)
    const review = await open({ rule: 'TST-02' })
    await expect(as('sergeantA', (tx) => meetByHand(tx, testRules, { ...act, id: review }))).rejects.toThrow(
      /by what happens/,
    )
  })

  test('is waived by the rank of its rule and no lower, with both kept', async () => {
    const { world, as, open } = duties()
    const id = await open()
    const act = { id, version: 1, reason: 'The victim asked not to be told' }
    await expect(as('sergeantA', (tx) => waiveDuty(tx, testRules, act))).rejects.toThrow(RuleRefused)
    await as('commanderA', (tx) => waiveDuty(tx, testRules, act))
    const sql = 'SELECT waived_rank AS rank, waived_reason AS reason, waived_by AS by FROM duty WHERE id = $1'
    expect(await world.owner(sql, [id])).toEqual([
      { rank: 'Area commander', reason: act.reason, by: world.personas.commanderA.account },
    ])
    const review = await open({ rule: 'TST-02' })
    await expect(as('chief', (tx) => waiveDuty(tx, testRules, { ...act, id: review }))).rejects.toThrow(
      /Nobody may waive/,
    )
  })

  test('has no due time while its clock is stopped, and as many days more after', async () => {
    const { as, open, see } = duties()
    const id = await open()
    await as('sergeantA', (tx) => pauseDuty(tx, testRules, { id, version: 1, reason: 'No safe contact' }))
    expect(await see(id)).toMatchObject({ due: null, next: null, paused: START })
    await expect(
      as('sergeantA', (tx) => pauseDuty(tx, testRules, { id, version: 2, reason: 'No safe contact' })),
    ).rejects.toThrow(/stopped already/)
    await at('2016-03-31T09:00:00Z')
    await as('sergeantA', async (tx) => resumeDuty(tx, testRules, { id, version: 2 }))
    // Three working days began in the pause: 29, 30 and 31 March.
    expect(await see(id)).toMatchObject({ due: '2016-04-07T22:59:59Z', paused: null })
    await expect(
      as('sergeantA', async (tx) => resumeDuty(tx, testRules, { id, version: await version(id) })),
    ).rejects.toThrow(Conflict)
    await at('2016-04-08T09:00:00Z')
    await expect(
      as('sergeantA', async (tx) => pauseDuty(tx, testRules, { id, version: 3, reason: 'No safe contact' })),
    ).rejects.toThrow(/overdue/)
    await at(START)
  })

  test('whose start is corrected is reckoned anew, and the old one is kept', async () => {
    const { as, open, see } = duties()
    const id = await open()
    const to = { triggeredAt: new Date('2016-03-22T10:00:00Z'), reason: 'Reported two days before' }
    const made = await as('sergeantA', (tx) => correctTrigger(tx, testRules, id, to))
    expect(await see(id)).toMatchObject({ due: '2016-04-04T22:59:59Z', superseded: START, by: made.id, next: null })
    // Later than the old one's would do as well: what was wrong binds nobody.
    expect(await see(made.id)).toMatchObject({ due: '2016-03-31T22:59:59Z', superseded: null })
    const later = { triggeredAt: new Date('2016-03-29T10:00:00Z'), reason: 'Reported after Easter' }
    const again = await as('sergeantA', (tx) => correctTrigger(tx, testRules, made.id, later))
    expect((await see(again.id)).due).toBe('2016-04-05T22:59:59Z')
    await expect(as('sergeantA', (tx) => correctTrigger(tx, testRules, id, later))).rejects.toThrow(Conflict)
  })

  test('that was met and whose start is corrected is met at the same moment, which may be late now', async () => {
    const { world, as, open, see } = duties()
    const id = await open()
    await at('2016-04-04T12:00:00Z')
    await as('sergeantA', (tx) => meetByHand(tx, testRules, { id, version: 1, how: 'Told in person' }))
    await at('2016-04-06T12:00:00Z')
    const to = { triggeredAt: new Date('2016-03-22T10:00:00Z'), reason: 'Reported two days before' }
    const made = await as('sergeantA', (tx) => correctTrigger(tx, testRules, id, to))
    expect(await see(made.id)).toMatchObject({ due: '2016-03-31T22:59:59Z', met: '2016-04-04T12:00:00Z', next: null })
    expect(await world.owner('SELECT FROM duty WHERE id = $1 AND met_at IS NOT NULL', [id])).toHaveLength(1)
    await at(START)
  })

  test('that takes the place of another is due at the earlier of the two, whichever that is', async () => {
    const { world, as, open, see } = duties()
    const sooner = { ...newDuty(world), rule: 'TST-03' }
    const five = await open()
    const one = await as('sergeantA', (tx) => supersedeDuty(tx, testRules, five, sooner, 'The victim is vulnerable'))
    expect((await see(one.id)).due).toBe('2016-03-29T22:59:59Z')
    // Back to five days a week later: the one day that was running stays.
    await at('2016-03-25T12:00:00Z')
    const back = { ...newDuty(world), subject: sooner.subject }
    const held = await as('sergeantA', (tx) => supersedeDuty(tx, testRules, one.id, back, 'Not vulnerable after all'))
    expect((await see(held.id)).due).toBe('2016-03-29T22:59:59Z')
    await as('sergeantA', async (tx) =>
      pauseDuty(tx, testRules, { id: held.id, version: 1, reason: 'No safe contact' }),
    )
    await at('2016-03-30T12:00:00Z')
    await as('sergeantA', async (tx) => resumeDuty(tx, testRules, { id: held.id, version: 2 }))
    // Both limits stood still; the one day is still the earlier: Thursday, since Tuesday and Wednesday began in the pause.
    expect((await see(held.id)).due).toBe('2016-03-31T22:59:59Z')
    await at(START)
  })

  test('whose clock is stopped takes that with it when it is replaced', async () => {
    const { world, as, open, see } = duties()
    const id = await open()
    await as('sergeantA', (tx) => pauseDuty(tx, testRules, { id, version: 1, reason: 'No safe contact' }))
    const next = { ...newDuty(world), rule: 'TST-03' }
    const made = await as('sergeantA', (tx) => supersedeDuty(tx, testRules, id, next, 'The victim is vulnerable'))
    expect(await see(made.id)).toMatchObject({ due: null, paused: START })
    await at('2016-03-30T12:00:00Z')
    await as('sergeantA', (tx) => resumeDuty(tx, testRules, { id: made.id, version: 1 }))
    expect(await see(made.id)).toMatchObject({ due: '2016-03-31T22:59:59Z', paused: null })
    await at(START)
  })

  test('is handed on out of one’s own reach, to somebody who is told', async () => {
    const { world, as, open, see } = duties()
    const { officerB, leaver, partner } = world.personas
    const id = await open()
    const act = { id, version: 1, to: officerB.account, reason: 'She knows the victim' }
    for (const to of [leaver.account, partner.account])
      await expect(as('sergeantA', (tx) => handOnDuty(tx, { ...act, to }))).rejects.toThrow(RuleRefused)
    await as('sergeantA', (tx) => handOnDuty(tx, act))
    expect(await see(id)).toMatchObject({ owner: officerB.account, unit: world.units.teamB, version: 2 })
    const told = `SELECT event, account_id = $2 AS her FROM notification WHERE subject_id = $1`
    expect(await world.owner(told, [id, officerB.account])).toEqual([{ event: 'duty.handed-on', her: true }])
  })

  test('goes into no compartment that its changer is not in, nor above their clearance', async () => {
    const { world, as, open } = duties()
    const { officerB } = world.personas
    const guards = { ...newDuty(world).guards, owner: officerB.account, unit: world.units.teamB }
    const id = await open({ guards })
    for (const change of [`compartment_id = ${world.compartment}`, `marking = 'OFFICIAL-SENSITIVE'`]) {
      // Blindly too: a statement that names no column to read asks no policy for reading.
      for (const where of [`WHERE id = '${id}'`, ''])
        await expect(as('officerB', (tx) => tx.client.query(`UPDATE duty SET ${change} ${where}`))).rejects.toThrow(
          /row-level security/,
        )
    }
  })

  test('of a record goes into a compartment with it, wherever it is owed', async () => {
    const { world, as, open } = duties()
    const guards = { ...newDuty(world).guards, area: null, unit: world.units.teamB, owner: null }
    const { id: record } = await as('member', (tx) =>
      openRecord(tx, { kind: 'finding', title: 'A finding', stage: 'new', words: '', guards }),
    )
    // Owed in team A, which DC Rees of team B does not reach.
    const id = await open({ record })
    await as('member', (tx) => changeGuards(tx, record, { ...guards, compartment: world.compartment }))
    expect(await world.owner('SELECT compartment_id AS inside FROM duty WHERE id = $1', [id])).toEqual([
      { inside: world.compartment },
    ])
  })

  test('takes its pauses along when what guards it changes', async () => {
    const { world, as, open } = duties()
    const id = await open({
      guards: { ...newDuty(world).guards, owner: world.personas.member.account, unit: world.units.teamB },
    })
    await as('member', (tx) => pauseDuty(tx, testRules, { id, version: 1, reason: 'No safe contact' }))
    await as('member', async (tx) => {
      await tx.client.query('UPDATE duty SET compartment_id = $2 WHERE id = $1', [id, world.compartment])
    })
    expect(await world.owner('SELECT compartment_id AS inside FROM duty_pause WHERE duty_id = $1', [id])).toEqual([
      { inside: world.compartment },
    ])
    const outside = await as(
      'chief',
      async (tx) => (await tx.client.query('SELECT FROM duty_pause WHERE duty_id = $1', [id])).rowCount,
    )
    expect(outside).toBe(0)
  })
})
