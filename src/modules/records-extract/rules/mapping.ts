import { z } from 'zod'
import { DATE_ORDERS } from './dates.ts'
import { EXTRACT_KINDS, EXTRACT_KIND_NAMES, type ExtractKind } from './kinds/all.ts'
import type { Field } from './fields.ts'
import { keysOf } from '#platform/edge.ts'

const columns = z.record(z.string(), z.string().trim().min(1).max(200))
const values = z.record(z.string(), z.record(z.string(), z.string()))

/** How a records system's files become ours. Kept by name; every version stays. */
export const extractMapping = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, {
    error: 'The name is lower-case letters, figures and hyphens, as in niche-2016',
  }),
  /** The order of numbers in dates. `2016-05-03` is read whatever this says. */
  dates: z.enum(keysOf(DATE_ORDERS)).default('iso'),
  /** Midnight stands for a time that is not known. */
  midnightUnknown: z.boolean().default(false),
  /** What becomes of a crime whose offence was none on its days, or whose outcome could not be given on its day. */
  notValid: z.enum(['reject', 'keep']).default('reject'),
  /** What becomes of one with codes that are not known here. */
  unknownCodes: z.enum(['reject', 'keep']).default('keep'),
  /** What becomes of a row that is restricted there: rejected, or left out with all that names it. */
  restricted: z.enum(['reject', 'leave-out']).default('reject'),
  kinds: z
    .partialRecord(
      z.enum(EXTRACT_KIND_NAMES),
      z.strictObject({
        /** Our field to the heading of their column. */
        columns,
        /** Our field to their words, each with our code. */
        values: values.default({}),
      }),
    )
    .refine((kinds) => Object.keys(kinds).length > 0, { error: 'A mapping maps at least one kind of file' }),
})
export type ExtractMapping = z.output<typeof extractMapping>
export type KindMapping = NonNullable<ExtractMapping['kinds'][ExtractKind]>

export const fieldsOf = (kind: ExtractKind): Readonly<Record<string, Field>> => EXTRACT_KINDS[kind].fields

/** What is wrong with a mapping, beyond its form; empty where nothing is. */
export function mappingFaults(mapping: ExtractMapping): string[] {
  return EXTRACT_KIND_NAMES.flatMap((kind) => {
    const mapped = mapping.kinds[kind]
    return mapped === undefined ? [] : kindFaults(kind, mapped)
  })
}

function kindFaults(kind: ExtractKind, { columns: mapped, values: words }: KindMapping): string[] {
  const fields = fieldsOf(kind)
  const unknown = [...Object.keys(mapped), ...Object.keys(words)].filter((field) => !(field in fields))
  const missing = keysOf(fields).filter((field) => fields[field]?.required === true && !(field in mapped))
  const wrong = Object.entries(words).flatMap(([field, translated]) => {
    const type = fields[field]?.type
    if (type?.is !== 'code') return field in fields ? [`${kind}: ${field} has no codes to translate to`] : []
    return Object.entries(translated)
      .filter(([, code]) => !(code in type.codes))
      .map(([theirs, code]) => `${kind}: ${field} has no code “${code}” for “${theirs}”`)
  })
  return [
    ...unknown.map((field) => `${kind}: there is no field “${field}”`),
    ...missing.map((field) => `${kind}: no column is mapped to ${field}, which every row needs`),
    ...wrong,
  ]
}

/** The kind of file that has these headings: the one of which most columns are there, and all that its rows need. */
export function recogniseKind(mapping: ExtractMapping, header: readonly string[]): ExtractKind | null {
  const there = new Set(header.map((name) => name.trim()))
  let best: { readonly kind: ExtractKind; readonly share: number; readonly columns: number } | null = null
  for (const kind of EXTRACT_KIND_NAMES) {
    const mapped = mapping.kinds[kind]
    if (mapped === undefined) continue
    const fields = fieldsOf(kind)
    const found = Object.values(mapped.columns).filter((column) => there.has(column)).length
    const needed = Object.entries(mapped.columns).every(
      ([field, column]) => fields[field]?.required !== true || there.has(column),
    )
    const share = found / Object.keys(mapped.columns).length
    const better = best === null || found > best.columns || (found === best.columns && share > best.share)
    if (needed && found > 0 && better) best = { kind, share, columns: found }
  }
  return best?.kind ?? null
}
