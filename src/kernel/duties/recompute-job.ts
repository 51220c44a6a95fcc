import { z } from 'zod'
import { defineJob } from '#platform/jobs/define.ts'
import { recomputeAll, recomputeBatch } from './recompute.ts'
import type { DutyRules } from './registry.ts'

/** What happens when a bank holiday was entered or changed: its day. */
export const HOLIDAYS_CHANGED = 'bank-holidays.changed'

/** Reckons every open duty anew. Run twice it changes nothing more, so it may break off and begin again. */
export const recomputeDutiesJob = (rules: DutyRules) =>
  defineJob({
    name: 'duty.recompute',
    input: z.object({ day: z.string().optional() }),
    as: 'system:duties',
    roles: ['system-clock'],
    purpose: 'keeping the times of duties',
    retries: 5,
    expireAfter: 1_800,
    title: () => 'Due times worked out again after a change of bank holidays',
    async run(context) {
      return recomputeAll(
        (after, to) =>
          context.transaction(async (tx) => {
            const done = await recomputeBatch(tx, rules, after, to)
            const detail = { looked: done.looked, changed: done.changed }
            return { value: done, audit: [{ event: 'duty.recomputed', outcome: 'done', subjects: [], detail }] }
          }),
        (looked, changed) => context.progress(looked, null, `${changed} due times changed so far`),
      )
    },
  })
