/** Addresses of this module's pages. */
export const PROBLEMS = '/prevent/problems'
export const CANDIDATES = '/prevent/candidates'
export const CONSISTENCY = '/prevent/consistency'

export function problemHref(id: string): string {
  return `${PROBLEMS}/${id}`
}

export function candidateHref(id: string): string {
  return `${CANDIDATES}/${id}`
}
