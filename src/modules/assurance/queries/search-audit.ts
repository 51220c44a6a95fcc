import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import type { Subject } from '#platform/audit/entry.ts'
import { auditFilter, auditSearch, entryPlace, type AuditFilter } from './audit-filter.ts'
import { auditLine, findReaders, readLines } from './audit-lines.ts'

const PAGE = 50
const SUBJECTS_A_LINE = 5

const foundReader = z.object({ id: z.uuid(), name: z.string(), number: z.string().nullable() })

/** Whom or what somebody looks for in the audit: that they looked is itself audited under it. */
export function searchedSubjects(filter: Pick<AuditFilter, 'kind' | 'subject'>, account: string | null): Subject[] {
  return [
    ...(filter.kind !== null && filter.subject !== null ? [{ kind: filter.kind, id: filter.subject }] : []),
    ...(account === null ? [] : [{ kind: 'account', id: account }]),
  ]
}

export const searchAudit = query({
  name: 'audit.search',
  summary: 'Search the audit: who read or changed what, when, and why',
  input: z.object({ ...auditFilter, before: z.union([z.literal('').transform(() => null), entryPlace]).optional() }),
  output: z.object({
    lines: z.array(auditLine),
    /** Where the next page begins; null on the last one. */
    next: z.string().nullable(),
    /** The account that was searched for; null when none was, or the text means nobody, or several. */
    reader: foundReader.nullable(),
    /** Those whom the text can mean, where it is not clear. */
    candidates: z.array(foundReader),
  }),
  access: { staff: ['auditor'] },
  purpose: 'audit',
  audit: {
    event: 'audit.searched',
    subjects: (input, output) => searchedSubjects(input, output.reader?.id ?? null),
    detail: (input, output) => ({ lines: output.lines.length, event: input.event, from: input.from, to: input.to }),
  },
  async run(tx, input) {
    const readers = input.reader === null ? [] : await findReaders(tx, input.reader)
    const reader = readers.length === 1 ? (readers[0] ?? null) : null
    if (input.reader !== null && reader === null) return { lines: [], next: null, reader, candidates: [...readers] }
    const search = auditSearch(input, reader?.id ?? null, input.before ?? null, PAGE + 1, tx.now)
    const found = await readLines(tx, search, SUBJECTS_A_LINE)
    const lines = found.slice(0, PAGE)
    return { lines, next: found.length > PAGE ? (lines.at(-1)?.place ?? null) : null, reader, candidates: [] }
  },
})
