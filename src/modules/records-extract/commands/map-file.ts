import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, flag, text } from '#platform/forms/fields.ts'
import { findMapping, getMapping, keepMapping } from '../imports/kept-mappings.ts'
import { getExtract, getExtractFile } from '../queries/extract-row.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'
import { DATE_ORDERS } from '../rules/dates.ts'
import { EXTRACT_KIND_NAMES } from '../rules/kinds/all.ts'
import { extractMapping, fieldsOf } from '../rules/mapping.ts'
import { readWordLines } from '../rules/word-lines.ts'
import { keysOf } from '#platform/edge.ts'

/**
 * Maps the columns of a file by choices: `column:familyName` names the heading of a column, `words:sex` the words that stand for
 * our codes, a line each. Kept as the next version of the mapping's name, beside what it maps of other kinds of files.
 */
export const mapExtractFile = command({
  name: 'extract.map-file',
  summary: 'Say what the columns of a file are, and keep it as a mapping',
  input: z
    .object({
      id: z.uuid(),
      number: z.coerce.number().int().positive(),
      kind: choice('Kind of file', EXTRACT_KIND_NAMES),
      name: text('Name of the mapping', 40),
      dates: choice('Order of dates', keysOf(DATE_ORDERS)),
      midnightUnknown: flag(),
      keepNotValid: flag(),
      leaveOutRestricted: flag(),
    })
    .catchall(z.unknown()),
  output: z.object({ id: z.uuid(), name: z.string(), version: z.int() }),
  access: EXTRACTORS,
  purpose: PURPOSE,
  audit: {
    event: 'extract.mapping-kept',
    subjects: ({ id }) => [{ kind: 'extract', id }],
    detail: ({ kind }, { name, version }) => ({ kind, name, version }),
  },
  async run(tx, { id, number, kind, name, ...input }) {
    const { mapping: base } = await getExtract(tx, id)
    const { header } = await getExtractFile(tx, id, number)
    // A new name begins as a copy of the mapping that the extract has so far.
    const before = (await findMapping(tx, name)) ?? (await getMapping(tx, base))
    const columns: Record<string, string> = {}
    const values: Record<string, Record<string, string>> = {}
    for (const [field, { label, type, required }] of Object.entries(fieldsOf(kind))) {
      const column = textOf(input[`column:${field}`])
      if (column !== '') columns[field] = checked(column, header, field)
      else if (required === true)
        throw new Invalid({ [`column:${field}`]: `Choose the column for ${label.toLowerCase()}` })
      const lines = textOf(input[`words:${field}`])
      if (type.is === 'code' && column !== '' && lines !== '') values[field] = readWordLines(lines, type.codes, field)
    }
    const mapping = extractMapping.safeParse({
      ...before.mapping,
      name,
      dates: input.dates,
      midnightUnknown: input.midnightUnknown,
      notValid: input.keepNotValid ? 'keep' : 'reject',
      restricted: input.leaveOutRestricted ? 'leave-out' : 'reject',
      kinds: { ...before.mapping.kinds, [kind]: { columns, values } },
    })
    if (!mapping.success) throw new Invalid({ name: mapping.error.issues[0]?.message ?? 'This is no mapping.' })
    const kept = await keepMapping(tx, mapping.data).catch(atName)
    await tx.client.query('UPDATE extract SET mapping_name = $2 WHERE id = $1', [id, name])
    return { id, name, version: kept.version }
  },
})

function atName(error: unknown): never {
  throw error instanceof Invalid ? new Invalid({ name: Object.values(error.fields)[0] ?? '' }) : error
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function checked(column: string, header: readonly string[], field: string): string {
  if (header.includes(column)) return column
  throw new Invalid({ [`column:${field}`]: `The file has no column “${column}”` })
}
