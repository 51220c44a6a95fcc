import { z } from 'zod'
import { defineJob, type Job, type JobContext } from '#platform/jobs/define.ts'
import type { Measures } from './registry.ts'
import { computeMeasure, type ComputedMeasure } from './compute.ts'
import { entryOf } from './compute-all.ts'

const COMPUTE = 'measures.compute'

/**
 * Computes every measure, each in a transaction of its own: every day at five, and after whatever changes their rows. One that
 * fails does not keep the others; the run then fails, to be tried again.
 */
export function computeMeasuresJob(measures: Measures): Job {
  return defineJob({
    name: COMPUTE,
    // What asked for it is an event with ids of its own, which it does not need.
    input: z.object({}),
    as: 'system:measures',
    purpose: 'measures',
    daily: { hour: 5 },
    retries: 2,
    expireAfter: 1_800,
    title: () => 'Measures computed again',
    run: async (context) => {
      if (await anotherWaits(context)) return { left: 'to the run that was asked for after it' }
      const done: ComputedMeasure[] = []
      const failed: { code: string; error: unknown }[] = []
      for (const [at, measure] of measures.all.entries()) {
        await context.progress(at, measures.all.length, measure.name)
        try {
          done.push(
            await context.transaction(async (tx) => {
              const value = await computeMeasure(tx, measure)
              return { value, audit: [entryOf(value)] }
            }),
          )
        } catch (error) {
          failed.push({ code: measure.code, error })
        }
      }
      await context.progress(measures.all.length, measures.all.length, 'Done')
      if (failed[0] !== undefined)
        throw new Error(`Not computed: ${failed.map(({ code }) => code).join(', ')}`, { cause: failed[0].error })
      return {
        measures: done.length,
        values: done.reduce((sum, { values }) => sum + values, 0),
        removed: done.reduce((sum, { removed }) => sum + removed, 0),
      }
    },
  })
}

/** Many files are imported at once, each with an event of its own: the last of them is enough. */
async function anotherWaits(context: JobContext): Promise<boolean> {
  return context.transaction(async (tx) => {
    const { rowCount } = await tx.client.query(
      `SELECT FROM job_run WHERE kind = $1 AND state = 'waiting' AND id <> $2 LIMIT 1`,
      [COMPUTE, context.jobRun],
    )
    return { value: rowCount === 1, audit: [] }
  })
}
