import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tx } from '#platform/db/transaction.ts'
import { EXTRACT_KINDS, type ExtractKind } from '../rules/kinds/all.ts'
import type { CheckedRow } from '../rules/row-checker.ts'

/** Rows of one file on their way into the staging table of their kind. */
export interface Staging {
  write(rows: readonly { readonly line: number; readonly row: CheckedRow }[]): Promise<void>
  end(): Promise<void>
  /** The file broke: its rows are given up, so that the transaction can roll back. */
  abandon(error: unknown): void
}

const COMMON = 'file, line, reference, hash, as_of, restricted, marking'

/** Makes the staging table of a kind: temporary, so unlogged, seen by nobody else, and gone with the transaction. */
export async function makeStaging(tx: Tx, kind: ExtractKind): Promise<void> {
  const columns = Object.entries(EXTRACT_KINDS[kind].columns).map(([name, type]) => `${name} ${type}`)
  await tx.client.query(`CREATE TEMP TABLE in_${kind} (
    file integer NOT NULL, line integer NOT NULL, reference text NOT NULL, hash bytea NOT NULL, as_of timestamptz,
    restricted boolean NOT NULL, marking text NOT NULL, ${columns.join(', ')}) ON COMMIT DROP`)
}

/** Opens the staging table of a kind for the rows of a file, by COPY. One at a time. */
export function openStaging(tx: Tx, kind: ExtractKind, file: number): Staging {
  const columns = Object.keys(EXTRACT_KINDS[kind].columns)
  const copy = tx.client.query(copyFrom(`COPY in_${kind} (${COMMON}, ${columns.join(', ')}) FROM STDIN`))
  const failed: { error?: Error } = {}
  copy.on('error', (error: Error) => (failed.error = error))
  return {
    write: async (rows) => {
      if (failed.error !== undefined) throw failed.error
      if (!copy.write(rows.map(({ line, row }) => copyLine(file, line, row)).join(''))) await once(copy, 'drain')
    },
    end: async () => {
      if (failed.error !== undefined) throw failed.error
      copy.end()
      await finished(copy)
    },
    abandon: (error) => {
      copy.destroy(error instanceof Error ? error : new Error(String(error)))
    },
  }
}

/** In COPY's text format. */
function copyLine(file: number, line: number, row: CheckedRow): string {
  const head = `${file}\t${line}\t${escape(row.reference)}\t\\\\x${row.hash}\t${row.asOf ?? '\\N'}\t${row.restricted ? 't' : 'f'}\t${row.marking}`
  let text = head
  for (const value of row.values)
    text += `\t${value === null ? '\\N' : typeof value === 'string' ? escape(value) : String(value)}`
  return `${text}\n`
}

const TO_ESCAPE = /[\\\n\r\t]/
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escape(text: string): string {
  return TO_ESCAPE.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (found) => ESCAPED[found] ?? found) : text
}
