import { decide } from '#platform/access/decide.ts'
import { findReaderOfAccount } from '#platform/access/account-reader.ts'
import type { Reader } from '#platform/access/reader.ts'
import { asGate } from '#platform/db/gate.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { readerOf, type Job, type JobContext } from './define.ts'
import { progressOf, type AskedBy } from './runs.ts'

/** Milliseconds between two progress rows: faster than anybody reads, and a small load however often a job calls. */
const PROGRESS_EVERY = 400

interface Place {
  readonly store: Store
  readonly files: FileStore
  readonly headsFile?: string | null
}

/** What a run may use, before it is known for whom it runs. */
export function contextOf(
  { store, files, headsFile = null }: Place,
  job: Job,
  jobRun: string,
  requestId: string,
): JobContext {
  const reader = readerOf(job)
  const request = { requestId, purpose: job.purpose, origin: `job ${job.name}` }
  let shownAt = -Infinity
  const context: JobContext = {
    store,
    files,
    jobRun,
    headsFile,
    person: null,
    transaction: (work) => transaction(store, { reader }, request, async (entered) => work(await entered.open())),
    personTransaction: () => Promise.reject(new Forbidden('Nobody asked for this.')),
    async progress(done, total, message) {
      const at = performance.now()
      if (done !== total && at - shownAt < PROGRESS_EVERY) return
      shownAt = at
      await progressOf(context, done, total, message)
    },
  }
  return context
}

/**
 * The same for the person who asked, with the rights that they have at this moment. Throws Forbidden, and logs the
 * refusal, when the job's access rule does not let them any more, or they have left.
 */
export async function forPerson(context: JobContext, job: Job, asked: AskedBy, requestId: string): Promise<JobContext> {
  const { access } = job
  if (access === undefined || asked.account === null) return context
  const { store } = context
  const person = await asGate(store, (client, now) => findReaderOfAccount(client, asked, now))
  const request = { requestId, purpose: job.purpose, origin: `job ${job.name}` }
  if (person === null || !mayStill(access, person, store.clock.now())) {
    const subjects = [{ kind: 'account', id: asked.account }]
    await context.transaction(() =>
      Promise.resolve({ value: undefined, audit: [{ event: `${job.name}.run`, outcome: 'refused', subjects }] }),
    )
    throw new Forbidden('Whoever asked for this may not do it any more.')
  }
  return {
    ...context,
    person,
    personTransaction: (work) =>
      transaction(store, { reader: person }, request, async (entered) => work(await entered.open())),
  }
}

function mayStill(access: NonNullable<Job['access']>, person: Reader, now: Date): boolean {
  try {
    decide(access, person, null, now)
    return true
  } catch (error) {
    if (error instanceof Forbidden) return false
    throw error
  }
}
