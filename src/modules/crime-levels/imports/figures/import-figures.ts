import type { AreaKind } from '#kernel/areas/kinds.ts'
import type { ImportContext, ImportFile } from '#platform/imports/context.ts'
import { FileRefused, type Fault, type Rejection } from '#platform/imports/fault.ts'
import { Rejections } from '#platform/imports/rejections.ts'
import { readTable, type TableRow } from '#platform/imports/table.ts'
import { readFigures, type Figure } from './check-figures.ts'
import { recogniseLayout, type Layout } from './layouts.ts'
import { storeFigures, type FiguresStored } from './store-figures.ts'

export interface FiguresRequest {
  readonly files: readonly ImportFile[]
  readonly keepGood: boolean
  /** Year of an index of deprivation that its columns do not tell. */
  readonly edition: number | null
  /** Whose figures these are; the file's name where null. */
  readonly source: string | null
  keepErrorFile?(this: void, file: ImportFile, text: string): Promise<string>
  onProgress?(this: void, done: number, total: number, fileName: string): Promise<void> | void
}

export interface FiguresFileReport extends FiguresStored {
  readonly file: string
  /** What was recognised; null where nothing was. */
  readonly layout: Layout['type'] | null
  readonly kinds: readonly AreaKind[]
  /** Mid-years, or the edition. */
  readonly years: readonly number[]
  readonly rows: number
  readonly figures: number
  readonly unchanged: number
  /** Empty cells: not known. */
  readonly blank: number
  readonly rejected: number
  readonly loaded: boolean
  readonly rejections: readonly Rejection[]
  readonly errorFile: string | null
  readonly warnings: readonly string[]
}

export interface FiguresReport {
  readonly files: readonly FiguresFileReport[]
  readonly ok: boolean
}

const LISTED = 100

/**
 * Imports populations and indices of deprivation by area, recognising each file by its columns. Each file in a transaction
 * of its own; the same file again changes nothing.
 */
export async function importFigures(context: ImportContext, request: FiguresRequest): Promise<FiguresReport> {
  const files: FiguresFileReport[] = []
  for (const [i, file] of request.files.entries()) {
    await request.onProgress?.(i, request.files.length, file.name)
    files.push(await importFile(context, request, file))
  }
  return { files, ok: files.every(({ loaded, rejected }) => loaded && (rejected === 0 || request.keepGood)) }
}

async function importFile(
  context: ImportContext,
  request: FiguresRequest,
  file: ImportFile,
): Promise<FiguresFileReport> {
  const read = new FiguresFile(file.name, request.edition)
  const { refused, warnings } = await readThrough(file, read)
  const { layout, figures, rejections } = read
  const loaded = layout !== null && !refused && (rejections.count === 0 || request.keepGood)
  const stored = await context.transaction(async (tx) => {
    const source = request.source ?? file.name
    const value = loaded ? await storeFigures(tx, layout.type, figures, source) : { added: 0, changed: 0 }
    const detail = { layout: layout?.type ?? null, ...value, figures: figures.length, rejected: rejections.count }
    return { value, audit: [{ event: 'figures.imported', outcome: loaded ? 'done' : 'failed', subjects: [], detail }] }
  })
  const mendable = !refused && rejections.count > 0
  const errorFile = mendable ? await request.keepErrorFile?.(file, rejections.errorFile()) : undefined
  return {
    ...stored,
    file: file.name,
    layout: layout?.type ?? null,
    kinds: [...new Set(figures.map(({ kind }) => kind))],
    years: [...new Set(figures.map(({ year }) => year))].toSorted((a, b) => a - b),
    rows: read.rows,
    figures: figures.length,
    unchanged: loaded ? figures.length - stored.added - stored.changed : 0,
    blank: read.blank,
    rejected: rejections.count,
    loaded,
    rejections: rejections.list(LISTED),
    errorFile: errorFile ?? null,
    warnings,
  }
}

async function readThrough(file: ImportFile, read: FiguresFile): Promise<{ refused: boolean; warnings: string[] }> {
  try {
    const warnings = await readTable(await file.open(), {
      header: (names) => read.header(names),
      rows: (rows) => Promise.resolve(read.take(rows)),
    })
    return { refused: false, warnings }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    read.rejections.refuse(error)
    return {
      refused: true,
      warnings: [`The file cannot be read from line ${error.line} on: nothing of it was loaded.`],
    }
  }
}

class FiguresFile {
  layout: Layout | null = null
  rows = 0
  blank = 0
  readonly figures: Figure[] = []
  readonly rejections: Rejections
  readonly #edition: number | null
  readonly #seen = new Set<string>()

  constructor(name: string, edition: number | null) {
    this.rejections = new Rejections(name)
    this.#edition = edition
  }

  header(names: readonly string[]): Fault | null {
    this.rejections.setHeader(names)
    const layout = recogniseLayout(names, this.#edition)
    if ('reason' in layout) return layout
    this.layout = layout
    return null
  }

  take(rows: readonly TableRow[]): void {
    for (const { line, fields, fault } of rows) {
      this.rows += 1
      const wrong = fault ?? this.#takeRow(fields)
      if (wrong !== null) this.rejections.add(line, fields, wrong)
    }
  }

  #takeRow(fields: readonly string[]): Fault | null {
    const { layout } = this
    if (layout === null) return { column: 1, reason: 'There was no header.' }
    const read = readFigures(layout, fields)
    if ('reason' in read) return read
    const [first] = read.figures
    const keys = read.figures.map(({ kind, code, year, what }) => `${kind} ${code} ${year} ${what}`)
    if (first !== undefined && keys.some((key) => this.#seen.has(key)))
      return { column: layout.code + 1, reason: `${first.code} is in the file twice for ${first.year}.` }
    for (const key of keys) this.#seen.add(key)
    this.figures.push(...read.figures)
    this.blank += read.blank
    return null
  }
}
