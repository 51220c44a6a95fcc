import { z } from 'zod'
import { id } from '#platform/forms/fields.ts'
import { defineJob, type Subscription } from '#platform/jobs/define.ts'
import { MATCHED_KINDS } from '../identities/proposal.ts'
import { matchParty } from './match-party.ts'
import { relinkAll } from './relink-all.ts'

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
  aside: true,
  retries: 3,
  expireAfter: 6 * 3_600,
  title: () => 'All records compared with one another',
  run: async (context) => {
    const done = await relinkAll(context.store, context.progress)
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

export const matchingSubscriptions: readonly Subscription[] = [
  { event: 'party.stored', job: matchPartyJob },
  { event: 'parties.stored', job: relinkJob },
]
