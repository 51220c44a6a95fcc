import type { z } from 'zod'
import { Invalid } from '#platform/errors/errors.ts'

/**
 * Parses what came in. Throws Invalid with one message a field, keyed by the field's path (`starts-day`); text with
 * characters that cannot be stored is refused before the schema sees it.
 */
export function parseInput<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  refuseUnstorable(raw, '', 0)
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[issue.path.join('-')] ??= issue.message
  throw new Invalid(fields)
}

/** No form and no document of ours goes deeper; without an end to it, a deep one would use up the stack. */
const DEEPEST = 20

function refuseUnstorable(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string' && hasUnstorable(value))
    throw new Invalid({ [path]: 'This has a character that cannot be kept. Type it again rather than pasting it.' })
  if (typeof value !== 'object' || value === null) return
  if (depth === DEEPEST) throw new Invalid({ '': 'What was sent is nested too deeply to be read.' })
  for (const [key, inner] of Object.entries(value)) {
    if (hasUnstorable(key)) throw new Invalid({ [path]: 'A field has a name that cannot be kept.' })
    refuseUnstorable(inner, path === '' ? key : `${path}-${key}`, depth + 1)
  }
}

/** NUL, or half of a surrogate pair: PostgreSQL holds neither. */
function hasUnstorable(text: string): boolean {
  return text.includes('\0') || /\p{Surrogate}/u.test(text)
}
