import { z } from 'zod'

/** A run of an extract in a list. */
export const runLine = z.object({
  id: z.uuid(),
  mapping: z.string(),
  version: z.int(),
  dryRun: z.boolean(),
  loaded: z.boolean(),
  ok: z.boolean(),
  rows: z.int(),
  rejected: z.int(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
})
export type RunLine = z.output<typeof runLine>
