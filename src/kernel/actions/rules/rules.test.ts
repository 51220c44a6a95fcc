import { expect, test } from 'vitest'
import { stillOpen } from './act01-still-open.ts'
import { mayAct, whoMayAct } from './act02-who-may.ts'
import { notDueBefore } from './act03-not-due-before.ts'
import { recordOpen } from './act04-record-open.ts'
import { oneAssignee } from './act05-one-assignee.ts'

const noon = new Date('2026-11-23T12:00:00Z')

test('ACT01: what is done or dropped stays so', () => {
  expect(stillOpen({ doneAt: null, droppedAt: null })).toBeNull()
  expect(stillOpen({ doneAt: noon, droppedAt: null })?.message).toMatch(/is done/)
  expect(stillOpen({ doneAt: null, droppedAt: noon })?.message).toMatch(/was dropped/)
})

test.each([
  ['somebody who may open the record', { reach: true, assignee: false }, [true, true, true]],
  ['who must do it, out of reach of the record', { reach: false, assignee: true }, [false, true, false]],
  ['who must do it, in reach of the record', { reach: true, assignee: true }, [true, true, true]],
  ['anybody else', { reach: false, assignee: false }, [false, false, false]],
] as const)('ACT02: %s', (_who, standing, [change, complete, drop]) => {
  expect([mayAct('change', standing), mayAct('complete', standing), mayAct('drop', standing)]).toEqual([
    change,
    complete,
    drop,
  ])
  expect(whoMayAct('drop', standing) === null).toBe(drop)
})

test('ACT03: nothing is newly asked for by a day that has passed, but what was due stays due', () => {
  expect(notDueBefore('2026-11-22', '2026-11-23')?.rule).toBe('ACT03')
  expect(notDueBefore('2026-11-23', '2026-11-23')).toBeNull()
  expect(notDueBefore(null, '2026-11-23')).toBeNull()
  expect(notDueBefore('2026-11-01', '2026-11-23', '2026-11-01')).toBeNull()
})

test('ACT04: a closed record has nothing left to do', () => {
  expect(recordOpen(noon)?.rule).toBe('ACT04')
  expect(recordOpen(null)).toBeNull()
})

test('ACT05: exactly one must do it', () => {
  expect(oneAssignee({ person: 'a', team: null, agency: null })).toBeNull()
  expect(oneAssignee({ person: 'a', team: 3, agency: null })?.rule).toBe('ACT05')
  expect(oneAssignee({ person: null, team: null, agency: null })?.rule).toBe('ACT05')
})
