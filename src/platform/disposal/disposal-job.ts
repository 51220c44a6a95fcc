import { z } from 'zod'
import { defineJob } from '#platform/jobs/define.ts'
import { dispose } from './dispose.ts'
import { DAILY_RULES } from './rules.ts'

/** Every night: all daily rules, one after another. */
export const disposalJob = defineJob({
  name: 'disposal.run',
  input: z.object({}),
  as: 'system:disposal',
  purpose: 'disposal',
  daily: { hour: 3 },
  retries: 3,
  expireAfter: 3_600,
  title: () => 'Disposal of what is past its time',
  async run(context) {
    const results: Record<string, unknown> = {}
    for (const [index, rule] of DAILY_RULES.entries()) {
      await context.progress(index, DAILY_RULES.length, rule.what)
      const { rows, held } = await dispose(context.store, rule, context.store.clock.now())
      results[rule.code] = { rows, held }
    }
    await context.progress(DAILY_RULES.length, DAILY_RULES.length, 'All rules done')
    return results
  },
})
