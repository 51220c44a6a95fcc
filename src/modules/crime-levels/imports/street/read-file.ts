import { createHash } from 'node:crypto'
import { FileRefused } from '#platform/imports/fault.ts'
import type { ImportFile } from '#platform/imports/context.ts'
import { Rejections } from '#platform/imports/rejections.ts'
import { readTable, type TableRow } from '#platform/imports/table.ts'
import { isFault, type streetRowChecker, type StreetRow } from './check-row.ts'
import { findHeaderFault } from './header.ts'
import type { Staging } from './staging.ts'
import type { Tally } from './tally.ts'

export interface ReadFile {
  readonly rejections: Rejections
  /** Whether the file could not be read to its end. */
  readonly refused: boolean
  readonly warnings: readonly string[]
  /** Of the bytes that were read. */
  readonly sha256: string
}

interface Into {
  readonly checkRow: ReturnType<typeof streetRowChecker>
  readonly tally: Tally
  readonly staging: Staging
  /** Told how many rows there were so far, a batch at a time. */
  onRows(rows: number): Promise<void>
}

/** Reads a street file: good rows into staging and the tally, wrong ones into the rejections. */
export async function readStreetFile(file: ImportFile, into: Into): Promise<ReadFile> {
  const rejections = new Rejections(file.name)
  const digest = createHash('sha256')
  const input = digested(await file.open(), digest)
  const header = (names: readonly string[]) => {
    rejections.setHeader(names)
    return findHeaderFault(names)
  }
  try {
    const warnings = await readTable(input, { header, rows: (rows) => takeRows(rows, into, rejections) })
    return { rejections, refused: false, warnings, sha256: digest.digest('hex') }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    rejections.refuse(error)
    const warnings = [`The file cannot be read from line ${error.line} on: nothing of it was loaded.`]
    return { rejections, refused: true, warnings, sha256: digest.digest('hex') }
  }
}

async function takeRows(rows: readonly TableRow[], into: Into, rejections: Rejections): Promise<void> {
  const good: { line: number; row: StreetRow }[] = []
  for (const { line, fields, fault } of rows) {
    const row = fault ?? into.checkRow(fields)
    if (isFault(row)) {
      rejections.add(line, fields, row)
      continue
    }
    into.tally.add(row)
    good.push({ line, row })
  }
  if (good.length > 0) await into.staging.write(good)
  await into.onRows(into.tally.accepted + rejections.count)
}

async function* digested(input: AsyncIterable<Uint8Array>, digest: ReturnType<typeof createHash>) {
  for await (const chunk of input) {
    digest.update(chunk)
    yield chunk
  }
}
