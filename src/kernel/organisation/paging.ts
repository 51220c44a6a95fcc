import { z } from 'zod'
import { wholeNumber } from '#platform/forms/fields.ts'

export const PAGE_SIZE = 50

/** The number of a list's page, from 1; the first where none is asked for. */
export const pageNumber = z
  .union([z.literal('').transform(() => null), wholeNumber('Page', { min: 1, max: 100_000 })])
  .optional()
  .transform((page) => page ?? 1)

/** Text to look for, in words: each must be found. At most eight. */
export const searchWords = z
  .string()
  .max(200, { error: 'Look for 200 characters or fewer' })
  .optional()
  .transform((text) => (text ?? '').trim())

/** Patterns for ILIKE, one a word, with its special characters taken as they are. */
export function likePatterns(words: string): string[] {
  return words
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`)
}

/** A code from a list, or null where the filter is left empty. */
export function optionalChoice<const Codes extends readonly string[]>(label: string, codes: Codes) {
  return z
    .union([z.literal('').transform(() => null), z.enum(codes, { error: `Choose ${label} from the list` })])
    .optional()
    .transform((code) => code ?? null)
}
