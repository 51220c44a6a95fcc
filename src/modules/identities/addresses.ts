/** Addresses of this module's pages. */
export const IDENTITIES = '/identities'
export const PROPOSE = `${IDENTITIES}/propose`
export const HISTORY = `${IDENTITIES}/history`

export function pairHref(id: string): string {
  return `${IDENTITIES}/${id}`
}

/** The same two with the form that decides, for reviewers. */
export function decideHref(id: string): string {
  return `${pairHref(id)}/decide`
}

/** Who merged and parted what a party is one with, and why. */
export function historyHref(party: number): string {
  return `${HISTORY}/${party}`
}
