import type { Hash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { arrayText } from '#platform/db/literal.ts'

export type CopyValue = string | number | boolean | null | readonly string[]

const CHUNK = 1 << 16

/**
 * Sends rows to a table as they are made, by COPY, and takes their text up into the digest. `columns` is the list in the
 * order of the values. Needs the owner: tables with row-level security refuse COPY from anybody else.
 */
export async function copyRows(
  client: pg.ClientBase,
  digest: Hash,
  table: string,
  columns: string,
  rows: Iterable<readonly CopyValue[]>,
): Promise<number> {
  let count = 0
  digest.update(`${table} (${columns})\n`)
  function* chunks(): Generator<Buffer> {
    let text = ''
    for (const row of rows) {
      text += `${row.map(copyText).join('\t')}\n`
      count++
      if (text.length < CHUNK) continue
      const chunk = Buffer.from(text)
      digest.update(chunk)
      yield chunk
      text = ''
    }
    const last = Buffer.from(text)
    digest.update(last)
    yield last
  }
  const sink = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`))
  await pipeline(Readable.from(chunks()), sink)
  return count
}

function copyText(value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  return typeof value === 'number' ? String(value) : escaped(arrayText(value))
}

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : text
}
