import type { Agreement } from '#kernel/sharing/agreements.ts'
import { StateTag } from '#ui/blocks/state-tag.tsx'

/** Whether it is in force today. */
export function AgreementState({ agreement }: { readonly agreement: Agreement }) {
  if (agreement.inForce) return <StateTag state="holding">in force</StateTag>
  return <StateTag state="not-held">{agreement.endedAt === null ? 'not in force' : 'ended'}</StateTag>
}
