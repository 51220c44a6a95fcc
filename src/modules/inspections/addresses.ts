/** Addresses of this module's pages. */
export const INSPECTIONS = '/effectiveness/inspections'
export const IMPORT = `${INSPECTIONS}/import`
export const PREVIEW = `${IMPORT}/preview`
export const FINDINGS = '/effectiveness/findings'
export const RECOMMENDATIONS = '/effectiveness/recommendations'

export function findingHref(id: string): string {
  return `${FINDINGS}/${id}`
}

export function inspectionHref(id: string): string {
  return `${INSPECTIONS}/${id}`
}

export function recommendationHref(id: string): string {
  return `${RECOMMENDATIONS}/${id}`
}

/** An address with its filters; what is empty is not in it. */
export function withFilters(path: string, filters: Readonly<Record<string, string | number | boolean | null>>): string {
  const pairs = Object.entries(filters).flatMap(([name, value]) =>
    value === null || value === '' || value === false ? [] : [[name, String(value)]],
  )
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`
}
