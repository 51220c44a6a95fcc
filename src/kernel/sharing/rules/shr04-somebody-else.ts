import type { Finding } from '../../organisation/rules/rule.ts'

/** SHR04 A share made in an emergency is looked at once, by somebody else than who made it. */
export function reviewedByAnother(
  share: { readonly emergency: boolean; readonly reviewed: boolean; readonly sharedBy: string },
  reviewer: string | null,
): Finding | null {
  if (!share.emergency) return { rule: 'SHR04', message: 'This was shared under an agreement: nobody need review it.' }
  if (share.reviewed) return { rule: 'SHR04', message: 'This has been reviewed already.' }
  if (share.sharedBy === reviewer)
    return { rule: 'SHR04', message: 'You shared this yourself. Somebody else must review it.' }
  return null
}
