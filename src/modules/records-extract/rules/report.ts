import { z } from 'zod'
import { EXTRACT_KIND_NAMES } from './kinds/all.ts'

const rejection = z.object({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  columnName: z.string(),
  reason: z.string(),
})

/** What came of the rows of one kind: `inFile` is the sum of the seven that follow it. */
const kindReport = z.object({
  kind: z.enum(EXTRACT_KIND_NAMES),
  inFile: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** What stands here is newer, by what the records system says. */
  older: z.int(),
  /** Rows that say again what an earlier one of the same extract says. */
  repeated: z.int(),
  /** Restricted there, or naming something that is. */
  leftOut: z.int(),
  rejected: z.int(),
  /** Of the rejected: those that name what is neither in this extract nor in an earlier one. */
  missingLinks: z.int(),
  /** Known from earlier extracts and not in this one; they stay. Null unless the extract is the whole. */
  vanished: z.int().nullable(),
  /** The first of their numbers. */
  vanishedNumbers: z.array(z.string()),
  /** How many are known here when it is done. */
  knownAfter: z.int(),
})
export type KindReport = z.output<typeof kindReport>

const fileReport = z.object({
  file: z.string(),
  sha256: z.string(),
  kind: z.enum(EXTRACT_KIND_NAMES).nullable(),
  rows: z.int(),
  rejected: z.int(),
  /** Whether it could not be read to its end. */
  refused: z.boolean(),
  /** The first hundred; all of them are in the error file. */
  rejections: z.array(rejection),
  /** Where the error file was kept, or null. */
  errorFile: z.string().nullable(),
  warnings: z.array(z.string()),
})
export type FileReport = z.output<typeof fileReport>

const totalLine = z.object({
  month: z.string(),
  offence: z.string(),
  given: z.int(),
  found: z.int(),
})
export type TotalLine = z.output<typeof totalLine>

/** What an extract held, what became of it, and how that compares with what the records system counts. */
export const extractReport = z.object({
  mapping: z.object({ name: z.string(), version: z.int() }),
  dryRun: z.boolean(),
  whole: z.boolean(),
  /** Whether anything was stored. */
  loaded: z.boolean(),
  /** Whether all is well: nothing rejected, or only the good rows were asked for, and the control totals agree. */
  ok: z.boolean(),
  files: z.array(fileReport),
  kinds: z.array(kindReport),
  /** Null where no control totals were given. */
  totals: z
    .object({
      given: z.int(),
      agree: z.int(),
      /** The first hundred that do not agree. */
      differing: z.array(totalLine),
    })
    .nullable(),
  warnings: z.array(z.string()),
  seconds: z.number(),
})
export type ExtractReport = z.output<typeof extractReport>
