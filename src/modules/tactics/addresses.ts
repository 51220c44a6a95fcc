export const REVIEWS = '/prevent/policy-reviews'

export function reviewHref(id: string): string {
  return `${REVIEWS}/${id}`
}
