import { Readable } from 'node:stream'
import { z } from 'zod'
import { download } from '#kernel/operations.ts'
import { auditFilter, auditSearch } from '../queries/audit-filter.ts'
import { readLines, type AuditLine } from '../queries/audit-lines.ts'
import { searchedSubjects } from '../queries/search-audit.ts'
import { csvLine } from '../rules/csv.ts'

/** More than anybody reads in a spreadsheet; narrower days give the rest. */
const MOST_ROWS = 20_000
const SUBJECTS_A_LINE = 50

/** Here an account's id: the page has found out whom a name means. */
const account = z
  .union([
    z.uuid({ error: 'Open the audit’s page and search for the person there' }),
    z.literal('').transform(() => null),
  ])
  .optional()
  .transform((value) => value ?? null)

const HEADER = ['when (UTC)', 'who', 'account', 'event', 'outcome', 'about', 'subjects', 'purpose', 'from', 'request']

export const exportAudit = download({
  name: 'audit.export',
  summary: 'Take lines of the audit out as a CSV file',
  input: z.object({ ...auditFilter, reader: account }),
  access: { staff: ['auditor'], stepUp: true },
  purpose: 'audit',
  audit: {
    event: 'audit.exported',
    subjects: (input) => searchedSubjects(input, input.reader),
    detail: (input, { rows }) => ({ rows, event: input.event, from: input.from, to: input.to }),
  },
  async run(tx, input) {
    const search = auditSearch(input, input.reader, null, MOST_ROWS, tx.now)
    const lines = await readLines(tx, search, SUBJECTS_A_LINE)
    return {
      fileName: 'OFFICIAL-SENSITIVE audit.csv',
      mediaType: 'text/csv; charset=utf-8',
      rows: lines.length,
      body: Readable.from(csvOf(lines)),
    }
  },
})

/** Begins with the byte order mark, without which spreadsheets misread names. */
function* csvOf(lines: readonly AuditLine[]): Generator<string> {
  yield `\uFEFF${csvLine(HEADER)}`
  for (const line of lines)
    yield csvLine([
      line.at,
      line.who,
      line.account ?? '',
      line.event,
      line.outcome,
      line.subjects.map(({ kind, id, name }) => `${kind} ${name ?? id}`).join('; '),
      line.subjectCount,
      line.purpose,
      line.origin,
      line.requestId,
    ])
  if (lines.length === MOST_ROWS) yield csvLine([`Only the newest ${MOST_ROWS} lines are here: ask for fewer days.`])
}
