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

/** What a plan is evaluated by and what it shows; a choice before the latest by its number. */
export function evaluationHref(id: string, version?: number): string {
  return `${problemHref(id)}/evaluation${version === undefined ? '' : `?version=${version}`}`
}

export function evaluateHref(id: string): string {
  return `${problemHref(id)}/evaluate`
}
