import { randomUUID } from 'node:crypto'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { createAreaPlacer } from '#kernel/locations/area-placer.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { ImportContext, ImportFile } from '#platform/imports/context.ts'
import { Codes } from '../rules/codes.ts'
import type { KeptMapping } from '../rules/default-mapping.ts'
import { EXTRACT_KIND_NAMES, type ExtractKind } from '../rules/kinds/all.ts'
import type { RowContext } from '../rules/kinds/define.ts'
import { recogniseKind } from '../rules/mapping.ts'
import { placesOf, rowChecker } from '../rules/row-checker.ts'
import type { ExtractReport, FileReport } from '../rules/report.ts'
import { classifyOwn, classifyPlain, classifyTies, indexNamed, isOwn, isTie, makeNamed } from './classify.ts'
import { loadExtract } from './load.ts'
import { compareTotals, foundFaults, openThoughRestricted, reconcileKind } from './reconcile.ts'
import { readExtractFile, readWanted, type ReadFile } from './read-file.ts'
import { recordRun } from './record-run.ts'
import { makeStaging, openStaging } from './staging.ts'

export interface ExtractRequest {
  readonly mapping: KeptMapping
  readonly files: readonly ImportFile[]
  /** Says what would become of each row, and stores none. */
  readonly dryRun: boolean
  /** Store the good rows even where others are rejected. */
  readonly keepGood: boolean
  /** The extract is all that the records system has: what is known here and not in it has vanished there. */
  readonly whole: boolean
  /** The account that asked, or null for the command line. */
  readonly runBy?: string | null
  /** The extract as it was put together on its page. */
  readonly extract?: string | null
  /** Keeps the rejected rows of a file as CSV text, and says where. Without it they are only listed. */
  keepErrorFile?(this: void, file: ImportFile, text: string): Promise<string>
  onProgress?(this: void, rows: number, words: string): Promise<void> | void
}

const LISTED = 100
const PROGRESS_EVERY = 10_000
const MOST_FOUND = 50_000

/** What a run leaves: its id, under which its report is kept, and the report. */
export interface RunOfExtract {
  readonly run: string
  readonly report: ExtractReport
}

/**
 * Imports an extract, all its files in one transaction: each row is checked by itself as it streams into staging, then beside the
 * others and what is known, and only then is anything stored. One extract at a time. Wrong rows and files are not errors: the
 * report tells them. The same extract again changes nothing.
 */
export async function importExtract(context: ImportContext, request: ExtractRequest): Promise<RunOfExtract> {
  const started = performance.now()
  const run = randomUUID()
  const report = await context.transaction(async (tx) => {
    await tx.client.query(`SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '64MB'`)
    await tx.client.query(`SELECT pg_advisory_xact_lock(hashtextextended('records extract', 0))`)
    const staged = await stage(tx, request)
    const found = await classify(tx, request, staged)
    const refused = staged.reads.some(({ faults }) => faults.refused !== null)
    const rejected = staged.reads.reduce((sum, { faults }) => sum + faults.count, 0)
    const fit = !refused && (rejected === 0 || request.keepGood)
    const loaded = fit && !request.dryRun
    if (loaded)
      await loadExtract(tx, staged.kinds, {
        run,
        publisher: await publisherOf(tx),
        placer: createAreaPlacer(),
        words: staged.context.words,
        onStep: async (kind) => request.onProgress?.(staged.rows(), `Storing ${kind}`),
      })
    const draft: ExtractReport = {
      mapping: { name: request.mapping.mapping.name, version: request.mapping.version },
      dryRun: request.dryRun,
      whole: request.whole,
      loaded,
      ok: fit && (found.totals === null || found.totals.agree === found.totals.given),
      files: staged.reads.map(fileReport),
      kinds: found.kinds,
      totals: found.totals,
      warnings: [...staged.context.codes.warnings(), ...found.warnings],
      seconds: 0,
    }
    const files = await keepErrorFiles(request, staged.reads, draft.files)
    const report = { ...draft, files, seconds: Number(((performance.now() - started) / 1000).toFixed(3)) }
    const audit = await recordRun(tx, { run, report, request })
    return { value: report, audit: [audit] }
  })
  return { run, report }
}

