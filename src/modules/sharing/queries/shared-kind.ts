import { z } from 'zod'
import { SHARED_KINDS } from '#kernel/sharing/lists.ts'

/** Which kind of record is meant: a problem plan, unless said. */
export const sharedKind = z
  .enum(SHARED_KINDS, { error: 'This kind of record is not shared with partners' })
  .default('problem-plan')
