import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { getMapping } from '../imports/kept-mappings.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'
import { DEFAULT_MAPPING } from '../rules/default-mapping.ts'
import { EXTRACT_KIND_NAMES, type ExtractKind } from '../rules/kinds/all.ts'
import { fieldsOf, recogniseKind } from '../rules/mapping.ts'
import { wordLines } from '../rules/word-lines.ts'
import { getExtract, getExtractFile } from './extract-row.ts'

const field = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string().nullable(),
  required: z.boolean(),
  /** The heading that it is mapped to so far, or seems to be. */
  column: z.string(),
  /** Our codes with their words, where it has any; their words for them so far, a line each. */
  codes: z.array(z.object({ code: z.string(), words: z.string() })),
  words: z.string(),
})

/** The columns of a file and what each could be, for the form that maps them. */
export const beginMapping = query({
  name: 'extract.begin-mapping',
  summary: 'What could the columns of this file be?',
  input: z.object({
    id: z.uuid(),
    number: z.coerce.number().int().positive(),
    kind: z.enum(EXTRACT_KIND_NAMES).optional(),
  }),
  output: z.object({
    id: z.uuid(),
    number: z.int(),
    file: z.string(),
    mapping: z.string(),
    dates: z.string(),
    midnightUnknown: z.boolean(),
    keepNotValid: z.boolean(),
    leaveOutRestricted: z.boolean(),
    kind: z.enum(EXTRACT_KIND_NAMES),
    header: z.array(z.string()),
    fields: z.array(field),
  }),
  access: EXTRACTORS,
  purpose: PURPOSE,
  audit: { event: 'extract.mapping-begun', subjects: ({ id }) => [{ kind: 'extract', id }] },
  async run(tx, { id, number, kind: asked }) {
    const head = await getExtract(tx, id)
    const { mapping } = await getMapping(tx, head.mapping)
    const { header, name } = await getExtractFile(tx, id, number)
    const kind = asked ?? recogniseKind(mapping, header) ?? kindByName(name)
    const so = mapping.kinds[kind]
    return {
      id,
      number,
      file: name,
      mapping: mapping.name,
      dates: mapping.dates,
      midnightUnknown: mapping.midnightUnknown,
      keepNotValid: mapping.notValid === 'keep',
      leaveOutRestricted: mapping.restricted === 'leave-out',
      kind,
      header: header.filter((column) => column !== ''),
      fields: Object.entries(fieldsOf(kind)).map(([field, { label, hint, required, type }]) => ({
        name: field,
        label,
        hint: hint ?? null,
        required: required === true,
        column: guess(header, [so?.columns[field], field, label]),
        codes: type.is === 'code' ? Object.entries(type.codes).map(([code, words]) => ({ code, words })) : [],
        words: wordLines(so?.values[field] ?? {}),
      })),
    }
  },
})

/** The column of one of these names, however it is written. */
function guess(header: readonly string[], names: readonly (string | undefined)[]): string {
  const fold = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
  for (const name of names) {
    const found = name === undefined ? undefined : header.find((column) => column !== '' && fold(column) === fold(name))
    if (found !== undefined) return found
  }
  return ''
}

function kindByName(file: string): ExtractKind {
  const folded = file.toLowerCase()
  return (
    EXTRACT_KIND_NAMES.find((kind) => kind in DEFAULT_MAPPING.kinds && folded.includes(kind.slice(0, -1))) ?? 'people'
  )
}
