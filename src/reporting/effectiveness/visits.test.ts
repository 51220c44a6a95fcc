import { beforeEach, describe, expect, test } from 'vitest'
import { findReaderOfAccount } from '#platform/access/account-reader.ts'
import { findLiveSessions } from '#platform/access/sessions.ts'
import { findAccount } from '#platform/access/identities.ts'
import { asGate } from '#platform/db/gate.ts'
import { run as runOperation } from '#platform/operations/run.ts'
import { DEMONSTRATION_ISSUER } from '#kernel/access/demonstration.ts'
import { withForce } from '../../../test/world/inspections.ts'
import { operations } from './testing.ts'
import { endVisit, shortenVisit } from './visits/end-visit.ts'
import { listVisits } from './visits/list-visits.ts'
import { openVisit } from './visits/open-visit.ts'

const force = withForce()
const { invite, proof, questions } = operations

const TERM = { from: '2026-11-23', fromTime: '09:00', to: '2026-11-25', toTime: '17:00', purpose: 'PEEL' }
const account = () => force().world.personas.visitingInspector.account

beforeEach(async () => {
  await force().world.moveTo('2026-11-23T12:00:00Z')
  // The visitor of the tests has a visit that never ends: here each test begins with none.
  await force().world.owner('DELETE FROM inspector_visit')
})

const looksAt = (moment: string) => async () => {
  await force().world.moveTo(moment)
  return force().run('visitingInspector', proof, { framework: 'PEEL2016' })
}

