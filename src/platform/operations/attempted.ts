import type { z } from 'zod'
import type { Subject } from '#platform/audit/entry.ts'
import { carried } from '#platform/edge.ts'
import { Conflict } from '#platform/errors/errors.ts'
import type { Described } from './define.ts'
import { parseInput } from './parse.ts'

/**
 * Whom or what an attempt that came to nothing was about, as far as its input says so; of one that came too late, also what
 * it was told of. Nothing where the input cannot be read. `output` is not there, so what only it knows is left out.
 */
export function aboutAttempt<I extends z.ZodType, Output>(
  { input, audit }: Pick<Described<string, I, Output>, 'input' | 'audit'>,
  raw: unknown,
  error: unknown,
): readonly Subject[] {
  try {
    const told = error instanceof Conflict ? error.theirs : null
    return audit.subjects(parseInput(input, raw), carried<Output>(told ?? {})).filter(({ id }) => id !== undefined)
  } catch {
    return []
  }
}
