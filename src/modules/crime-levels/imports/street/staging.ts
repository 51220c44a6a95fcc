import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tx } from '#platform/db/transaction.ts'
import type { StreetRow } from './check-row.ts'

const COLUMNS =
  'line, publisher, row_hash, month, category, longitude, latitude, location_text, lsoa_code, reference, outcome'

/** The rows of one file on their way into the occurrences. */
export interface Staging {
  write(rows: readonly { readonly line: number; readonly row: StreetRow }[]): Promise<void>
  /** Every row is in; the planner is told how many. */
  end(): Promise<void>
  /** The file broke: the rows are given up, so that the transaction can roll back. */
  abandon(error: unknown): void
}

/**
 * Opens the staging table of this transaction: temporary, so unlogged, seen by nobody else, and gone at its end. COPY is
 * refused on tables with row-level security, so an ordinary one would have to do without.
 */
export async function openStaging(tx: Tx): Promise<Staging> {
  await tx.client.query(`CREATE TEMP TABLE street_staging (
    line integer NOT NULL, publisher text NOT NULL, row_hash bytea NOT NULL, month date NOT NULL, category text NOT NULL,
    longitude double precision, latitude double precision, location_text text NOT NULL, lsoa_code text, reference text,
    outcome text) ON COMMIT DROP`)
  const copy = tx.client.query(copyFrom(`COPY street_staging (${COLUMNS}) FROM STDIN`))
  const failed: { error?: Error } = {}
  copy.on('error', (error: Error) => (failed.error = error))
  return {
    write: async (rows) => {
      if (failed.error !== undefined) throw failed.error
      if (!copy.write(rows.map(({ line, row }) => copyLine(line, row)).join(''))) await once(copy, 'drain')
    },
    end: async () => {
      if (failed.error !== undefined) throw failed.error
      copy.end()
      await finished(copy)
      await tx.client.query('ANALYZE street_staging (publisher, month)')
    },
    abandon: (error) => {
      copy.destroy(error instanceof Error ? error : new Error(String(error)))
    },
  }
}

/** In COPY's text format. Checked cells hold no tabs or line ends; a backslash is the only character to escape. */
function copyLine(line: number, row: StreetRow): string {
  const point = row.point === null ? '\\N\t\\N' : `${row.point.longitude}\t${row.point.latitude}`
  return (
    `${line}\t${row.publisher}\t\\\\x${row.rowHash}\t${row.month}-01\t${row.category}\t${point}\t` +
    `${escape(row.location)}\t${orNull(row.lsoaCode)}\t${orNull(row.crimeId)}\t${orNull(row.outcome)}\n`
  )
}

function orNull(text: string): string {
  return text === '' ? '\\N' : escape(text)
}

function escape(text: string): string {
  return text.includes('\\') || text.includes('\n') || text.includes('\t')
    ? text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
    : text
}
