import { z } from 'zod'
import { defineJob } from '#platform/jobs/define.ts'
import type { DutyRules } from './registry.ts'
import { hasWaiting, tick } from './tick.ts'

/** Every minute: what was crossed since is said, once. After a standstill it catches up. */
export const tickDutiesJob = (rules: DutyRules) =>
  defineJob({
    name: 'duty.tick',
    input: z.object({}),
    as: 'system:duties',
    roles: ['system-clock'],
    purpose: 'telling whose time has come',
    every: { minutes: 1, needed: hasWaiting },
    retries: 2,
    expireAfter: 600,
    title: () => 'Telling people whose duties are due soon or overdue',
    async run(context) {
      const all = { looked: 0, crossings: 0, told: 0 }
      for (let more = true; more;) {
        const ticked = await context.transaction(async (tx) => ({ value: await tick(tx, rules), audit: [] }))
        all.looked += ticked.looked
        all.crossings += ticked.crossings
        all.told += ticked.told
        more = ticked.more
        await context.progress(all.looked, null, `${all.told} told so far`)
      }
      return all
    },
  })
