import { describe, expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid } from '#platform/errors/errors.ts'
import { myWork } from '#modules/my-work/queries/my-work.ts'
import { withProblems } from '../../../test/world/problems.ts'
import { sharingOf } from '../../../test/world/sharing.ts'
import { endAgreement, reviewAgreement } from './commands/agreements.ts'
import { openAgreement } from './queries/sharing.ts'

// It is 23 November 2026, noon.
const force = withProblems()
const { agreement } = sharingOf(force)
const FOUND = { version: 1, words: 'Used each week; the landlord is to join' }

/** What was owed on an agreement, the first first: due, by whom, and how it was met. */
const owed = (id: string) =>
  force().world.owner<{ due: Date; owner: string; met: string | null }>(
    `SELECT due_at AS due, owner_id AS owner, met_how AS met FROM duty WHERE rule = 'SHA-04' AND subject_id = $1 ORDER BY due_at`,
    [id],
  )
const open = async (id: string) => (await force().run('officerB', openAgreement, { id })).agreement

describe('SHA-04 An agreement is reviewed by its day', () => {
  test.each([
    ['in winter', '2027-01-15', '2027-01-15T23:59:59.000Z'],
    ['in summer, by London’s clocks', '2027-06-01', '2027-06-01T22:59:59.000Z'],
    ['on a Sunday: the day stands', '2026-12-06', '2026-12-06T23:59:59.000Z'],
  ])('%s: due with the end of that day, by whoever made it', async (_when, reviewOn, due) => {
    const id = await agreement({ reviewOn })
    const [duty, ...more] = await owed(id)
    expect(more).toEqual([])
    expect(duty?.due.toISOString()).toBe(due)
    expect(duty?.owner).toBe(force().world.personas.commanderA.account)
    expect(duty?.met).toBeNull()
  })

  test('a review without a next day owes none', async () => {
    const id = await agreement()
    await force().run('commanderA', reviewAgreement, { id, ...FOUND })
    expect((await owed(id)).map(({ met }) => met)).toEqual(['Reviewed'])
  })

  test('its end meets it, and what was ended is not reviewed', async () => {
    const { run } = force()
    const id = await agreement()
    await run('commanderA', endAgreement, { id, version: 1, reason: 'The council left it' })
    expect((await owed(id)).map(({ met }) => met)).toEqual(['The agreement was ended'])
    await expect(run('commanderA', reviewAgreement, { id, ...FOUND, version: 2 })).rejects.toBeInstanceOf(Invalid)
  })

  test.each([
    ['today', '2026-11-23', false],
    ['tomorrow', '2026-11-24', true],
    ['its last day', '2030-12-31', true],
    ['the day after its last', '2031-01-01', false],
  ])('the next review can be %s: %s is %s', async (_when, reviewOn, taken) => {
    const id = await agreement()
    const reviewed = force().run('commanderA', reviewAgreement, { id, ...FOUND, reviewOn })
    if (taken) await expect(reviewed).resolves.toEqual({ id })
    else await expect(reviewed).rejects.toBeInstanceOf(Invalid)
  })

  test('is for those who make agreements, and the database holds it', async () => {
    const { run } = force()
    const id = await agreement()
    for (const persona of ['sergeantA', 'analyst', 'partner'] as const)
      await expect(run(persona, reviewAgreement, { id, ...FOUND })).rejects.toBeInstanceOf(Forbidden)
  })

  test('stands in their work as overdue from the second after that day, and not before', async () => {
    const { run, world } = force()
    await agreement({ reviewOn: '2026-12-06', title: 'Sundays' })
    const standing = async () =>
      (await run('commanderA', myWork, {})).duties.find(({ title }) => title.endsWith('Sundays'))?.standing
    await world.moveTo('2026-12-06T23:59:59Z')
    expect(await standing()).not.toBe('overdue')
    await world.moveTo('2026-12-07T00:00:00Z')
    expect(await standing()).toBe('overdue')
  })

  test('a review meets it, and owes the next by the day that it sets, of whoever reviewed it', async () => {
    const { run, world } = force()
    const id = await agreement()
    await world.moveTo('2027-02-01T09:00:00Z')
    await run('chief', reviewAgreement, { id, ...FOUND, reviewOn: '2028-06-01' })
    expect((await owed(id)).map(({ due, owner, met }) => [due.toISOString(), owner, met])).toEqual([
      ['2027-06-01T22:59:59.000Z', world.personas.commanderA.account, 'Reviewed'],
      ['2028-06-01T22:59:59.000Z', world.personas.chief.account, null],
    ])
    expect(await open(id)).toMatchObject({ reviewOn: '2028-06-01', review: FOUND.words, owner: 'CC Ward', version: 2 })
    await expect(run('chief', reviewAgreement, { id, ...FOUND })).rejects.toBeInstanceOf(Conflict)
  })
})
