/** Addresses of this module's pages. */
export const PATCH = '/prevent/patch'
export const COMMUNITIES = '/prevent/communities'
export const ENGAGEMENTS = '/prevent/engagements'
export const LOG = `${ENGAGEMENTS}/log`
export const KEY_INDIVIDUALS = '/prevent/key-individuals'
export const HAND_OVERS = '/prevent/hand-overs'

export function communityHref(area: number): string {
  return `${COMMUNITIES}/${area}`
}

export function engagementHref(id: string): string {
  return `${ENGAGEMENTS}/${id}`
}

export function answerHref(issue: string): string {
  return `/prevent/issues/${issue}/answer`
}

export function keyIndividualHref(id: string): string {
  return `${KEY_INDIVIDUALS}/${id}`
}

export function handOverHref(id: string): string {
  return `${HAND_OVERS}/${id}`
}

/** Of P1: the levels of crime and anti-social behaviour in an area; and one occurrence. */
export function levelsHref(area: number): string {
  return `/prevent/levels/areas/${area}`
}

export function occurrenceHref(id: number): string {
  return `/prevent/occurrences/${id}`
}
