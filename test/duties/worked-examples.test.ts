import { describe, expect, test } from 'vitest'
import { withDutyWorld } from './duty-world.ts'

const duties = withDutyWorld()

describe('A duty is due as the worked examples say', () => {
  test.each([
    [
      'before Easter: two bank holidays and two weekends do not count',
      'TST-01',
      '2016-03-24T17:30:00Z',
      '2016-04-04T22:59:59Z',
    ],
    ['after Easter', 'TST-01', '2016-03-29T08:00:00Z', '2016-04-05T22:59:59Z'],
    ['before Christmas: Boxing Day is kept on the Monday', 'TST-01', '2015-12-23T12:00:00Z', '2016-01-04T23:59:59Z'],
    ['after Christmas', 'TST-01', '2016-01-04T12:00:00Z', '2016-01-11T23:59:59Z'],
    ['at 17:30 on a Friday: that day is day 0', 'TST-01', '2016-04-08T16:30:00Z', '2016-04-15T22:59:59Z'],
    ['over the change to summer time: 48 hours are 48 hours', 'TST-02', '2016-03-26T10:00:00Z', '2016-03-28T10:00:00Z'],
    ['over the change to winter time', 'TST-02', '2016-10-29T09:00:00Z', '2016-10-31T09:00:00Z'],
    [
      'by the version of the rule that governed the last of March',
      'TST-05',
      '2016-03-31T22:30:00Z',
      '2016-04-12T22:59:59Z',
    ],
    // 23:30 in UTC is the first of April in London.
    ['by the version that governs from the first of April', 'TST-05', '2016-03-31T23:30:00Z', '2016-04-08T22:59:59Z'],
  ])('%s', async (_name, rule, triggeredAt, due) => {
    const id = await duties().open({ rule, triggeredAt: new Date(triggeredAt) })
    expect((await duties().see(id)).due).toBe(due)
  })

  test('before an event, ten working days; and not at all while the event has no date', async () => {
    const { open, see } = duties()
    const trial = { rule: 'TST-04', countsFrom: new Date('2016-04-20T09:00:00Z') }
    expect((await see(await open(trial))).due).toBe('2016-04-06T22:59:59Z')
    expect(await see(await open({ ...trial, countsFrom: null }))).toMatchObject({ due: null, next: null })
  })
})