interface Staged {
  readonly reads: readonly ReadFile[]
  readonly kinds: ReadonlySet<ExtractKind>
  readonly context: RowContext
  rows(): number
}

async function stage(tx: Tx, request: ExtractRequest): Promise<Staged> {
  const { mapping } = request.mapping
  const context: RowContext = { today: londonDateAt(tx.now), now: tx.now, codes: new Codes(mapping), words: new Set() }
  const kinds = new Set<ExtractKind>()
  const reads: ReadFile[] = []
  let before = 0
  let told = 0
  for (const [number, file] of request.files.entries()) {
    const read = await readExtractFile(file, {
      begin: async (header) => {
        const kind = recogniseKind(mapping, header)
        if (kind === null) return null
        if (!kinds.has(kind)) await makeStaging(tx, kind)
        kinds.add(kind)
        return { kind, staging: openStaging(tx, kind, number), checkRow: rowChecker(kind, mapping, header, context) }
      },
      onRows: async (rows) => {
        if (before + rows - told < PROGRESS_EVERY) return
        told = before + rows
        await request.onProgress?.(told, file.name)
      },
    })
    before += read.rows
    reads.push(read)
  }
  return { reads, kinds, context, rows: () => before }
}

/** Says what becomes of every staged row, and takes what the database found wrong among the faults of its file. */
async function classify(tx: Tx, request: ExtractRequest, { reads, kinds }: Staged) {
  const warnings: string[] = []
  await makeNamed(tx)
  const here = EXTRACT_KIND_NAMES.filter((kind) => kinds.has(kind))
  for (const kind of here) if (isOwn(kind)) await classifyOwn(tx, kind)
  await indexNamed(tx)
  for (const kind of here) if (isTie(kind)) await classifyTies(tx, kind)
  for (const kind of here) if (kind === 'postcodes' || kind === 'totals') await classifyPlain(tx, kind)
  const reports = []
  for (const kind of here) {
    const wrong = reads.reduce(
      (sum, read) => sum + (read.kind === kind && read.faults.refused === null ? read.faults.count : 0),
      0,
    )
    reports.push(await reconcileKind(tx, kind, { wrong, whole: request.whole }))
    for (const { file, line, field, fault } of await foundFaults(tx, kind, MOST_FOUND)) {
      const read = reads[file]
      if (read?.faults.full !== false) continue
      const places = placesOf(kind, request.mapping.mapping, read.faults.header)
      read.faults.add(line, null, { column: (places[field] ?? 0) + 1, reason: fault })
    }
    if (isOwn(kind)) warnings.push(...restrictedWords(kind, await openThoughRestricted(tx, kind)))
  }
  return { kinds: reports, totals: await compareTotals(tx, kinds), warnings }
}

function restrictedWords(kind: ExtractKind, numbers: readonly string[]): string[] {
  if (numbers.length === 0) return []
  return [
    `Restricted there by now, and open here since an earlier extract (${kind}): ${numbers.join(', ')}. Have a records custodian look at them.`,
  ]
}

function fileReport({ faults, kind, rows, sha256, warnings }: ReadFile): FileReport {
  return {
    file: faults.name,
    sha256,
    kind,
    rows,
    rejected: faults.count,
    refused: faults.refused !== null,
    rejections: faults.list(LISTED),
    errorFile: null,
    warnings: [...warnings],
  }
}

/** A file that could not be read to its end has to be mended as a whole: it gets no error file. */
async function keepErrorFiles(
  request: ExtractRequest,
  reads: readonly ReadFile[],
  reports: readonly FileReport[],
): Promise<FileReport[]> {
  const kept: FileReport[] = []
  for (const [i, report] of reports.entries()) {
    const [file, read] = [request.files[i], reads[i]]
    const mendable = file !== undefined && read !== undefined && !report.refused && report.rejected > 0
    if (mendable && request.keepErrorFile !== undefined) {
      await readWanted(file, read.faults)
      kept.push({ ...report, errorFile: await request.keepErrorFile(file, read.faults.errorFile()) })
    } else kept.push(report)
  }
  return kept
}

async function publisherOf(tx: Tx): Promise<string> {
  const { rows } = await tx.client.query<{ publisher: string }>('SELECT publisher FROM installation')
  return rows[0]?.publisher ?? 'unknown'
}
