import { Invalid } from '#platform/errors/errors.ts'

/**
 * Runs a write, and says beside the field what is taken when a unique constraint refuses it. `constraints` maps the
 * constraint's name to field and words.
 */
export async function orTaken<T>(
  write: Promise<T>,
  constraints: Readonly<Record<string, readonly [field: string, message: string]>>,
): Promise<T> {
  try {
    return await write
  } catch (error) {
    const taken = constraints[violatedConstraint(error) ?? '']
    if (taken) throw new Invalid({ [taken[0]]: taken[1] })
    throw error
  }
}

function violatedConstraint(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== '23505') return null
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null
}
