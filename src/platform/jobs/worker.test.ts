import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { systemReader } from '#platform/access/reader.ts'
import { Conflict, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { defineJob, type JobContext } from './define.ts'
import { enqueueDaily } from './daily.ts'
import { cancelRun, enqueue, runAgain } from './enqueue.ts'
import { queueState } from './queue-state.ts'
import { as, hurry, seeRun, until, untilRun, withJobWorld } from './testing/job-world.ts'

/** What the job of these tests does next; each test says. */
let act: (context: JobContext) => Promise<Record<string, unknown>> = () => Promise.resolve({})

const input = z.object({ file: z.int().optional() })
const common = { input, retries: 2, expireAfter: 60, purpose: 'a test', title: () => 'Counting of apples' } as const
const count = defineJob({ ...common, name: 'apple.count', as: 'system:orchard', run: (context) => act(context) })
const sell = defineJob({
  ...common,
  name: 'apple.sell',
  as: 'system:orchard',
  access: { staff: ['administrator'] },
  run: (context) => act(context),
})
const water = defineJob({
  ...common,
  name: 'tree.water',
  as: 'system:orchard',
  daily: { hour: 3 },
  run: (context) => act(context),
})

const world = withJobWorld([count, sell, water])

const ask = (job: typeof count, reader = world().ellis) => as(world(), reader, (tx) => enqueue(tx, job, { file: 7 }))
const inQueue = async () =>
  (await world().owner.query('SELECT state, data, start_after > now() AS later FROM pgboss.job')).rows

describe('asking for a job', () => {
  test('in a transaction that rolls back asks for nothing', async () => {
    const asking = as(world(), world().ellis, async (tx) => {
      await enqueue(tx, count, {})
      throw new Error('changed my mind')
    })
    await expect(asking).rejects.toThrow('changed my mind')
    expect(await inQueue()).toEqual([])
    expect((await world().owner.query('SELECT FROM job_run')).rowCount).toBe(0)
  })

  test('leaves the person with their own rights afterwards', async () => {
    const role = await as(world(), world().ellis, async (tx) => {
      await enqueue(tx, count, {})
      return (await tx.client.query('SELECT current_user AS role')).rows[0]
    })
    expect(role).toEqual({ role: 'fp_staff' })
  })
})

describe('a job', () => {
  test('runs, tells how far it is, and is done', async () => {
    let go: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (go = resolve))
    act = async (context) => {
      await context.progress(2, 5, 'Counting')
      await context.progress(3, 5, 'Too soon to be written')
      await gate
      return { apples: 5 }
    }
    const id = await ask(count)
    await world().work([count])
    await until(
      () => seeRun(world(), id),
      (run) => run?.done === 2,
    )
    expect(await seeRun(world(), id)).toMatchObject({ state: 'running', total: 5, message: 'Counting', attempts: 1 })
    go()
    expect(await untilRun(world(), id, 'done')).toMatchObject({ done: 5, total: 5, result: { apples: 5 }, error: null })
    expect(await inQueue()).toMatchObject([{ state: 'completed' }])
  })

  test('leaves audit rows that carry the name of its system', async () => {
    act = (context) =>
      context.transaction(async (tx) => {
        const { rows } = await tx.client.query<{ role: string }>('SELECT current_user AS role')
        return { value: { role: rows[0]?.role }, audit: [{ event: 'apple.counted', outcome: 'done', subjects: [] }] }
      })
    const id = await ask(count)
    await world().work([count])
    expect(await untilRun(world(), id, 'done')).toMatchObject({ result: { role: 'fp_service' } })
    const { rows } = await world().owner.query(
      'SELECT principal, system_name, account_id, purpose, origin FROM audit_event',
    )
    expect(rows).toEqual([
      {
        principal: 'service',
        system_name: 'system:orchard',
        account_id: null,
        purpose: 'a test',
        origin: 'job apple.count',
      },
    ])
  })

  test('that goes wrong is tried again later, each time after a longer wait, until it works', async () => {
    let tries = 0
    act = () => (++tries < 3 ? Promise.reject(new Error('the tree fell')) : Promise.resolve({ tries }))
    const id = await ask(count)
    await world().work([count])
    const first = await until(
      () => seeRun(world(), id),
      (run) => run?.attempts === 1 && run.state === 'waiting',
    )
    expect(first?.error).toMatch(/^Something went wrong on our side/)
    expect(await inQueue()).toMatchObject([{ state: 'retry', later: true }])
    const waits = async () =>
      (await world().owner.query(`SELECT extract(epoch FROM start_after - now())::float AS wait FROM pgboss.job`))
        .rows[0].wait
    const wait = await waits()
    expect(wait).toBeGreaterThan(4)
    await hurry(world())
    await until(
      () => seeRun(world(), id),
      (run) => run?.attempts === 2 && run.state === 'waiting',
    )
    expect(await waits()).toBeGreaterThan(9)
    await hurry(world())
    expect(await untilRun(world(), id, 'done')).toMatchObject({ attempts: 3, error: null, result: { tries: 3 } })
    expect(world().errors).toHaveLength(2)
  })

  test('that never works becomes a dead letter, and runs again when a person asks', async () => {
    act = () => Promise.reject(new Error('no apples'))
    const id = await ask(count)
    await world().work([count])
    for (const attempts of [1, 2, 3]) {
      await until(
        () => seeRun(world(), id),
        (run) => run?.attempts === attempts && run.state !== 'running',
      )
      await hurry(world())
    }
    expect(await seeRun(world(), id)).toMatchObject({ state: 'failed', attempts: 3 })
    expect(await as(world(), world().ellis, queueState)).toMatchObject({ failed: 1, waiting: 0, running: 0 })
    act = () => Promise.resolve({ apples: 1 })
    await as(world(), world().ellis, (tx) => runAgain(tx, id))
    expect(await untilRun(world(), id, 'done')).toMatchObject({ attempts: 4, error: null })
    await expect(as(world(), world().ellis, (tx) => runAgain(tx, id))).rejects.toThrow(Conflict)
  })

  test('of a kind that is not done here any more says so when it is asked for again', async () => {
    const id = await ask(count)
    await world().owner.query(`UPDATE job_run SET state = 'failed', kind = 'apple.press'`)
    await expect(as(world(), world().ellis, (tx) => runAgain(tx, id))).rejects.toThrow(/not done here any more/)
    expect(await seeRun(world(), id)).toMatchObject({ state: 'failed' })
  })

  test('that a rule refuses says so at once and is not tried again', async () => {
    act = () => Promise.reject(new RuleRefused('ORC-01', 'The orchard is shut on Sundays.'))
    const id = await ask(count)
    await world().work([count])
    expect(await untilRun(world(), id, 'failed')).toMatchObject({
      attempts: 1,
      error: 'The orchard is shut on Sundays.',
    })
    expect(await inQueue()).toMatchObject([{ state: 'cancelled' }])
  })

  test('whose process died in the middle is tried again at once, and not only when its time is up', async () => {
    act = () => Promise.resolve({})
    const id = await ask(count)
    // What a killed process leaves: a run that is said to be at work, by a worker whose lock nobody holds.
    await world().owner.query(`UPDATE pgboss.job SET state = 'active', started_on = now()`)
    await world().owner.query(`UPDATE job_run SET state = 'running', worker = 12345, attempts = 1`)
    await world().work([count])
    await until(
      () => seeRun(world(), id),
      (run) => run?.state === 'waiting',
    )
    expect((await seeRun(world(), id))?.error).toMatch(/stopped in the middle/)
    await hurry(world())
    expect(await untilRun(world(), id, 'done')).toMatchObject({ attempts: 2, error: null })
  })

  test('is left alone by other processes as long as its own lives', async () => {
    let go: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (go = resolve))
    act = () => gate.then(() => ({}))
    const id = await ask(count)
    await world().work([count])
    await untilRun(world(), id, 'running')
    await world().work([count])
    await sleep(300)
    expect(await seeRun(world(), id)).toMatchObject({ state: 'running', attempts: 1 })
    go()
    await untilRun(world(), id, 'done')
  })

  test('is done although the database was away when it ended', async () => {
    act = async () => {
      // Every connection breaks but the owner's: as when the server restarts.
      await world().owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`)
      return { ended: true }
    }
    const id = await ask(count)
    await world().work([count])
    await until(
      async () => {
        await hurry(world())
        return seeRun(world(), id)
      },
      (run) => run?.state === 'done' || run?.state === 'failed' || (run?.attempts ?? 0) > 1,
    )
    act = () => Promise.resolve({ ended: true })
    await until(
      async () => {
        await hurry(world())
        return seeRun(world(), id)
      },
      (run) => run?.state === 'done',
    )
  })

  test('that was cancelled while it waited does not run', async () => {
    let ran = false
    act = () => {
      ran = true
      return Promise.resolve({})
    }
    const id = await ask(count)
    await as(world(), world().ellis, (tx) => cancelRun(tx, id))
    await world().work([count])
    await sleep(200)
    expect(ran).toBe(false)
    expect(await seeRun(world(), id)).toMatchObject({ state: 'cancelled' })
    await expect(as(world(), world().ellis, (tx) => cancelRun(tx, id))).rejects.toThrow(Conflict)
  })

  test('of somebody else is not there for a person without the administrator’s role', async () => {
    const id = await ask(count, systemReader('system:test'))
    const officer = { ...world().ellis, roles: ['officer'] }
    await expect(as(world(), officer, (tx) => cancelRun(tx, id))).rejects.toThrow(NotFound)
    await expect(as(world(), officer, (tx) => runAgain(tx, id))).rejects.toThrow(NotFound)
    await as(world(), world().ellis, (tx) => cancelRun(tx, id))
  })
})

describe('a job for a person', () => {
  const whoAmI = (context: JobContext) =>
    context.personTransaction(async (tx) => {
      const { rows } = await tx.client.query('SELECT current_user AS role, reader_account() AS account')
      return { value: { ...rows[0] }, audit: [{ event: 'apple.sold', outcome: 'done', subjects: [] }] }
    })

  test('works with that person’s own rights', async () => {
    act = whoAmI
    const id = await ask(sell)
    await world().work([sell])
    const account = world().ellis.account
    expect(await untilRun(world(), id, 'done')).toMatchObject({ result: { role: 'fp_staff', account } })
  })

  test('is refused, once and for good, when they lost the role or left in the meantime', async () => {
    let ran = false
    act = (context) => {
      ran = true
      return whoAmI(context)
    }
    for (const [change, back] of [
      [`UPDATE posting SET roles = '{officer}'`, `UPDATE posting SET roles = '{administrator}'`],
      [`UPDATE account SET left_at = now() - interval '1 hour'`, 'UPDATE account SET left_at = NULL'],
      [`UPDATE posting SET ends = '2017-01-01'`, 'UPDATE posting SET ends = NULL'],
    ] as const) {
      const id = await ask(sell)
      await world().owner.query(change)
      const worker = await world().work([sell])
      const run = await untilRun(world(), id, 'failed')
      expect(run?.error).toBe('Whoever asked for this may not do it any more.')
      await worker.stop()
      await world().owner.query(back)
    }
    expect(ran).toBe(false)
    const { rows } = await world().owner.query('SELECT DISTINCT event, outcome, system_name FROM audit_event')
    expect(rows).toEqual([{ event: 'apple.sell.run', outcome: 'refused', system_name: 'system:orchard' }])
  })
})

describe('a daily job', () => {
  test('is asked for once a day, after its hour in London, however many look', async () => {
    const at = async (instant: string) => {
      world().clock.moveTo(instant)
      return (
        await Promise.all([enqueueDaily(world().store, [count, water]), enqueueDaily(world().store, [water])])
      ).flat()
    }
    const before = world().clock.now().toISOString()
    expect(await at('2026-07-01T01:59:00Z')).toEqual([]) // 02:59 in London
    expect(await at('2026-07-01T02:00:00Z')).toEqual(['tree.water'])
    expect(await at('2026-07-01T22:00:00Z')).toEqual([])
    expect(await at('2026-07-05T12:00:00Z')).toEqual(['tree.water'])
    world().clock.moveTo(before)
  })
})

test('the oldest that waits says how far the work is behind', async () => {
  await ask(count)
  const start = world().clock.now()
  world().clock.moveTo(new Date(start.getTime() + 45_000).toISOString())
  const state = await as(world(), world().ellis, queueState)
  world().clock.moveTo(start.toISOString())
  expect(state).toEqual({ waiting: 1, running: 0, failed: 0, lagSeconds: 45 })
})
