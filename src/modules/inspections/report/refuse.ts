import { Invalid } from '#platform/errors/errors.ts'
import type { RuleCode } from './rules.ts'

/** The field of the import form, and of the command line's file, that a refusal is about. */
export const REPORT_FIELD = 'report'

/** Refuses the whole text: says why and what to do. Nothing of it is read. Throws Invalid, always. */
export function refuse(rule: RuleCode, why: string): never {
  throw new Invalid({ [REPORT_FIELD]: `${why} (${rule})` })
}
