import type { Finding } from '../../organisation/rules/rule.ts'

/** SHR05 A question tells something, too: an agency is asked only about what is shared with it today. */
export function onlyWhatIsShared(sharedToday: boolean): Finding | null {
  if (sharedToday) return null
  return {
    rule: 'SHR05',
    message: 'Nothing of this is shared with the agency today. Share what it needs first, then ask.',
  }
}
