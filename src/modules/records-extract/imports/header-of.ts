import { parse } from 'csv-parse/sync'
import { Invalid } from '#platform/errors/errors.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { FileRefused } from '#platform/imports/fault.ts'
import { readLines } from '#platform/imports/lines.ts'

/** The headings of a CSV file in the store; nothing of what is under them. Throws Invalid at `file` for what is no such file. */
export async function headerOf(files: FileStore, sha256: string): Promise<readonly string[]> {
  const stream = await files.open(sha256)
  try {
    for await (const lines of readLines(stream)) {
      const text = lines.texts.find((line) => line.trim() !== '')
      if (text === undefined) continue
      return headings(text)
    }
  } catch (error) {
    if (error instanceof FileRefused) throw new Invalid({ file: error.fault.reason })
    throw error
  } finally {
    stream.destroy()
  }
  throw new Invalid({ file: 'The file is empty. Choose another' })
}

const MOST_COLUMNS = 500

function headings(text: string): readonly string[] {
  try {
    const rows: string[][] = parse(text, { relax_column_count: true })
    const names = (rows[0] ?? []).map((name) => name.trim().slice(0, 200))
    if (names.length > MOST_COLUMNS) throw new Invalid({ file: `A file may have ${MOST_COLUMNS} columns.` })
    return names
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw new Invalid({ file: 'The first line of the file is not the headings of a table. Save it as CSV UTF-8' })
  }
}
