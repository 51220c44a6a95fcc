import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Reader } from '#platform/access/reader.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors/errors.ts'
import { defineJob } from '#platform/jobs/define.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { as, untilRun, withJobWorld } from '#platform/jobs/testing/job-world.ts'
import type { Command, Query } from '#platform/operations/define.ts'
import { run } from '#platform/operations/run.ts'
import { cancelJob } from './commands/cancel-job.ts'
import { runJobAgain } from './commands/run-job-again.ts'
import { listRuns } from './queries/list-runs.ts'
import { jobProgress, showRun } from './queries/show-run.ts'

let broken = true
const count = defineJob({
  name: 'apple.count',
  as: 'system:orchard',
  purpose: 'a test',
  input: z.object({}),
  retries: 0,
  expireAfter: 60,
  title: () => 'Counting of apples',
  run: () => (broken ? Promise.reject(new Error('the tree fell')) : Promise.resolve({ apples: 3 })),
})
const world = withJobWorld([count])

const asked = (operation: Query | Command, input: unknown, reader: Reader = world().ellis) =>
  run(world().store, operation, { who: { reader }, request: { requestId: 'test', origin: 'test' }, input })

/** Somebody without the administrator's role, with an account of their own. */
async function mills(): Promise<Reader> {
  const account = randomUUID()
  await world().owner.query(
    `INSERT INTO account (id, issuer, subject, principal, agency_id, name) SELECT $1::uuid, 'test', $1::text, 'staff', id, 'PC Mills' FROM agency`,
    [account],
  )
  return { ...world().ellis, account, name: 'PC Mills', roles: ['officer'], posting: null }
}
const ask = (reader: Reader) => as(world(), reader, (tx) => enqueue(tx, count, {}))

describe('background work', () => {
  test('is shown to whoever asked for it, and all of it to administrators', async () => {
    const other = await mills()
    const [own, theirs] = [await ask(world().ellis), await ask(other)]
    const ids = async (reader: Reader) => {
      const found = z.object({ runs: z.array(z.object({ id: z.string(), who: z.string() })) })
      return found.parse(await asked(listRuns, {}, reader)).runs.map(({ id, who }) => [id, who])
    }
    expect(await ids(other)).toEqual([[theirs, 'PC Mills']])
    expect(new Map(z.array(z.tuple([z.string(), z.string()])).parse(await ids(world().ellis)))).toEqual(
      new Map([
        [own, 'PS Ellis'],
        [theirs, 'PC Mills'],
      ]),
    )
    await expect(asked(showRun, { id: own }, other)).rejects.toThrow(NotFound)
    await expect(asked(jobProgress, { id: own }, other)).rejects.toThrow(NotFound)
    await expect(asked(cancelJob, { id: own }, other)).rejects.toThrow(NotFound)
    const hidden = await world().owner.query(`SELECT count(*)::int AS times FROM audit_event WHERE outcome = 'hidden'`)
    expect(hidden.rows).toEqual([{ times: 3 }])
    await expect(asked(listRuns, {}, { ...other, principal: 'partner' })).rejects.toThrow(Forbidden)
  })

  test('is listed fifty a page, newest first, none twice and none left out', async () => {
    for (let number = 0; number < 120; number++) await ask(world().ellis)
    const seen: string[] = []
    let before = ''
    for (let page = 0; page < 3; page++) {
      const { runs, next } = z
        .object({ runs: z.array(z.object({ id: z.string() })), next: z.string().nullable() })
        .parse(await asked(listRuns, { before }))
      seen.push(...runs.map(({ id }) => id))
      expect(next === null).toBe(page === 2)
      before = next ?? ''
    }
    expect(new Set(seen).size).toBe(120)
    expect(seen).toHaveLength(120)
  })

  test('that failed can be tried again, and following it leaves no line in the audit', async () => {
    broken = true
    const id = await ask(world().ellis)
    await world().work([count])
    await untilRun(world(), id, 'failed')
    await world().owner.query('TRUNCATE audit_event')
    expect(await asked(jobProgress, { id })).toEqual({ done: 0, finished: true, message: '' })
    expect((await world().owner.query('SELECT FROM audit_event')).rowCount).toBe(0)
    expect(await asked(listRuns, { state: 'failed' })).toMatchObject({ failed: 1, runs: [{ id, attempts: 1 }] })
    broken = false
    await asked(runJobAgain, { id })
    await untilRun(world(), id, 'done')
    expect(await asked(showRun, { id })).toMatchObject({ run: { state: 'done', attempts: 2 }, result: { apples: 3 } })
    await expect(asked(runJobAgain, { id })).rejects.toThrow(Conflict)
  })

  test('that waits can be cancelled, once', async () => {
    const id = await ask(world().ellis)
    await asked(cancelJob, { id })
    await expect(asked(cancelJob, { id })).rejects.toThrow(Conflict)
    expect(await asked(showRun, { id })).toMatchObject({ run: { state: 'cancelled' } })
    const { rows } = await world().owner.query(
      `SELECT event, outcome FROM audit_event WHERE event = 'job-run.cancelled' ORDER BY id`,
    )
    expect(rows).toEqual([{ event: 'job-run.cancelled', outcome: 'done' }])
  })
})