describe('An inspector', () => {
  test('opens nothing without a visit', async () => {
    await expect(looksAt('2026-11-23T12:00:00Z')()).rejects.toMatchObject({ reason: 'ended' })
  })

  test('opens what is shown from the minute at which the visit begins to the minute at which it ends', async () => {
    await force().run('inspectionLead', invite, { account: account(), ...TERM, fromTime: '14:00' })
    await expect(looksAt('2026-11-23T13:59:59Z')()).rejects.toMatchObject({ reason: 'ended' })
    expect((await looksAt('2026-11-23T14:00:00Z')()).visit).toMatchObject({ purpose: 'PEEL', state: 'open' })
    await looksAt('2026-11-25T16:59:59Z')()
    await expect(looksAt('2026-11-25T17:00:00Z')()).rejects.toMatchObject({ reason: 'ended' })
  })

  test('is cut off in the middle of a session that was begun inside the visit', async () => {
    const { world } = force()
    const { id } = await force().run('inspectionLead', invite, { account: account(), ...TERM })
    const who = await world.signIn('visitingInspector')
    const ask = () => runOperation(world.store, proof, { who, request: { requestId: 'r', origin: 'test' }, input: {} })
    await ask()
    expect(await asGate(world.store, (client, now) => findLiveSessions(client, [who.session], now))).toHaveLength(1)
    await force().run('chief', endVisit, { id, version: 1 })
    await expect(ask()).rejects.toMatchObject({ reason: 'ended' })
    expect(await asGate(world.store, (client, now) => findLiveSessions(client, [who.session], now))).toEqual([])
  })

  test('is let in neither by a job on their behalf nor by the sign-in outside the visit', async () => {
    const { world } = force()
    const asked = { account: account(), posting: world.personas.visitingInspector.posting }
    const known = () =>
      asGate(world.store, (client, now) =>
        findAccount(client, { issuer: DEMONSTRATION_ISSUER, subject: 'visitingInspector' }, now),
      )
    const reader = () => asGate(world.store, (client, now) => findReaderOfAccount(client, asked, now))
    expect([(await known())?.postings, await reader()]).toEqual([[], null])
    await force().run('inspectionLead', invite, { account: account(), ...TERM })
    expect((await known())?.postings).toHaveLength(1)
    expect((await reader())?.roles).toEqual(['visiting-inspector'])
  })

  test('is shown nothing but what names visitors', async () => {
    await force().run('inspectionLead', invite, { account: account(), ...TERM })
    await expect(force().run('visitingInspector', questions, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('sees the figures as they were frozen for the visit', async () => {
    const { world, run } = force()
    await world.owner(
      `INSERT INTO measure_value (measure, version, month, numerator, computed_at) VALUES ('T-CRIMES', 1, '2026-10-01', 7, $1)`,
      [world.store.clock.now()],
    )
    await run('inspectionLead', invite, { account: account(), ...TERM, freeze: 'yes' })
    await world.owner(`UPDATE measure_value SET numerator = 9 WHERE measure = 'T-CRIMES'`)
    const shown = await run('visitingInspector', proof, {})
    expect(shown.frozen).toMatchObject([{ measure: 'T-CRIMES', numerator: 7, value: 7 }])
    expect(shown.visit?.frozenAt).toBe('2026-11-23T12:00:00.000Z')
  })
})

describe('A visit', () => {
  test('is made by the lead or a chief officer, with fresh proof of who they are, and of one visitor at a time', async () => {
    const { run, world } = force()
    await expect(run('sergeantA', invite, { account: account(), ...TERM })).rejects.toMatchObject({ kind: 'forbidden' })
    const who = await world.signIn('inspectionLead')
    await world.moveTo('2026-11-23T12:06:00Z')
    const asked = { who, request: { requestId: 'r', origin: 'test' }, input: { account: account(), ...TERM } }
    await expect(runOperation(world.store, invite, asked)).rejects.toMatchObject({ reason: 'step-up' })
    await run('chief', invite, { account: account(), ...TERM })
    await expect(run('chief', invite, { account: account(), ...TERM })).rejects.toMatchObject({ rule: 'VIS03' })
    const officer = world.personas.officerB.account
    await expect(run('chief', invite, { account: officer, ...TERM })).rejects.toMatchObject({ rule: 'VIS03' })
    const late = { ...TERM, to: '2026-12-08' }
    await expect(run('chief', invite, { account: account(), ...late })).rejects.toMatchObject({ rule: 'VIS01' })
    const wrong = { ...TERM, toTime: '25:00' }
    await expect(run('chief', invite, { account: account(), ...wrong })).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('is made shorter, never longer, and by nobody who saw it as it was before', async () => {
    const { run } = force()
    const { id } = await run('inspectionLead', invite, { account: account(), ...TERM })
    const shorten = (version: number, toTime: string, to = '2026-11-24') =>
      run('inspectionLead', shortenVisit, { id, version, to, toTime })
    await expect(shorten(1, '18:00', '2026-11-25')).rejects.toMatchObject({ rule: 'VIS02' })
    await shorten(1, '12:30')
    await expect(shorten(1, '12:00')).rejects.toMatchObject({ kind: 'conflict' })
    await looksAt('2026-11-24T12:29:59Z')()
    await expect(looksAt('2026-11-24T12:30:00Z')()).rejects.toMatchObject({ reason: 'ended' })
    await expect(run('chief', endVisit, { id, version: 2 })).rejects.toMatchObject({ rule: 'VIS02' })
  })

  test('that has not begun is called off', async () => {
    const { run } = force()
    const later = { ...TERM, from: '2026-11-24' }
    const { id } = await run('inspectionLead', invite, { account: account(), ...later })
    await run('inspectionLead', endVisit, { id, version: 1 })
    await expect(looksAt('2026-11-24T10:00:00Z')()).rejects.toMatchObject({ reason: 'ended' })
  })

  test('has everything on its page that was looked at in it, for the lead and auditors alone', async () => {
    const { run } = force()
    const { id } = await run('inspectionLead', invite, { account: account(), ...TERM })
    await run('visitingInspector', proof, { framework: 'PEEL2016' })
    await expect(run('visitingInspector', questions, {})).rejects.toMatchObject({ kind: 'forbidden' })
    const missing = operations.sample
    await expect(
      run('visitingInspector', missing, { id: '00000000-0000-4000-8000-000000000000' }),
    ).rejects.toMatchObject({ kind: 'not-found' })
    for (const persona of ['inspectionLead', 'chief', 'auditor'] as const) {
      const { log, visit } = await run(persona, openVisit, { id })
      expect(log.map(({ event, outcome }) => [event, outcome])).toEqual(
        expect.arrayContaining([
          ['sample.opened', 'not opened'],
          ['effectiveness.shown', 'refused'],
          ['proof.shown', 'opened'],
        ]),
      )
      expect(visit.inspector).toBe('Mr Quill')
    }
    await expect(run('sergeantA', openVisit, { id })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(run('visitingInspector', openVisit, { id })).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await run('auditor', listVisits, {})).visits[0]).toMatchObject({ id, state: 'open' })
  })

  test('shows nothing of what the same person did before or after it', async () => {
    const { run, world } = force()
    const december = { ...TERM, from: '2026-12-01', to: '2026-12-02' }
    await world.moveTo('2026-12-01T12:00:00Z')
    const first = await run('inspectionLead', invite, { account: account(), ...december })
    await run('visitingInspector', proof, {})
    await world.moveTo('2026-12-01T13:00:00Z')
    await run('inspectionLead', endVisit, { id: first.id, version: 1 })
    const second = await run('inspectionLead', invite, { account: account(), ...december, fromTime: '13:01' })
    await world.moveTo('2026-12-01T14:00:00Z')
    const eventsOf = async (id: string) =>
      (await run('inspectionLead', openVisit, { id })).log.map(({ event }) => event)
    expect([await eventsOf(first.id), await eventsOf(second.id)]).toEqual([['proof.shown'], []])
  })
})
