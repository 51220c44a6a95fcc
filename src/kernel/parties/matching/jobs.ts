import { z } from 'zod'
import { id } from '#platform/forms/fields.ts'
import { defineJob, type JobContext, type Subscription } from '#platform/jobs/define.ts'
import { openThread } from '#platform/threads/open-thread.ts'
import { MATCHED_KINDS } from '../identities/proposal.ts'
import { matchParty } from './match-party.ts'
import type { Relinked } from './relink-all.ts'

/** After a party was stored or changed by its source: the event `party.stored`, with its id as `party`. */
export const matchPartyJob = defineJob({
  name: 'party.match',
  input: z.object({ party: id('Record') }),
  as: 'system:matching',
  purpose: 'who is who',
  retries: 3,
  expireAfter: 300,
  title: () => 'A record compared with all others',
  run: async (context, { party }) => {
    const proposed = await context.transaction(async (tx) => {
      const count = await matchParty(tx, party)
      const audit = { event: 'party.matched', outcome: 'done', subjects: [{ kind: 'party', id: party }] } as const
      return { value: count, audit: [audit] }
    })
    return { proposed }
  },
})

/** Every night, after an import of many, and when it is asked for. */
export const relinkJob = defineJob({
  name: 'parties.relink',
  input: z.object({}),
  as: 'system:matching',
  purpose: 'who is who',
  daily: { hour: 2 },
  retries: 3,
  expireAfter: 6 * 3_600,
  title: () => 'All records compared with one another',
  run: async (context) => {
    const done = await relinkAside(context)
    await context.transaction(() =>
      Promise.resolve({
        value: undefined,
        audit: done.map(({ kind, parties, proposed }) => ({
          event: 'parties.relinked',
          outcome: 'done',
          subjects: [],
          detail: { kind, parties, proposed },
        })),
      }),
    )
    return Object.fromEntries(MATCHED_KINDS.map((kind) => [kind, done.find((one) => one.kind === kind)?.proposed ?? 0]))
  },
})

const message = z.union([
  z.object({ done: z.number(), total: z.number(), message: z.string() }),
  z.object({ relinked: z.custom<readonly Relinked[]>((value) => Array.isArray(value)) }),
])

async function relinkAside(context: JobContext): Promise<readonly Relinked[]> {
  const databaseUrl = context.store.pool.options.connectionString
  const thread = openThread('relink-thread', { databaseUrl })
  return new Promise<readonly Relinked[]>((resolve, reject) => {
    // Parts that are done are kept: the next server goes on after them.
    const stop = () => reject(context.stopping.reason)
    context.stopping.addEventListener('abort', stop, { once: true })
    thread.on('message', (said: unknown) => {
      const read = message.parse(said)
      if ('relinked' in read) resolve(read.relinked)
      else context.progress(read.done, read.total, read.message).catch(reject)
    })
    thread.on('error', reject)
    thread.on('exit', (code) => reject(new Error(`The thread that compares records ended with ${code}.`)))
  }).finally(() => void thread.terminate())
}

export const matchingSubscriptions: readonly Subscription[] = [
  { event: 'party.stored', job: matchPartyJob },
  { event: 'parties.stored', job: relinkJob },
]
