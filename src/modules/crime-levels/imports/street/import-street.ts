import { createAreaPlacer, type AreaPlacer } from '#kernel/locations/area-placer.ts'
import { findForce, type Force } from '#kernel/areas/reference/forces.ts'
import type { AuditEntry } from '#platform/audit/entry.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import type { ImportContext, ImportFile } from '#platform/imports/context.ts'
import { londonDateAt, monthOf } from '#calculations/calendar/civil-date.ts'
import { streetRowChecker } from './check-row.ts'
import { findForceArea } from './force-area.ts'
import { countPresent, loadStaged, type Loaded } from './load.ts'
import { readStreetFile, type ReadFile } from './read-file.ts'
import { recordImport } from './record-import.ts'
import { totalOf, type StreetFileReport, type StreetReport } from './report.ts'
import { openStaging } from './staging.ts'
import { Tally } from './tally.ts'

export interface StreetRequest {
  /** The publisher that the files are expected from, by its data.police.uk id: `thames-valley`. */
  readonly force: string
  readonly files: readonly ImportFile[]
  /** Load the good rows of a file even where others are rejected. */
  readonly keepGood: boolean
  /** The account that asked, or null for the command line. */
  readonly importedBy?: string | null
  /** Keeps the rejected rows of a file as CSV text, and says where. Without it they are only listed. */
  keepErrorFile?(this: void, file: ImportFile, text: string): Promise<string>
  /** Rows read so far over all files, and the file that is being read. */
  onProgress?(this: void, rows: number, fileName: string): Promise<void> | void
}

/** Rejections that a report lists; the error file has them all. */
const LISTED = 100
const PROGRESS_EVERY = 10_000

/**
 * Imports street files of data.police.uk, each in a transaction of its own, in the order given. A file's rows are brought up
 * to the count of equal rows in the file and never beyond, so the same file again changes nothing.
 * @throws {Invalid} when the force is not one that publishes. Wrong rows and files are not errors: the report tells them.
 */
export async function importStreet(context: ImportContext, request: StreetRequest): Promise<StreetReport> {
  const force = findForce(request.force)
  if (force === undefined) throw new Invalid({ force: `There is no force “${request.force}” on data.police.uk.` })
  const placer = createAreaPlacer()
  const files: StreetFileReport[] = []
  let before = 0
  for (const file of request.files) {
    const report = await importFile(context, request, { force, file, placer, before })
    before += report.rows
    files.push(report)
  }
  const ok = files.every(({ loaded, rejected }) => loaded && (rejected === 0 || request.keepGood))
  return { files, total: totalOf(files), ok }
}

interface OneFile {
  readonly force: Force
  readonly file: ImportFile
  readonly placer: AreaPlacer
  /** Rows of the files before it. */
  readonly before: number
}

async function importFile(context: ImportContext, request: StreetRequest, one: OneFile): Promise<StreetFileReport> {
  const started = performance.now()
  const { report, read } = await context.transaction(async (tx) => {
    // A file of a large force fits into this much memory when its rows are numbered and counted.
    await tx.client.query(`SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '64MB'`)
    const area = await findForceArea(tx, one.force.id)
    const tally = new Tally(area)
    const read = await stage(tx, request, one, tally)
    const loaded = !read.refused && (read.rejections.count === 0 || request.keepGood)
    const { added, publishedAnew } = loaded ? await load(tx, one, tally) : { added: 0, publishedAnew: 0 }
    const report = {
      ...counts(tally, read, loaded ? tally.accepted - added : await countPresent(tx)),
      file: one.file.name,
      loaded,
      added,
      months: tally.months,
      rejections: read.rejections.list(LISTED),
      warnings: [...read.warnings, ...warningsOf(tally, one.force, publishedAnew)],
    }
    if (loaded)
      await recordImport(tx, { ...report, publisher: one.force.id, sha256: read.sha256, by: request.importedBy })
    return { value: { report, read }, audit: [auditOf(report, one.force.id, read.sha256)] }
  })
  // A file that could not be read to its end has to be mended as a whole.
  const mendable = !read.refused && read.rejections.count > 0
  const errorFile = mendable ? await request.keepErrorFile?.(one.file, read.rejections.errorFile()) : undefined
  return { ...report, errorFile: errorFile ?? null, seconds: Number(((performance.now() - started) / 1000).toFixed(3)) }
}

async function stage(tx: Tx, request: StreetRequest, one: OneFile, tally: Tally): Promise<ReadFile> {
  const staging = await openStaging(tx)
  let told = 0
  const onRows = async (rows: number) => {
    if (rows - told < PROGRESS_EVERY) return
    told = rows
    await request.onProgress?.(one.before + rows, one.file.name)
  }
  const checkRow = streetRowChecker(one.force.id, monthOf(londonDateAt(tx.now)))
  try {
    const read = await readStreetFile(one.file, { checkRow, tally, staging, onRows })
    await staging.end()
    return read
  } catch (error) {
    staging.abandon(error)
    throw error
  }
}

async function load(tx: Tx, one: OneFile, tally: Tally): Promise<Loaded> {
  const { rows } = await tx.client.query<{ publisher: string }>('SELECT publisher FROM installation')
  const ownPublisher = rows[0]?.publisher ?? one.force.id
  return loadStaged(tx, { placer: one.placer, months: tally.publishedMonths, ownPublisher })
}

function counts(tally: Tally, read: ReadFile, alreadyPresent: number) {
  return {
    rows: tally.accepted + read.rejections.count,
    crimes: tally.crimes,
    asb: tally.asb,
    rejected: read.rejections.count,
    withoutPlace: tally.withoutPlace,
    outsideForce: tally.outsideForce,
    namingAnotherForce: tally.namingAnotherForce,
    alreadyPresent,
  }
}

function warningsOf(tally: Tally, force: Force, publishedAnew: number): string[] {
  const warnings: string[] = []
  if (tally.outsideForce === null)
    warnings.push(
      force.areaCode === null
        ? `${force.name} has no area of its own, so rows outside it cannot be counted.`
        : `No outline of ${force.areaName} is loaded, so rows outside it could not be counted. Import its boundary first.`,
    )
  if (tally.outOfTime > 0)
    warnings.push(`${tally.outOfTime} rows use a crime type that files of their month did not use.`)
  if (publishedAnew > 0)
    warnings.push(
      `${publishedAnew} rows have the Crime ID of a row of the same month that was stored before and differs from it. If the ` +
        'month was published anew, these incidents now count twice.',
    )
  return warnings
}

function auditOf(
  report: Omit<StreetFileReport, 'errorFile' | 'seconds'>,
  publisher: string,
  sha256: string,
): AuditEntry {
  const { file: _name, rejections: _listed, warnings: _words, loaded, ...detail } = report
  return {
    event: 'street.imported',
    outcome: loaded ? 'done' : 'failed',
    subjects: [],
    detail: { publisher, sha256, ...detail },
  }
}
