import { isUtf8 } from 'node:buffer'
import type { AreaKind } from '#kernel/areas/kinds.ts'
import { storeAreas, type AreasStored } from '#kernel/areas/store-areas.ts'
import { placeLocations } from '#kernel/locations/place-locations.ts'
import { placeLocationsJob } from '#kernel/locations/place-job.ts'
import type { AuditEntry } from '#platform/audit/entry.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { ImportContext, ImportFile } from '#platform/imports/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { readBoundaries, type FeatureRejection, type ReadBoundaries } from './read-boundaries.ts'

export interface BoundariesRequest {
  readonly files: readonly ImportFile[]
  /** What the areas are; null to tell by their codes. */
  readonly kind: AreaKind | null
  /** Store the good areas of a file even where others are rejected. */
  readonly keepGood: boolean
  /** Whose outlines these are; the file's name where null. */
  readonly source: string | null
  /** `2016-12-31`; the default of the kind where null. */
  readonly validFrom: string | null
  /** Place every point again at once, or as a job. */
  readonly place: 'now' | 'later'
  onProgress?(this: void, done: number, total: number, fileName: string): Promise<void> | void
}

export interface BoundariesFileReport extends AreasStored {
  readonly file: string
  readonly kind: AreaKind | null
  readonly features: number
  readonly rejected: number
  readonly loaded: boolean
  readonly rejections: readonly FeatureRejection[]
  readonly warnings: readonly string[]
}

export interface BoundariesReport {
  readonly files: readonly BoundariesFileReport[]
  /** Points that were placed again; null where nothing changed or a job will do it. */
  readonly placed: number | null
  readonly ok: boolean
}

const MOST_BYTES = 256 * 1024 * 1024
const NOTHING: AreasStored = { added: 0, changed: 0, unchanged: 0, ended: 0, unitsOnEnded: 0 }

/**
 * Imports outlines of areas from GeoJSON, adds or updates them by kind and code, works out which lie in which, and places
 * every point again: all in one transaction, so that no count is ever made of half of it. The same files again change
 * nothing.
 */
export async function importBoundaries(context: ImportContext, request: BoundariesRequest): Promise<BoundariesReport> {
  return context.transaction(async (tx) => {
    await tx.client.query('SET LOCAL statement_timeout = 0')
    const files: BoundariesFileReport[] = []
    for (const [i, file] of request.files.entries()) {
      await request.onProgress?.(i, request.files.length, file.name)
      files.push(await importFile(tx, request, file))
    }
    const changed = files.some((file) => file.added + file.changed + file.ended > 0)
    const placed = changed ? await place(tx, request.place) : null
    const ok = files.every(({ loaded, rejected }) => loaded && (rejected === 0 || request.keepGood))
    return { value: { files, placed, ok }, audit: files.map(auditOf) }
  })
}

async function importFile(tx: Tx, request: BoundariesRequest, file: ImportFile): Promise<BoundariesFileReport> {
  const read = await readFile(file, request.kind)
  const { kind, rejections } = read
  const loaded = kind !== null && (rejections.length === 0 || request.keepGood)
  const stored = loaded
    ? await storeAreas(tx, {
        kind,
        areas: read.areas,
        schematic: false,
        source: request.source ?? file.name,
        validFrom: request.validFrom,
        today: londonDateAt(tx.now),
      })
    : NOTHING
  const warnings = [...read.warnings]
  if (stored.ended > 0) warnings.push(`${stored.ended} schematic areas ended: these outlines take their place.`)
  if (stored.unitsOnEnded > 0)
    warnings.push(`${stored.unitsOnEnded} units are still tied to areas that ended. Tie them to the new ones.`)
  const rejected = new Set(rejections.map(({ feature }) => feature)).size
  return { ...stored, file: file.name, kind, features: read.features, rejected, loaded, rejections, warnings }
}

async function readFile(file: ImportFile, kind: AreaKind | null): Promise<ReadBoundaries> {
  const bytes = await bytesOf(file)
  if (typeof bytes !== 'string') return readBoundaries(file.name, bytes.toString(), kind)
  const rejections = [{ file: file.name, feature: 0, name: '', reason: bytes }]
  return { kind: null, features: 0, areas: [], rejections, warnings: [] }
}

async function bytesOf(file: ImportFile): Promise<Buffer | string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const input: AsyncIterable<Uint8Array> = await file.open()
  for await (const chunk of input) {
    size += chunk.byteLength
    if (size > MOST_BYTES)
      return `The file is larger than ${MOST_BYTES / 1024 / 1024} MiB. Simplify its outlines first.`
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return isUtf8(bytes) ? bytes.subarray(start) : 'The file is not UTF-8 text, which GeoJSON is.'
}

async function place(tx: Tx, when: 'now' | 'later'): Promise<number | null> {
  if (when === 'now') return placeLocations(tx)
  await enqueue(tx, placeLocationsJob, {})
  return null
}

function auditOf(report: BoundariesFileReport): AuditEntry {
  const { kind, features, added, changed, unchanged, ended, rejected } = report
  return {
    event: 'boundaries.imported',
    outcome: report.loaded ? 'done' : 'failed',
    subjects: [],
    detail: { kind, features, added, changed, unchanged, ended, rejected },
  }
}
