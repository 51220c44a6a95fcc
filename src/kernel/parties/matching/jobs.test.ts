import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { aheadOf, runAside } from '#platform/jobs/aside.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { as, hurry, seeRun, untilRun, withJobWorld } from '#platform/jobs/testing/job-world.ts'
import { partiesOf } from '../../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { MATCHED_KINDS } from '../identities/proposal.ts'
import { relinkJob } from './jobs.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database())
})
afterAll(() => world.close())

const aside = (stopping: AbortSignal) =>
  runAside(
    {
      job: relinkJob.name,
      jobRun: randomUUID(),
      requestId: 'night',
      input: {},
      databaseUrl: database().urlFor('frankpledge_app'),
      ahead: aheadOf(world.store.clock),
    },
    stopping,
  )

test('The night’s comparing of all records is done in a thread of its own, kind by kind, and the audit says so', async () => {
  const make = partiesOf(world)
  const who = { given: 'Edmund', family: 'Quarmby', birth: '1987-11-04', sex: 'male' } as const
  await make.person(who)
  await make.person(who)
  const done = await aside(new AbortController().signal)
  expect(Object.keys(done).toSorted()).toEqual([...MATCHED_KINDS].toSorted())
  const runs = await world.owner('SELECT kind FROM match_run WHERE ended_at IS NOT NULL')
  expect(runs.map(({ kind }) => kind).toSorted()).toEqual([...MATCHED_KINDS].toSorted())
  const audited = await world.owner(
    `SELECT detail ->> 'kind' AS kind, (detail ->> 'parties')::integer AS parties FROM audit_event WHERE event = 'parties.relinked'`,
  )
  expect(audited).toHaveLength(MATCHED_KINDS.length)
  expect(audited.find(({ kind }) => kind === 'person')).toEqual({ kind: 'person', parties: 2 })
})

test('It ends at once when the server stops, and says that this is why', async () => {
  const stopping = new AbortController()
  const reason = new Error('The server stops.')
  const run = aside(stopping.signal)
  stopping.abort(reason)
  await expect(run).rejects.toBe(reason)
  await expect(aside(stopping.signal)).rejects.toBe(reason)
})

const jobs = withJobWorld([relinkJob])

test('Ended because the server stops it is no failure, and is taken up again by the next one', async () => {
  const id = await as(jobs(), jobs().ellis, (tx) => enqueue(tx, relinkJob, {}))
  const first = await jobs().work([relinkJob])
  await untilRun(jobs(), id, 'running')
  await first.stop()
  expect(await seeRun(jobs(), id)).toMatchObject({ state: 'running', error: null })
  expect(jobs().errors).toEqual([])
  await jobs().work([relinkJob])
  await untilRun(jobs(), id, 'waiting')
  await hurry(jobs())
  expect(await untilRun(jobs(), id, 'done')).toMatchObject({ attempts: 2, error: null })
})
