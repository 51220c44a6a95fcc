import { z } from 'zod'
import type { DutyRule } from '#kernel/duties/rule.ts'

/** The version of a rule that governs a duty, as it is shown. */
export const ruleModel = z.object({
  code: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  title: z.string(),
  startsWhen: z.string(),
  authority: z.string(),
  mark: z.enum(['seen', 'unverified', 'default']),
  escalations: z.array(z.object({ at: z.number(), tell: z.enum(['owner', 'supervisor', 'commander']) })),
})

export function ruleModelOf(rule: DutyRule): z.output<typeof ruleModel> {
  const { code, from, to, title, startsWhen, authority, mark, escalations } = rule
  return { code, from, to, title, startsWhen, authority, mark, escalations: [...escalations] }
}
