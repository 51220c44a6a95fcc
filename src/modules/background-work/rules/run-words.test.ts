import { expect, test } from 'vitest'
import { RUN_STATES, runWords } from './run-words.ts'

test('a run says how it stands, and how often it was tried', () => {
  expect(runWords({ state: 'waiting', attempts: 0, error: null })).toBe('waiting')
  expect(runWords({ state: 'waiting', attempts: 2, error: 'The file is not there.' })).toBe('waiting to be tried again')
  expect(runWords({ state: 'failed', attempts: 3, error: 'The file is not there.' })).toBe('failed after 3 tries')
  expect(runWords({ state: 'failed', attempts: 1, error: 'Not yours.' })).toBe('failed')
  expect(runWords({ state: 'running', attempts: 1, error: null })).toBe('under way')
})

test('what may be done about a run in each state', () => {
  const may = Object.entries(RUN_STATES).map(([state, { over, mayCancel, mayRunAgain }]) => [
    state,
    ...(over ? ['over'] : []),
    ...(mayCancel ? ['cancel'] : []),
    ...(mayRunAgain ? ['again'] : []),
  ])
  expect(may).toEqual([
    ['waiting', 'cancel'],
    ['running'],
    ['done', 'over'],
    ['failed', 'over', 'again'],
    ['cancelled', 'over', 'again'],
  ])
})
