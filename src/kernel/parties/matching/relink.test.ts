import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemReader } from '#platform/access/reader.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { partiesOf } from '../../../../test/world/parties.ts'
import { makeStrangers } from '../../../../test/world/strangers.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { asMatcher } from '../identities/as-matcher.ts'
import { findModel } from './models.ts'
import { readFacts } from './read-facts.ts'
import { relinkKind } from './relink.ts'
import { createJudge, type PairVerdict } from './verdict.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database())
  await makeStrangers(partiesOf(world))
})
beforeEach(async () => {
  await world.owner('TRUNCATE match_proposal, match_run CASCADE')
})
afterAll(() => world.close())

/** So few ids a part make several of them, which two threads share. */
const FEW = 40

const relink = (idsOfPart?: number, progress: (done: number) => Promise<void> = () => Promise.resolve()) =>
  relinkKind(world.store, 'person', progress, () => 0, idsOfPart)

const proposals = () =>
  world.owner<{ left: number; right: number; weight: number }>(
    `SELECT left_party AS "left", right_party AS "right", weight FROM match_proposal ORDER BY left_party, right_party`,
  )

async function partsOf(ids: number): Promise<number> {
  const [row] = await world.owner<{ last: number }>(`SELECT max(id) AS last FROM party WHERE kind = 'person'`)
  return Math.floor((row?.last ?? 0) / ids) + 1
}

/** By every pair there is, without keys, parts and threads. */
async function compareEverybody(model: string): Promise<readonly PairVerdict[]> {
  const request = { requestId: 'r', purpose: 'p', origin: 'o' }
  return transaction(world.store, { reader: systemReader('system:test') }, request, async ({ open }) => {
    const tx = await open()
    const value = await asMatcher(tx, async () => {
      const kept = await findModel(tx, 'person', model)
      if (kept === null) throw new Error('There is no model.')
      const judge = createJudge(kept.model)
      const rows = await tx.client.query(`SELECT id FROM party WHERE kind = 'person' ORDER BY id`)
      const ids = rowsAs<{ id: number }>(rows).map(({ id }) => id)
      const facts = await readFacts(tx, 'person', ids)
      return facts.flatMap((one, at) => facts.slice(at + 1).flatMap((other) => judge(one, other) ?? []))
    })
    return { value, audit: [] }
  })
}

describe('The whole store gone through', () => {
  test('proposes what everybody compared with everybody finds, by weight, in one part as in many on two threads', async () => {
    const { model } = await relink()
    const whole = await proposals()
    // Every one of the thirty who are there twice.
    expect(whole.length).toBeGreaterThanOrEqual(30)
    await world.owner('TRUNCATE match_proposal CASCADE')
    // With the model that it had, as if it had been stopped before the first part.
    await world.owner('UPDATE match_run SET ended_at = NULL, done = $1, parts = $2 WHERE model = $3', [
      [],
      await partsOf(FEW),
      model,
    ])
    const inParts = await relink(FEW)
    expect(inParts.model).toBe(model)
    expect(await proposals()).toEqual(whole)
    const simple = await compareEverybody(model)
    expect(whole).toEqual(
      simple
        .map(({ left, right, bits }) => ({ left, right, weight: bits }))
        .toSorted((a, b) => a.left - b.left || a.right - b.right),
    )
  })

  test('stopped in the middle, with parts done in any order, does the others alone', async () => {
    await relink()
    const whole = await proposals()
    await world.owner('TRUNCATE match_proposal CASCADE')
    await world.owner('TRUNCATE match_run CASCADE')
    const stopped = relink(FEW, (done) => (done === 2 ? Promise.reject(new Error('stopped')) : Promise.resolve()))
    await expect(stopped).rejects.toThrow('stopped')
    const [run] = await world.owner<{ done: number[]; parts: number }>('SELECT done, parts FROM match_run')
    expect(run?.done).toHaveLength(2)
    const seen: number[] = []
    await relink(FEW, (done) => {
      seen.push(done)
      return Promise.resolve()
    })
    expect(seen).toContain(2)
    expect(seen).toContain(run?.parts)
    expect((await proposals()).map(({ left, right }) => [left, right])).toEqual(
      whole.map(({ left, right }) => [left, right]),
    )
  })
})
