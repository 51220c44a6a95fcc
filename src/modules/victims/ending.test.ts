import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { bringCrime, bringEvents, owedTo, victimsBy } from '../../../test/world/victims.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { endVictim, followAgain } from './commands/end-victim.ts'
import { logEvent } from './commands/log-event.ts'
import { openVictim } from './queries/open-victim.ts'
import { againstEnding } from './rules/ending.ts'

const database = withTestDatabase()
let world: World
let run: World['run']
let last = 43160008000

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2016-03-24T12:00:00Z' })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'`)
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())

async function burglary() {
  last += 1
  await bringCrime(world, { number: String(last), reportedAt: '2016-03-24 09:30', unit: 'teamA' })
  const [id = ''] = Object.values(await victimsBy(world, String(last)))
  return { id, number: String(last) }
}
/** As it stands when somebody has told them all of it. */
const allTold = (id: string) =>
  world.owner(
    `UPDATE duty SET met_at = opened_at, met_how = 'Told', next_look_at = NULL WHERE record_id = $1 AND ended_at IS NULL`,
    [id],
  )
const seen = async (id: string) => ({ id, version: (await run('sergeantA', openVictim, { id })).parts.head.version })
const end = async (id: string, why = 'over') =>
  run('sergeantA', endVictim, { ...(await seen(id)), why, words: 'Rang them' })
const happened = (id: string, kind: string) =>
  run('sergeantA', logEvent, { id, kind, happenedOn: '2016-03-24', happenedTime: '11:00' })

describe('VCT26: that a victim is not followed any more', () => {
  test('is not said while something is owed, and not while the case runs, unless they died', () => {
    expect(againstEnding('over', { owed: true, caseIsOver: true })).toMatchObject({ rule: 'VCT26' })
    expect(againstEnding('died', { owed: true, caseIsOver: true })).toMatchObject({ rule: 'VCT26' })
    expect(againstEnding('wish', { owed: false, caseIsOver: false })).toMatchObject({ rule: 'VCT26' })
    expect(againstEnding('wish', { owed: false, caseIsOver: true })).toBeNull()
    expect(againstEnding('died', { owed: false, caseIsOver: false })).toBeNull()
  })

  test('meets nothing and waives nothing: what is owed stands in its way', async () => {
    const { id } = await burglary()
    const before = await owedTo(world, id)
    await expect(end(id)).rejects.toThrow(RuleRefused)
    await expect(end(id, 'died')).rejects.toThrow(RuleRefused)
    expect(await owedTo(world, id)).toEqual(before)
    await allTold(id)
    await expect(end(id)).rejects.toThrow('Nothing says that the case is over')
    await happened(id, 'not-prosecuted')
    await expect(end(id)).rejects.toThrow('Something is still owed')
    await allTold(id)
    await end(id)
    const page = await run('sergeantA', openVictim, { id })
    expect(page.parts.head).toMatchObject({ stage: 'ended', closedAt: expect.any(String) })
    expect(page.parts.timeline.entries).toContainEqual(
      expect.objectContaining({
        kind: 'closed',
        words: 'Not followed any more: The case is over, and they were told.',
        reason: 'Rang them',
      }),
    )
  })

  test('ends what is owed from then on, until somebody follows them again', async () => {
    const { id, number } = await burglary()
    await allTold(id)
    await end(id, 'died')
    await bringEvents(world, [{ number, reference: 'C1', event: 'suspect-arrested', at: '2016-03-24 11:00' }])
    await bringCrime(world, { number, reportedAt: '2016-03-24 09:30', unit: 'teamA', officer: 'PS N-sergeantA, other' })
    expect(await owedTo(world, id)).toEqual([])
    await expect(happened(id, 'charged')).rejects.toThrow(NotFound)
    const version = { ...(await seen(id)), words: 'It was her sister who died' }
    await run('sergeantA', followAgain, version)
    await expect(run('sergeantA', followAgain, version)).rejects.toThrow(Conflict)
    await expect(run('sergeantA', followAgain, { ...(await seen(id)), words: 'Again' })).rejects.toThrow(Invalid)
    await happened(id, 'charged')
    expect(await owedTo(world, id)).toContain('VC15-2015')
  })

  test('is said by those who work with victims, within reach', async () => {
    const { id } = await burglary()
    const ending = { ...(await seen(id)), why: 'died', words: 'The coroner' }
    await expect(run('administrator', endVictim, ending)).rejects.toThrow(Forbidden)
    await expect(run('officerB', endVictim, ending)).rejects.toThrow(NotFound)
    await expect(run('officerB', followAgain, { ...(await seen(id)), words: 'w' })).rejects.toThrow(NotFound)
  })
})
