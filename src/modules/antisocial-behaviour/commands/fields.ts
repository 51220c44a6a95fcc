import { z } from 'zod'
import { version } from '#kernel/organisation/versions.ts'
import { recordId } from '#kernel/records/record.ts'

/** What every command on a case begins with: which, and the version that the person saw. */
export const caseSeen = { id: recordId, version } as const
export const caseChanged = z.object({ id: z.uuid() })
export const aboutCase = (input: { readonly id: string }) => [{ kind: 'asb-case', id: input.id }]
export const PURPOSE = 'anti-social behaviour'
export const YES_NO = ['yes', 'no'] as const
