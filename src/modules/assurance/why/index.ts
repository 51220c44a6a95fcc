import { explainAccess } from './explain.ts'
import { whyPage } from './page.tsx'

export const whyOperations = [explainAccess]
export const whyRoutes = [whyPage]

/** The address of "why can I see this, and who else can?" for a thing. */
export function whyPath(kind: 'document' | 'occurrence' | 'account', id: string | number): string {
  return `/why/${kind}/${id}`
}
