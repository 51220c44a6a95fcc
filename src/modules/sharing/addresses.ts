/** Addresses of this module's pages. */
export const SHARING = '/prevent/sharing'
export const AGREEMENTS = `${SHARING}/agreements`
export const SHARED_RECORDS = `${SHARING}/records`
export const SHARES = `${SHARING}/shares`
export const REQUESTS = `${SHARING}/requests`
export const PARTNER = '/partner'

export function agreementHref(id: string): string {
  return `${AGREEMENTS}/${id}`
}

/** What is shared of a record: the kernel’s head actions lead here. */
export function sharedRecordHref(kind: string, id: string): string {
  return `${SHARED_RECORDS}/${kind}/${id}`
}

export function requestHref(id: string): string {
  return `${REQUESTS}/${id}/reply`
}

export function partnerShareHref(id: string): string {
  return `${PARTNER}/shares/${id}`
}
