import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { runApplication, type RunningApplication } from './application.ts'

const database = withTestDatabase()
let application: RunningApplication

beforeAll(async () => {
  application = await runApplication(database())
})
afterAll(() => application.close())

const agency = (name: string) => ({ name, kind: 'voluntary', validFrom: '2020-04-01' })
const tally = (statuses: readonly number[]) =>
  Object.fromEntries([...new Set(statuses)].map((one) => [one, statuses.filter((status) => status === one).length]))
const named = (name: string) =>
  application.world.owner<{ id: number; version: number }>('SELECT id, version FROM agency WHERE name = $1', [name])

describe('One act sent many times', () => {
  test('at the same moment with one key is done once, and every answer is the same', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => application.send('/api/agency/add', agency('Double click'), 'double-click-1')),
    )
    expect(tally(answers.map((answer) => answer.status))).toEqual({ 200: 10 })
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    expect(await named('Double click')).toHaveLength(1)
  })

  test('with one key and other answers is refused, and the first stands', async () => {
    expect((await application.send('/api/agency/add', agency('First'), 'one-key-twice')).status).toBe(200)
    const other = await application.send('/api/agency/add', agency('Second'), 'one-key-twice')
    expect(other.status).toBe(409)
    expect(other.text).toContain('sent before with other answers')
    expect(await named('Second')).toHaveLength(0)
  })

  test('with a key that failed is tried anew: a refusal uses no key up', async () => {
    expect((await application.send('/api/agency/add', agency(''), 'failed-first-1')).status).toBe(400)
    expect((await application.send('/api/agency/add', agency('Mended'), 'failed-first-1')).status).toBe(200)
  })
})

describe('Many people changing one thing', () => {
  test('at the same moment: one is saved, all others are told and lose nothing', async () => {
    const { id } = JSON.parse((await application.send('/api/agency/add', agency('Contested'), 'contested-0')).text)
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        application.send(
          '/api/agency/change',
          { ...agency(`Contested ${index}`), id, version: 1 },
          `contested-${index + 1}`,
        ),
      ),
    )
    expect(tally(answers.map((answer) => answer.status))).toEqual({ 200: 1, 409: 11 })
    const winner = answers.findIndex((answer) => answer.status === 200)
    const theirs = answers.filter((answer) => answer.status === 409).map((answer) => JSON.parse(answer.text).theirs)
    expect(theirs).toEqual(theirs.map(() => expect.objectContaining({ name: `Contested ${winner}`, version: 2 })))
    expect(await named(`Contested ${winner}`)).toEqual([{ id, version: 2 }])
  })

  test('one after the other, each on what the other saw: none is lost', async () => {
    const { id } = JSON.parse((await application.send('/api/agency/add', agency('Counted'), 'counted-0')).text)
    const save = async (who: number): Promise<void> => {
      for (let version = 1, saved = 0; saved < 5; version++) {
        const key = `counted-${who}-${version}-${saved}`
        const answer = await application.send('/api/agency/change', { ...agency('Counted'), id, version }, key)
        if (answer.status === 200) saved++
        else version = JSON.parse(answer.text).theirs.version - 1
      }
    }
    await Promise.all([1, 2, 3, 4].map(save))
    expect(await named('Counted')).toEqual([{ id, version: 21 }])
  })
})
