import { choices, civilDate, flag, optionalCivilDate, text } from '#platform/forms/fields.ts'
import { ROLE_NAMES } from '../../access/roles.ts'

/** What is typed for every posting. Dates are those of Europe/London; the last day is worked. */
export const POSTING_FIELDS = {
  title: text('Post', 100),
  roles: choices('Role', ROLE_NAMES),
  forceWide: flag(),
  starts: civilDate('First day'),
  ends: optionalCivilDate('Last day'),
} as const
