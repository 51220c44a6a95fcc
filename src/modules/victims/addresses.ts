/** Addresses of this module's pages. */
export const VICTIMS = '/victims'
export const TEAM = `${VICTIMS}/team`
export const COURT = `${VICTIMS}/court`
export const COURT_LOG = `${COURT}/log`
/** Of those who look at how well victims are served: another page of this module. */
export const COMPLIANCE = `${VICTIMS}/compliance`
/** What the force promises victims beyond the code. */
export const STANDARD = `${VICTIMS}/standard`

export function victimHref(id: string): string {
  return `${VICTIMS}/${id}`
}

/** Of a review that a victim asked for. */
export function reviewHref(victim: string, review: string): string {
  return `${victimHref(victim)}/reviews/${review}`
}

export function complaintHref(victim: string, complaint: string): string {
  return `${victimHref(victim)}/complaints/${complaint}`
}
