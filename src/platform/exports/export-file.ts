import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DownloadHead } from '#platform/operations/define.ts'
import { csvText } from './csv.ts'
import type { ExportTable } from './rows.ts'
import { xlsxStream } from './xlsx.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<ExportFormat, string>

interface ExportName {
  readonly format: ExportFormat
  readonly marking: string
  /** Without marking and ending: "all crime by ward, 2023-03 to 2024-02". */
  readonly name: string
  /** How many rows, where it is known before. */
  readonly rows: number | null
}

/** What a file is called; its marking stands first. */
export function exportHead({ format, marking, name, rows }: ExportName): DownloadHead {
  return { fileName: `${marking} ${name}.${format}`, mediaType: MEDIA_TYPES[format], rows }
}

/** What stands in a file: the marking in its first line. */
export function exportBody({ format, marking }: Pick<ExportName, 'format' | 'marking'>, table: ExportTable): Readable {
  const marked = { ...table, notes: [marking, ...table.notes] }
  return format === 'csv' ? Readable.from(csvText(marked), { objectMode: false }) : xlsxStream(marked)
}

/** Rows that are there already, as one batch. */
export async function* batchOf<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows)
}

/**
 * A body that is made inside `within` (a transaction that stays open as long as the body is read): `within` gets the function
 * that sends it. The body breaks with whatever error comes, and the work ends when the reader goes away.
 */
export function bodyWithin(within: (send: (body: Readable) => Promise<void>) => Promise<void>): Readable {
  const out = new PassThrough()
  within((body) => pipeline(body, out)).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return out
}
