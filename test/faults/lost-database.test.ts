import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { withClient } from '../setup/client.ts'
import { runApplication, type RunningApplication } from './application.ts'

const database = withTestDatabase()
let application: RunningApplication

beforeAll(async () => {
  application = await runApplication(database())
})
afterAll(() => application.close())

const agency = (name: string) => ({ name, kind: 'voluntary', validFrom: '2020-04-01' })

describe('While the database is away', () => {
  test('every answer is 503 in words; once it is back, everything works without a restart', async () => {
    const { line, get, send } = application
    expect((await get('/')).status).toBe(200)
    await line.cut()
    const page = await get('/')
    expect(page.status).toBe(503)
    expect(page.text).toContain('The database cannot be reached at the moment. Nothing was lost')
    expect(page.text).toContain('What you typed in a form was kept as a draft')
    const command = await send('/api/agency/add', agency('Away'), 'added-while-away')
    expect([command.status, JSON.parse(command.text)]).toMatchObject([503, { type: 'urn:frankpledge:unavailable' }])
    expect((await get('/api/agency/list')).status).toBe(503)
    expect((await get('/health')).status).toBe(503)
    expect((await get('/ready')).status).toBe(503)
    await line.mend()
    expect((await get('/')).status).toBe(200)
    expect((await get('/health')).status).toBe(200)
    expect((await send('/api/agency/add', agency('Away'), 'added-while-away')).status).toBe(200)
  })

  test('a command that it was lost under is done once, however it is sent again', async () => {
    const { line, send, world } = application
    const added = JSON.parse((await send('/api/agency/add', agency('Under way'), 'under-way-1')).text)
    const change = { ...agency('Changed'), id: added.id, version: 1 }
    const lock = 'SELECT 1 FROM agency WHERE id = $1 FOR UPDATE'
    // Somebody else holds the row, so the command waits in the middle of its transaction when the line is cut.
    const answer = await withClient(database().ownerUrl, async (holder) => {
      await holder.query('BEGIN')
      await holder.query(lock, [added.id])
      const waiting = send('/api/agency/change', change, 'under-way-2')
      await sleep(200)
      await line.cut()
      await holder.query('ROLLBACK')
      return waiting
    })
    expect(answer.status).toBe(503)
    await line.mend()
    expect((await send('/api/agency/change', change, 'under-way-2')).status).toBe(200)
    expect((await send('/api/agency/change', change, 'under-way-2')).status).toBe(200)
    const rows = await world.owner('SELECT name, version FROM agency WHERE id = $1', [added.id])
    expect(rows).toEqual([{ name: 'Changed', version: 2 }])
  })

  test('again and again, the connections are made anew and none is left behind', async () => {
    const { line, get } = application
    for (let time = 0; time < 5; time++) {
      const under = Array.from({ length: 12 }, () => get('/'))
      await line.cut()
      const statuses = (await Promise.all(under)).map((answer) => answer.status)
      expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
      await line.mend()
      const after = await Promise.all(Array.from({ length: 12 }, () => get('/')))
      expect(after.map((answer) => answer.status)).toEqual(Array.from({ length: 12 }, () => 200))
    }
  })
})
