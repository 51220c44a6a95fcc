/** Addresses of this module's pages. */
export const CASES = '/prevent/antisocial-behaviour'
export const REVIEWS = '/prevent/case-reviews'
export const THRESHOLD = `${REVIEWS}/threshold`

export function caseHref(id: string): string {
  return `${CASES}/${id}`
}
