import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** One thing that whoever has a patch must know of, with its page. */
const onPatchRow = z.object({
  /** What the audit names: which thing, and of which kind. */
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  href: z.string(),
  /** Why it stands there, or what is next, in words. */
  words: z.string(),
  /** When what is next is due: an instant; null where nothing is. */
  dueAt: z.iso.datetime().nullable(),
  marking: z.enum(MARKINGS),
})
export type OnPatchRow = z.output<typeof onPatchRow>

/** What a module knows of a patch, of what its reader may open: the first of it, and how much there is in all. */
export const onPatch = z.object({
  title: z.string(),
  /** Where the rest is. */
  href: z.string(),
  total: z.int(),
  rows: z.array(onPatchRow),
  /** What is said where there is nothing. */
  none: z.object({ title: z.string(), words: z.string() }),
})
export type OnPatch = z.output<typeof onPatch>

/** Reads it under the reader's own policies, for an area and all that lies in it. */
export type PatchReader = (tx: Tx, area: number) => Promise<OnPatch>
