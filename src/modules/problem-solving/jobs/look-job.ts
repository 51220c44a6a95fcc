import { z } from 'zod'
import { defineJob } from '#platform/jobs/define.ts'
import { lookForPatterns } from '../patterns/look.ts'

/** Every night, after what was imported in the day; and when somebody asks for it. */
export const lookJob = defineJob({
  name: 'problems.look',
  input: z.object({}),
  as: 'system:problem-solving',
  purpose: 'problem solving',
  daily: { hour: 3 },
  aside: true,
  retries: 3,
  expireAfter: 1_800,
  title: () => 'Looked for patterns that are worth working on',
  run: async (context) => {
    const stored = await context.transaction(async (tx) => {
      const value = await lookForPatterns(tx)
      return { value, audit: [{ event: 'problems.looked', outcome: 'done', subjects: [], detail: { ...value } }] }
    })
    return { ...stored }
  },
})
