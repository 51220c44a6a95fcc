import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/db/transaction.ts'
import { emit } from '#platform/events/emit.ts'
import type { StreetFileReport } from './report.ts'

interface Recorded extends Omit<StreetFileReport, 'errorFile' | 'seconds'> {
  readonly publisher: string
  readonly sha256: string
  readonly by: string | null | undefined
}

/** Keeps that the file was imported, with its counts, and tells the modules. */
export async function recordImport(tx: Tx, report: Recorded): Promise<void> {
  const id = randomUUID()
  await tx.client.query(
    `INSERT INTO street_import (id, publisher, file_name, file_sha256, months, row_count, crimes, asb, rejected,
       without_place, outside_force, naming_another_force, already_present, added, imported_by, imported_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      id,
      report.publisher,
      report.file,
      report.sha256,
      report.months.map((month) => `${month}-01`),
      report.rows,
      report.crimes,
      report.asb,
      report.rejected,
      report.withoutPlace,
      report.outsideForce,
      report.namingAnotherForce,
      report.alreadyPresent,
      report.added,
      report.by ?? null,
      tx.now,
    ],
  )
  await emit(tx, { name: 'street.imported', payload: { import: id } })
}
