/** Addresses of this module's pages. */
export const VICTIMS = '/victims'

export function victimHref(id: string): string {
  return `${VICTIMS}/${id}`
}
