import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import type { Upload } from '#platform/http/routes.ts'
import { about } from '#platform/operations/define.ts'
import { decodeReport } from '../imports/decode-report.ts'
import { WRITERS } from '../writers.ts'
import { readTracker, type TrackerRejection } from './read-tracker.ts'
import { contradictionsOf, storeTracker, type TrackerStored } from './store-tracker.ts'

const MOST_BYTES = 5_000_000

/** What became of a tracker's file. With one rejected row nothing of it is saved. */
export interface TrackerImported extends TrackerStored {
  readonly rows: number
  readonly rejections: readonly TrackerRejection[]
}

const NOTHING: TrackerStored = { recommendations: 0, copies: 0, entries: 0, alreadyThere: 0 }

/** Reads a tracker and saves what is new of it, or nothing where a row is wrong or it is only tried. */
export async function takeTracker(tx: Tx, csv: string, dryRun: boolean): Promise<TrackerImported> {
  const { rows, rejections } = readTracker(csv, today(tx))
  const all = rejections.length > 0 ? rejections : await contradictionsOf(tx, rows)
  const stored = all.length > 0 || dryRun ? NOTHING : await storeTracker(tx, rows)
  return { rows: rows.length, rejections: all, ...stored }
}

/** The file of the form: its text stands for it. */
export const trackerUpload: Upload = {
  field: 'file',
  maxBytes: MOST_BYTES,
  tooLarge: `The file must be ${MOST_BYTES / 1e6} MB or smaller`,
  async take({ name, bytes }) {
    if (!name.toLowerCase().endsWith('.csv')) throw new Invalid({ file: 'The file must be a CSV file' })
    const chunks: Uint8Array[] = []
    for await (const chunk of bytes) chunks.push(chunk)
    return decodeReport(Buffer.concat(chunks), 'file')
  },
}

export const importTracker = command({
  name: 'tracker.import',
  summary: 'Import a tracker of national recommendations',
  input: z.object({
    file: z.string({ error: 'Choose a file' }).min(1, { error: 'Choose a file' }).max(MOST_BYTES),
  }),
  output: z.object({
    rows: z.int(),
    recommendations: z.int(),
    copies: z.int(),
    entries: z.int(),
    alreadyThere: z.int(),
  }),
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: {
    event: 'tracker.imported',
    subjects: about.nobody,
    detail: (_, { rows, recommendations, copies, entries }) => ({ rows, recommendations, copies, entries }),
  },
  async run(tx, { file }) {
    const { rejections, ...imported } = await takeTracker(tx, file, false)
    if (rejections.length > 0) throw new Invalid({ file: rejectionWords(rejections) })
    return imported
  },
})

const MOST_WORDS = 5

function rejectionWords(rejections: readonly TrackerRejection[]): string {
  const lines = rejections.slice(0, MOST_WORDS).map(({ line, column, reason }) => `line ${line}, ${column}: ${reason}`)
  const more = rejections.length - lines.length
  return `Nothing was imported. ${lines.join(' ')}${more > 0 ? ` And ${more} more.` : ''}`
}
