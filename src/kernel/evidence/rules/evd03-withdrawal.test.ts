import { expect, test } from 'vitest'
import { mayBeWithdrawn } from './evd03-withdrawal.ts'

const evidence = { record: null, addedBy: 'a', withdrawnAt: null }
const reader = { account: 'b', roles: ['officer'] }

test('EVD03: who may withdraw evidence, and that it is done once', () => {
  expect(mayBeWithdrawn({ ...evidence, record: 'r' }, reader)).toBeNull()
  expect(mayBeWithdrawn(evidence, reader)?.rule).toBe('EVD03')
  expect(mayBeWithdrawn(evidence, { ...reader, account: 'a' })).toBeNull()
  expect(mayBeWithdrawn(evidence, { ...reader, roles: ['inspection-lead'] })).toBeNull()
  expect(mayBeWithdrawn({ ...evidence, record: 'r', withdrawnAt: new Date() }, reader)?.message).toMatch(/already/)
})
