import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineJob } from './define.ts'
import { enqueueEvery } from './every.ts'
import { withJobWorld } from './testing/job-world.ts'

let windy = true
const turn = defineJob({
  name: 'mill.turn',
  input: z.object({}),
  as: 'system:mill',
  roles: ['system-miller'],
  purpose: 'a test',
  every: {
    minutes: 2,
    needed: async (tx) => {
      const { rows } = await tx.client.query<{ roles: string[] }>('SELECT reader_roles()::text[] AS roles')
      return windy && rows[0]?.roles.includes('system-miller') === true
    },
  },
  retries: 0,
  expireAfter: 60,
  title: () => 'Turning of the mill',
  run: () => Promise.resolve({}),
})
const world = withJobWorld([turn])

test('A job of every few minutes is asked for once in its time, and only while there is something for it to do', async () => {
  const start = world().clock.now().getTime()
  const after = async (seconds: number) => {
    world().clock.moveTo(new Date(start + seconds * 1000).toISOString())
    const { store } = world()
    return (await Promise.all([enqueueEvery(store, [turn]), enqueueEvery(store, [turn])])).flat()
  }
  const over = () => world().owner.query(`UPDATE job_run SET state = 'done'`)
  expect(await after(0)).toEqual(['mill.turn'])
  await over()
  expect(await after(60)).toEqual([])
  // A look that comes a little early is as good as one in time.
  expect(await after(115)).toEqual(['mill.turn'])
  // The last is not over yet.
  expect(await after(600)).toEqual([])
  await over()
  windy = false
  expect(await after(720)).toEqual([])
  windy = true
  expect(await after(721)).toEqual(['mill.turn'])
})
