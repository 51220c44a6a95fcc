import { createHash } from 'node:crypto'
import type { ImportFile } from '#platform/imports/context.ts'
import { FileRefused, type Fault } from '#platform/imports/fault.ts'
import { readTable, type TableRow } from '#platform/imports/table.ts'
import type { ExtractKind } from '../rules/kinds/all.ts'
import { isFault, type CheckedRow } from '../rules/row-checker.ts'
import { FileFaults } from './file-faults.ts'
import type { Staging } from './staging.ts'

export interface ReadFile {
  readonly kind: ExtractKind | null
  readonly rows: number
  readonly faults: FileFaults
  readonly warnings: readonly string[]
  /** Of the bytes that were read. */
  readonly sha256: string
}

export interface Into {
  /** The kind of file that has these headings, with what checks its rows and where they go; null where there is none. */
  begin(this: void, header: readonly string[]): Promise<Begun | null> | Begun | null
  onRows(this: void, rows: number): Promise<void>
}

interface Begun {
  readonly kind: ExtractKind
  readonly staging: Staging
  checkRow(this: void, fields: readonly string[]): CheckedRow | Fault
}

/** Reads a file of an extract: good rows into staging, wrong ones into the faults. */
export async function readExtractFile(file: ImportFile, into: Into): Promise<ReadFile> {
  const faults = new FileFaults(file.name)
  const digest = createHash('sha256')
  let begun: Begun | null = null
  let rows = 0
  const take = async (batch: readonly TableRow[]) => {
    begun ??= await into.begin(faults.header)
    if (begun === null) throw new FileRefused(1, NOT_RECOGNISED)
    rows += batch.length
    await begun.staging.write(goodOf(batch, begun, faults))
    await into.onRows(rows)
  }
  const header = (names: readonly string[]): Fault | null => {
    faults.header = names.map((name) => name.trim())
    return headerFault(faults.header)
  }
  try {
    const warnings = await readTable(digested(await file.open(), digest), { header, rows: take, takesFormulas: true })
    begun ??= await into.begin(faults.header)
    if (begun === null) throw new FileRefused(1, NOT_RECOGNISED)
    await begun.staging.end()
    return { kind: begun.kind, rows, faults, warnings, sha256: digest.digest('hex') }
  } catch (error) {
    const open: Begun | null = begun
    if (!(error instanceof FileRefused)) {
      stop(open, error)
      throw error
    }
    await finish(open)
    faults.refuse(error)
    const warnings = [`The file cannot be read from line ${error.line} on: nothing of the extract was loaded.`]
    return { kind: kindOf(open), rows, faults, warnings, sha256: digest.digest('hex') }
  }
}

const NOT_RECOGNISED: Fault = {
  column: 1,
  reason: 'The mapping knows no kind of file with these headings. Map its columns first, or use another mapping.',
}

function stop(begun: Begun | null, error: unknown): void {
  begun?.staging.abandon(error)
}
async function finish(begun: Begun | null): Promise<void> {
  await begun?.staging.end()
}
function kindOf(begun: Begun | null): ExtractKind | null {
  return begun?.kind ?? null
}

function headerFault(names: readonly string[]): Fault | null {
  const twice = names.findIndex((name, i) => name !== '' && names.indexOf(name) < i)
  if (twice === -1) return null
  return {
    column: twice + 1,
    reason: `“${(names[twice] ?? '').slice(0, 60)}” heads two columns: it cannot be told which is meant.`,
  }
}

function goodOf(batch: readonly TableRow[], begun: Begun, faults: FileFaults): { line: number; row: CheckedRow }[] {
  const good: { line: number; row: CheckedRow }[] = []
  for (const { line, fields, fault } of batch) {
    const row = fault ?? begun.checkRow(fields)
    if (isFault(row)) faults.add(line, fields, row)
    else good.push({ line, row })
  }
  return good
}

/** Reads a file once more for the cells of rows that the database found wrong, for the error file. */
export async function readWanted(file: ImportFile, faults: FileFaults): Promise<void> {
  if (faults.unread === 0) return
  await readTable(await file.open(), {
    header: () => null,
    rows: (rows) => {
      for (const { line, fields } of rows) faults.offer(line, fields)
      return Promise.resolve()
    },
    takesFormulas: true,
  })
}

async function* digested(input: AsyncIterable<Uint8Array>, digest: ReturnType<typeof createHash>) {
  for await (const chunk of input) {
    digest.update(chunk)
    yield chunk
  }
}
