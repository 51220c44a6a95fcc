import { PassThrough, type Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import exceljs from 'exceljs'
import { guardCell } from './guard-cell.ts'
import type { Cell, ExportTable } from './rows.ts'

/** A sheet holds 1,048,576 rows; what is more goes on the next sheet, under the same headings. */
const ROWS_A_SHEET = 1_000_000
/** Bytes that may wait for a slow reader before the next batch is made. */
const MOST_WAITING = 4 * 1024 * 1024

/**
 * The table as an Excel workbook, written while it is read: rows leave memory as they are written. The stream breaks with
 * the error of whatever makes the rows.
 */
export function xlsxStream(table: ExportTable): Readable {
  const out = new PassThrough({ highWaterMark: MOST_WAITING })
  void writeWorkbook(table, out).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return out
}

async function writeWorkbook({ notes, columns, rows }: ExportTable, out: PassThrough): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  let number = 1
  let sheet = startSheet(workbook, number, notes, columns)
  let inSheet = 0
  for await (const batch of rows) {
    for (const cells of batch) {
      if (inSheet === ROWS_A_SHEET) {
        sheet.commit()
        number += 1
        sheet = startSheet(workbook, number, notes, columns)
        inSheet = 0
      }
      sheet.addRow(cells.map(guarded)).commit()
      inSheet += 1
    }
    await drained(out)
  }
  sheet.commit()
  await workbook.commit()
}

function startSheet(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  number: number,
  notes: readonly string[],
  columns: readonly string[],
): exceljs.Worksheet {
  const sheet = workbook.addWorksheet(number === 1 ? 'Rows' : `Rows ${number}`, {
    views: [{ state: 'frozen', ySplit: notes.length + 1 }],
  })
  for (const note of notes) sheet.addRow([guardCell(note)]).commit()
  const head = sheet.addRow([...columns])
  head.font = { bold: true }
  head.commit()
  return sheet
}

function guarded(cell: Cell): string | number | null {
  return typeof cell === 'string' ? guardCell(cell) : cell
}

/**
 * Waits until whoever reads has taken most of what is there; throws when they have gone. The workbook's own streams take
 * whatever they are given, so it is their end that is watched.
 */
async function drained(out: PassThrough): Promise<void> {
  await wait(0)
  while (out.readableLength >= MOST_WAITING / 2 && !out.destroyed) await wait(20)
  if (out.destroyed) throw new Error('Whoever read it has gone.')
}
