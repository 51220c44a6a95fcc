import { describe, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors/errors.ts'
import { dispose } from '#platform/disposal/dispose.ts'
import { DAILY_RULES } from '#platform/disposal/rules.ts'
import { withJobWorld } from '#platform/jobs/testing/job-world.ts'
import { liftHold } from './commands/lift-hold.ts'
import { placeHold } from './commands/place-hold.ts'
import { listCertificates, listHolds, showHold } from './queries/holds.ts'
import { asked, inRole } from './testing/asking.ts'

const world = withJobWorld([])
const custodian = () => inRole(world(), 'records-custodian')
const place = (subject = 'd1') =>
  asked(world(), custodian(), placeHold, { kind: 'draft', subject, reason: 'Inquest 12/2026' })

describe('a legal hold', () => {
  test('is placed with its reason, listed, opened and lifted with a reason', async () => {
    const { id } = await place()
    const live = await asked(world(), custodian(), listHolds, {})
    expect(live.holds[0]).toMatchObject({ id, subject: 'd1', placedBy: 'PS Ellis', liftedAt: null })
    await asked(world(), custodian(), liftHold, { id, reason: 'The inquest is over' })
    expect(await asked(world(), custodian(), showHold, { id })).toMatchObject({
      liftedBy: 'PS Ellis',
      liftedReason: 'The inquest is over',
    })
    const lifted = await asked(world(), custodian(), listHolds, { lifted: 'yes' })
    expect(lifted.holds.map((hold) => hold.id)).toContain(id)
    await expect(asked(world(), custodian(), liftHold, { id, reason: 'again' })).rejects.toThrow(Conflict)
    const { rows } = await world().owner.query(`SELECT e.event, s.kind, s.subject FROM audit_event e
      JOIN audit_subject s ON s.at = e.at AND s.audit_id = e.id
      WHERE e.event IN ('legal-hold.placed', 'legal-hold.lifted') AND s.kind = 'draft' ORDER BY e.id`)
    expect(rows.map((row) => [row.event, row.subject])).toEqual([
      ['legal-hold.placed', 'd1'],
      ['legal-hold.lifted', 'd1'],
    ])
  })

  test('keeps what it names, and lets it go once lifted', async () => {
    const [drafts] = DAILY_RULES
    if (drafts === undefined) throw new Error('no rule')
    await world().owner.query(`INSERT INTO draft VALUES ($1, 'held draft', '{}', '2020-01-01')`, [
      world().ellis.account,
    ])
    const { id } = await place('held draft')
    const now = world().clock.now()
    expect(await dispose(world().store, drafts, now)).toMatchObject({ rows: 0, held: 1 })
    await asked(world(), custodian(), liftHold, { id, reason: 'over' })
    expect(await dispose(world().store, drafts, now)).toMatchObject({ rows: 1, held: 0 })
    const { certificates } = await asked(world(), inRole(world(), 'auditor'), listCertificates, {})
    expect(certificates[0]).toMatchObject({
      rule: 'DSP-01',
      rows: 1,
      subjects: [`${world().ellis.account} held draft`],
    })
  })

  test('wants a kind, a reference and a reason, in words', async () => {
    const nothing = asked(world(), custodian(), placeHold, { kind: '', subject: ' ', reason: '' })
    await expect(nothing).rejects.toThrow(Invalid)
    await nothing.catch((error: unknown) => {
      expect(error instanceof Invalid ? error.fields : null).toEqual({
        kind: 'Choose what the hold is on from the list',
        subject: 'Enter the reference',
        reason: 'Enter the reason',
      })
    })
    await expect(asked(world(), custodian(), liftHold, { id: 999_999, reason: 'none' })).rejects.toThrow(NotFound)
  })

  test('is for the records custodian, by the operation and by the database', async () => {
    for (const role of ['auditor', 'administrator', 'officer']) {
      await expect(
        asked(world(), inRole(world(), role), placeHold, { kind: 'draft', subject: 'd', reason: 'r' }),
      ).rejects.toThrow(Forbidden)
      await expect(asked(world(), inRole(world(), role), listHolds, {})).rejects.toThrow(Forbidden)
    }
  })
})
