import type { AuditEntry } from '#platform/audit/entry.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { emit } from '#platform/events/emit.ts'
import type { ExtractReport } from '../rules/report.ts'
import type { ExtractRequest } from './import-extract.ts'

interface Recorded {
  readonly run: string
  readonly report: ExtractReport
  readonly request: ExtractRequest
}

/** Keeps what came of a run, tells the modules if anything was stored, and gives its line of the audit: counts and no names. */
export async function recordRun(tx: Tx, { run, report, request }: Recorded): Promise<AuditEntry> {
  await tx.client.query(
    `INSERT INTO extract_run (id, extract_id, mapping_name, mapping_version, dry_run, loaded, report, run_by, run_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      run,
      request.extract ?? null,
      report.mapping.name,
      report.mapping.version,
      report.dryRun,
      report.loaded,
      JSON.stringify(report),
      request.runBy ?? null,
      tx.now,
    ],
  )
  if (report.loaded) await emit(tx, { name: 'extract.imported', payload: { run } })
  return {
    event: report.dryRun ? 'extract.checked' : 'extract.imported',
    outcome: report.loaded || (report.dryRun && report.ok) ? 'done' : 'failed',
    subjects: [],
    detail: {
      run,
      mapping: report.mapping,
      files: report.files.map(({ sha256, kind, rows, rejected }) => ({ sha256, kind, rows, rejected })),
      kinds: report.kinds.map(({ vanishedNumbers: _numbers, ...counts }) => counts),
    },
  }
}
